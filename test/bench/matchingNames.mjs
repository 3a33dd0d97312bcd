/** Names as they are in life: given names of many countries, surnames by a model of real ones, both as unequally spread as names are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers from 0 to 1, the same on every machine. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** The distinct romanised names of a file of names-by-country. */
export function listed(folder, file) {
  const [head = '', ...lines] = readFileSync(join(folder, 'names-by-country', file), 'utf8').split('\n');
  const column = head.split(',').findIndex((name) => /romani[sz]ed name/i.test(name));
  return [...new Set(lines.map((line) => line.split(',')[column]?.trim()).filter((name) => name))];
}

const ORDER = 3;

/** Makes words like those given: each letter as it follows the three before it (a Markov chain). */
function model(words, random) {
  const after = new Map();
  for (const word of words) {
    const text = `${'^'.repeat(ORDER)}${word.toLowerCase()}$`;
    for (let at = ORDER; at < text.length; at += 1) {
      const key = text.slice(at - ORDER, at);
      after.set(key, (after.get(key) ?? '') + text[at]);
    }
  }
  return () => {
    let text = '^'.repeat(ORDER);
    for (;;) {
      const letters = after.get(text.slice(-ORDER)) ?? '$';
      const letter = letters[Math.floor(random() * letters.length)];
      if (letter === '$' || text.length > 20) break;
      text += letter;
    }
    const word = text.slice(ORDER);
    return word.length < 3 || word.length > 11 ? '' : `${word[0].toUpperCase()}${word.slice(1)}`;
  };
}

/** A million people share some 25,000 given names and 150,000 surnames, the most frequent of each hundreds of times as often as the rest. */
export function people(folder, count, random) {
  const given = listed(folder, 'common-forenames-by-country.csv');
  const real = listed(folder, 'common-surnames-by-country.csv');
  const make = model(real, random);
  const surnames = [...real];
  const known = new Set(real);
  for (let tries = 0; surnames.length < 150_000 && tries < 2_000_000; tries += 1) {
    const word = make();
    if (word === '' || known.has(word)) continue;
    known.add(word);
    surnames.push(word);
  }
  const makeGiven = model(given, random);
  const givenAll = [...given];
  const knownGiven = new Set(given);
  for (let tries = 0; givenAll.length < 25_000 && tries < 400_000; tries += 1) {
    const word = makeGiven();
    if (word === '' || knownGiven.has(word)) continue;
    knownGiven.add(word);
    givenAll.push(word);
  }
  const pick = (list, power) => list[Math.floor(list.length * random() ** power)];
  const names = Array.from({ length: count }, () => {
    const [first, second] = [pick(givenAll, 3), pick(givenAll, 3)];
    return `${first}${random() < 0.2 && second !== first ? ` ${second}` : ''} ${pick(surnames, 2.5)}`;
  });
  return { names, given: givenAll.length, surnames: surnames.length };
}

/** One typing error in a word: a letter less, more, other, or two swapped. Blanks stay; first letters of names are seldom wrong, and stay too. */
export function typo(text, random) {
  let at = 0;
  do at = 1 + Math.floor(random() * (text.length - 2));
  while (text[at] === ' ' || text[at - 1] === ' ' || text[at + 1] === ' ');
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at);
  if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1);
  return text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2);
}
