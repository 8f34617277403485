// Reloads the page when the connection's state or the time of its last event changes.
const live = document.getElementById('live');
const INTERVAL = 2000;
let known = null;

async function poll() {
  try {
    const response = await fetch(live.dataset.address, { headers: { Accept: 'application/json' } });
    if (response.ok) {
      const now = await response.json();
      const seen = `${now.state} ${now.receivedAt}`;
      if (known !== null && known !== seen || now.state !== live.dataset.state) {
        location.reload();
        return;
      }
      known = seen;
    }
  } catch {
    // The service restarts, or the network is away: the next attempt follows.
  }
  setTimeout(poll, INTERVAL);
}

if (live) {
  setTimeout(poll, INTERVAL);
}

// Platforms need the whole address of the hook.
const hook = document.getElementById('hook');
const copy = document.getElementById('copy');
if (hook) {
  hook.value = new URL(hook.value, location.origin).href;
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(hook.value);
    copy.textContent = copy.dataset.copied;
  });
}
