// Ticks or clears all choices of a list at once.
const every = document.getElementById('all-rows');
if (every) {
  every.hidden = false;
  document.getElementById('all-rows-label').hidden = false;
  every.addEventListener('change', () => {
    document.querySelectorAll('input[name=ids]').forEach((each) => { each.checked = every.checked; });
  });
}
