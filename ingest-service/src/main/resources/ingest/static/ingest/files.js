// Previews a file, takes the answers on its columns, and sends it with progress. All texts are in the page.
const form = document.getElementById('upload');
const file = document.getElementById('file');
const list = document.getElementById('list');
const importButton = document.getElementById('import');

const TYPES = {
  csv: 'text/csv', tsv: 'text/csv', txt: 'text/csv', vcf: 'text/vcard', js: 'application/javascript', json: 'application/json',
  ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const LINES = ['text/csv', 'application/x-ndjson'];
const PREVIEWED_BYTES = 8 << 20;
const INTERVAL = 1000;
const SHOWN = 100;

// What the user chose for columns, parts of the id, and words, until another file is chosen.
let answers = { fields: new Map(), ids: new Set(), words: new Map() };

function show(id, visible) {
  document.getElementById(id).hidden = !visible;
}

function text(tag, content) {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}

function fill(parent, children) {
  document.querySelector(parent).replaceChildren(...children);
}

function row(...cells) {
  const line = document.createElement('tr');
  line.append(...cells.map((each) => {
    const cell = document.createElement('td');
    cell.append(each);
    return cell;
  }));
  return line;
}

// A phone shows each row as a card, on which a cell has the heading of its column.
function fillTable(table, lines) {
  const headings = [...document.querySelectorAll(`${table} thead th:not([hidden])`)];
  lines.forEach((line) => {
    [...line.cells].forEach((cell, at) => { cell.dataset.label = headings[at].textContent; });
    line.lastElementChild.className = 'wide';
  });
  fill(`${table} tbody`, lines);
}

function type() {
  return TYPES[file.files[0].name.split('.').pop().toLowerCase()] ?? 'text/csv';
}

function address(suffix) {
  const query = new URLSearchParams();
  const isVisible = (each) => !each.closest('[data-for][hidden]') && each.value !== '';
  for (const each of form.querySelectorAll('[name]')) {
    const isGiven = each.type !== 'checkbox' || each.checked && suffix === '';
    if (isVisible(each) && isGiven) {
      query.append(each.name, each.value);
    }
  }
  for (const each of form.querySelectorAll('[data-constant]')) {
    if (isVisible(each)) {
      query.append('const', `${each.dataset.constant}:${each.value}`);
    }
  }
  if (document.getElementById(`fields-${list.value}`)) {
    answers.fields.forEach((field, column) => query.append('map', `${column}:${field}`));
    answers.ids.forEach((column) => query.append('id', column));
    answers.words.forEach((value, word) => query.append('value', `${word}=${value}`));
  }
  return `${form.dataset.path}/${list.value}${suffix}?${query}`;
}

// The server reads the first rows only: of a large file of lines the beginning is enough.
async function beginning() {
  const whole = file.files[0];
  if (whole.size <= PREVIEWED_BYTES || !LINES.includes(type())) {
    return whole;
  }
  const part = new Uint8Array(await whole.slice(0, PREVIEWED_BYTES).arrayBuffer());
  return part.slice(0, part.lastIndexOf(10) + 1);
}

// Responses are in English; in another language the page has a sentence for each code.
const translated = document.documentElement.lang !== 'en';

function reason(rejected) {
  const known = document.querySelector(`#code-texts [data-code="${CSS.escape(rejected.code ?? '')}"]`);
  return known?.textContent ?? rejected.message;
}

function refuse(problem) {
  const broken = document.getElementById('broken').textContent;
  const refused = translated && problem ? `${document.getElementById('refused').textContent} ` : '';
  document.getElementById('problem-text').textContent = refused + (problem?.detail ?? problem?.title ?? broken);
  show('problem', true);
  if (problem?.questions) {
    look(true).catch(() => ask(problem.questions));
  }
}

function ask(questions) {
  const known = (field) => document.querySelector(`#question-texts [data-field="${CSS.escape(field)}"]`);
  fill('#questions ul', questions.map((each) => text('li', known(each.field)?.textContent ?? each.message)));
  show('questions', questions.length > 0);
}

function fieldOf(column) {
  const select = document.getElementById(`fields-${list.value}`).content.firstElementChild.cloneNode(true);
  select.setAttribute('aria-label', column.column);
  if (![...select.options].some((each) => each.value === column.field)) {
    select.append(new Option(column.field, column.field));
  }
  select.value = column.field;
  select.addEventListener('change', () => answers.fields.set(column.column, select.value));
  return select;
}

function partOf(column) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = answers.ids.has(column.column);
  box.setAttribute('aria-label', column.column);
  box.addEventListener('change', () => box.checked ? answers.ids.add(column.column) : answers.ids.delete(column.column));
  return box;
}

function wordOf(field, word) {
  const label = document.getElementById(`words-${field}`).content.firstElementChild.cloneNode(true);
  label.querySelector('bdi').textContent = word;
  label.querySelector('select').addEventListener('change', (event) => {
    const key = `${field}:${word}`;
    event.target.value === '' ? answers.words.delete(key) : answers.words.set(key, event.target.value);
  });
  return label;
}

function remarksOn(column) {
  const remarks = document.createElement('div');
  const words = document.getElementById(`words-${column.field}`) ? column.words ?? [] : [];
  remarks.append(...(words.length ? words.slice(0, SHOWN).map((word) => wordOf(column.field, word))
    : column.warnings.map((each) => text('p', each))));
  return remarks;
}

function read(each) {
  if (each.rejected) {
    return Object.assign(text('span', reason(each.rejected)), { className: 'wrong' });
  }
  if (each.skipped) {
    return document.getElementById('row-skipped').content.cloneNode(true);
  }
  const shown = each.engagement
    ? [each.engagement.occurredAt, each.engagement.channel, each.engagement.direction, each.engagement.kind,
      each.engagement.actor.name ?? each.engagement.actor.id, each.engagement.content?.text, each.engagement.value?.amount]
    : [...Object.values(each.read), ...each.handles.map((handle) => `${handle.channel} ${handle.handle}`)];
  return text('bdi', shown.filter((value) => value !== null && value !== undefined).join(' · '));
}

function preview(found) {
  const engagements = list.value === 'engagements';
  document.querySelectorAll('.part').forEach((each) => { each.hidden = !engagements; });
  fillTable('#columns', found.columns.map((column) => {
    const cells = [text('bdi', column.column), fieldOf(column), ...(engagements ? [partOf(column)] : []), remarksOn(column)];
    return row(...cells);
  }));
  fillTable('#rows', found.rows.map((each) => row(String(each.row), read(each))));
  fill('#notes', found.notes.map((each) => text('li', each.message)));
  document.querySelector('#preset-found strong').textContent = found.preset ?? '';
  show('preset-found', Boolean(found.preset));
  show('preview', true);
  ask(found.questions ?? []);
}

async function look(keepsProblem = false) {
  show('problem', keepsProblem);
  show('result', false);
  const response = await fetch(address('/preview'), {
    method: 'POST', headers: { 'Content-Type': type(), Accept: 'application/json' }, body: await beginning(),
  });
  const answer = await response.json();
  if (response.ok) {
    preview(answer);
  } else {
    refuse(answer);
  }
}

function count(found) {
  document.getElementById('row-count').textContent = found.rows;
  document.getElementById('accepted-count').textContent = found.accepted ?? found.added + found.changed + found.unchanged;
  document.getElementById('rejected-count').textContent = found.rejected;
}

async function imports() {
  const response = await fetch(form.dataset.progress, { headers: { Accept: 'application/json' } });
  return response.ok ? (await response.json()).items : [];
}

// Shows the rows that the server has read while the file is sent.
function follow(known) {
  return setInterval(async () => {
    const found = (await imports().catch(() => [])).find((each) => each.list === list.value && !known.has(each.id));
    if (found) {
      count(found);
    }
  }, INTERVAL);
}

function send(known) {
  const request = new XMLHttpRequest();
  const timer = follow(known);
  const end = (finish) => {
    clearInterval(timer);
    importButton.disabled = false;
    show('progress', false);
    finish();
  };
  request.upload.addEventListener('progress', (event) => {
    const share = event.total ? event.loaded / event.total : 1;
    document.getElementById('sent').value = share;
    document.getElementById('percent').textContent = `${Math.floor(share * 100)} %`;
  });
  request.addEventListener('load', () => end(() => {
    let answer = null;
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // A proxy answered with a page: it is shown as a broken connection.
    }
    request.status === 202 && answer ? done(answer) : refuse(answer);
  }));
  request.addEventListener('error', () => end(() => refuse(null)));
  request.open('POST', address(''));
  request.setRequestHeader('Content-Type', type());
  request.setRequestHeader('Accept', 'application/json');
  request.send(file.files[0]);
}

function done(answer) {
  for (const fact of document.querySelectorAll('#result [data-count]')) {
    const value = fact.dataset.count === 'rejected' ? answer.rejectedRows ?? answer.rejected.length : answer[fact.dataset.count];
    fact.hidden = value === undefined;
    fact.querySelector('dd').textContent = Array.isArray(value) ? value.length : value;
  }
  fillTable('#rejections', answer.rejected.slice(0, SHOWN).map((each) =>
    row(String(each.row), text('bdi', each.column ?? ''), text('bdi', reason(each)))));
  show('rejections', answer.rejected.length > 0);
  const remarks = [...(answer.notes ?? []), ...(answer.warnings ?? [])].slice(0, SHOWN);
  fill('#remarks', [...(answer.kept ? [text('li', answer.kept)] : []), ...remarks.map((each) => text('li', each.message))]);
  ask([]);
  show('preview', false);
  show('result', true);
  document.getElementById('result').focus();
}

function choose() {
  for (const each of document.querySelectorAll('[data-for]')) {
    each.hidden = !each.dataset.for.split(' ').includes(list.value);
  }
  ['problem', 'questions', 'preview', 'progress', 'result'].forEach((id) => show(id, false));
  answers = { fields: new Map(), ids: new Set(), words: new Map() };
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  look().catch(() => refuse(null));
});
importButton.addEventListener('click', async () => {
  if (form.reportValidity()) {
    importButton.disabled = true;
    ['problem', 'questions', 'result'].forEach((id) => show(id, false));
    document.getElementById('sent').value = 0;
    show('progress', true);
    send(new Set((await imports().catch(() => [])).map((each) => each.id)));
  }
});
list.addEventListener('change', choose);
file.addEventListener('change', choose);
choose();
