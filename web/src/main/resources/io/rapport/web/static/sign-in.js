// A link may carry the token behind the #, which no browser sends to a server: it is posted, and taken off the address.
const token = new URLSearchParams(location.hash.slice(1)).get('token');
if (token) {
  history.replaceState(null, '', location.pathname + location.search);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-in';
  form.hidden = true;
  const next = new URLSearchParams(location.search).get('next') ?? location.pathname;
  for (const [name, value] of Object.entries({ token, next })) {
    form.append(Object.assign(document.createElement('input'), { name, value }));
  }
  document.body.append(form);
  form.submit();
}
