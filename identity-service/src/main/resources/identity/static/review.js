// A key does what the button or link that names it does; without this script they work as well.
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

// A second press before the next page is there would decide the same again.
document.addEventListener('submit', (event) => {
  if (leaving) {
    event.preventDefault();
  }
  leaving = true;
});
window.addEventListener('pageshow', () => { leaving = false; });

// What is on a page from the beginning is not read out: it is taken out and put in again.
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
