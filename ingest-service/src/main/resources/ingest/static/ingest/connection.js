// Shows the state and the arrival of events as they change, without touching what the user ticks or writes.
const live = document.getElementById('live');
const INTERVAL = 2000;

// The page is read again only when the connection has changed.
async function refresh() {
  const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (response.ok) {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const id of ['live', 'state']) {
      const old = document.getElementById(id);
      old.replaceChildren(...page.getElementById(id).childNodes);
      old.className = page.getElementById(id).className;
    }
  }
}

async function poll(known) {
  let seen = known;
  try {
    const response = await fetch(live.dataset.address, { headers: { Accept: 'application/json' } });
    if (response.ok) {
      const now = await response.json();
      seen = JSON.stringify([now.state, now.receivedAt, now.lastErrorAt, now.counts]);
      if (known === null ? now.state !== live.dataset.state : known !== seen) {
        await refresh();
      }
    }
  } catch {
    // The service restarts, or the network is away: the next attempt follows.
  }
  setTimeout(poll, INTERVAL, seen);
}

if (live) {
  setTimeout(poll, INTERVAL, null);
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
