/** The records of ../shared/data/resolution, and how well they are told apart: ours beside plain Jaro-Winkler. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rowsOf = (file) => {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',').map((column) => column.trim());
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell.trim()])));
};

const joined = (parts, by) => parts.filter((part) => part).join(by);
const listOf = (value) => (value ? [value] : []);
const dated = (value) => (/^\d{8}$/.test(value ?? '') ? [`${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`] : []);
const person = (rest) => ({ kind: 'person', names: [], births: [], genders: [], places: [], identifiers: [], addresses: [], companions: [], ...rest });

/** FEBRL: "rec-12-org" and "rec-12-dup-0" are one. The number of social security is left out unless asked for: with it there is little to find out. */
export function febrl(folder, file, numbered = false) {
  return rowsOf(join(folder, file)).map((row) => ({
    truth: row.rec_id.split('-')[1],
    record: person({
      names: listOf(joined([row.given_name, row.surname], ' ')),
      births: dated(row.date_of_birth),
      identifiers: numbered ? listOf(row.soc_sec_id).map((value) => ({ kind: 'nationalNumber', value })) : [],
      addresses: listOf(joined([joined([row.street_number, row.address_1], ' '), row.address_2, joined([row.postcode, row.suburb], ' ')], ', ')),
    }),
  }));
}

/** People of one file with e-mail and town; the cluster says who is who. */
export const fake = (folder) => rowsOf(join(folder, 'fake_1000.csv')).map((row) => ({
  truth: row.cluster,
  record: person({ names: listOf(joined([row.first_name, row.surname], ' ')), births: listOf(row.dob), places: listOf(row.city), identifiers: listOf(row.email).map((value) => ({ kind: 'email', value })) }),
}));

/** Pairs of one entity. */
export function truePairs(items) {
  const byTruth = Map.groupBy ? Map.groupBy(items, ({ truth }) => truth) : items.reduce((map, item) => map.set(item.truth, [...(map.get(item.truth) ?? []), item]), new Map());
  let pairs = 0;
  for (const members of byTruth.values()) pairs += (members.length * (members.length - 1)) / 2;
  return pairs;
}

/** Jaro and Winkler's likeness of two texts (Winkler 1990). */
export function jaroWinkler(a, b) {
  if (a === b) return 1;
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const taken = new Uint8Array(b.length);
  const met = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken[j] === 1 || a[i] !== b[j]) continue;
      taken[j] = 1;
      met.push(a[i]);
      break;
    }
  }
  if (met.length === 0) return 0;
  let [at, turned] = [0, 0];
  for (let j = 0; j < b.length; j += 1) if (taken[j] === 1) {
    if (met[at] !== b[j]) turned += 1;
    at += 1;
  }
  const jaro = (met.length / a.length + met.length / b.length + (met.length - turned / 2) / met.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** The best F1 that any threshold gives; figures at that threshold. `scored`: [score, same][]. */
export function bestThreshold(scored, all) {
  const ordered = scored.toSorted((x, y) => y[0] - x[0]);
  let [hits, best] = [0, { threshold: 1, precision: 0, recall: 0, f1: 0 }];
  ordered.forEach(([score, same], at) => {
    if (same) hits += 1;
    if (ordered[at + 1]?.[0] === score) return;
    const f1 = (2 * hits) / (at + 1 + all);
    if (f1 > best.f1) best = { threshold: score, precision: hits / (at + 1), recall: hits / all, f1 };
  });
  return best;
}

/** Precision, recall and F1 of the pairs that score at least so much. */
export function atThreshold(scored, all, threshold) {
  const proposed = scored.filter(([score]) => score >= threshold);
  const hits = proposed.filter(([, same]) => same).length;
  return { threshold, precision: proposed.length === 0 ? 1 : hits / proposed.length, recall: hits / all, f1: (2 * hits) / (proposed.length + all) };
}
