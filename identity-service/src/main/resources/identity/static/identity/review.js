// A key triggers the button or link that declares it in aria-keyshortcuts; both also work without this script.
const keys = document.getElementById('keys');
const OFF = 'rapport-keys-off';
let leaving = false;

if (keys) {
  keys.closest('.keys').hidden = false;
  keys.checked = localStorage.getItem(OFF) === null;
  keys.addEventListener('change', () => keys.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'));
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input:not([type=checkbox]), textarea, select');
  const held = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
  if (typing || held || leaving || localStorage.getItem(OFF) !== null) {
    return;
  }
  const target = document.querySelector(`[aria-keyshortcuts~="${CSS.escape(event.key)}"]`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

// Prevents a repeated submit before the next page has loaded.
document.addEventListener('submit', (event) => {
  if (leaving) {
    event.preventDefault();
  }
  leaving = true;
});
window.addEventListener('pageshow', () => { leaving = false; });

// Screen readers announce changes only, so the content of the status region is removed and inserted again.
const said = document.getElementById('said');
if (said) {
  const words = [...said.childNodes];
  said.replaceChildren();
  setTimeout(() => said.replaceChildren(...words), 100);
}

const all = document.getElementById('all');
if (all) {
  all.hidden = false;
  all.addEventListener('change', (event) => {
    document.querySelectorAll('input[name=ids]').forEach((tick) => { tick.checked = event.target.checked; });
  });
}
