/** Labelled pairs of names, names alone: ours beside plain Jaro-Winkler and, where Python has it, thefuzz; and false alarms against a list. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { listed, people, seeded } from './matchingNames.mjs';
import { atThreshold, bestThreshold, jaroWinkler } from './matchingRecords.mjs';

/** Each two spellings of one, and each spelling beside each other that is not. */
function pairsOf(clusters) {
  const pairs = [];
  for (const { spellings, others } of clusters) {
    spellings.forEach((a, at) => spellings.slice(at + 1).forEach((b) => pairs.push([a, b, true])));
    for (const other of others) for (const own of spellings) pairs.push([own, other, false]);
  }
  return pairs;
}

const THEFUZZ = 'import sys, json\nfrom thefuzz import fuzz\nprint(json.dumps([fuzz.token_sort_ratio(a, b) / 100 for a, b, _ in json.load(sys.stdin)]))';

/** What thefuzz (token_sort_ratio: Levenshtein on sorted words) makes of pairs; null where Python has it not. */
function theFuzz(pairs) {
  const { status, stdout } = spawnSync(existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3', ['-c', THEFUZZ], { input: JSON.stringify(pairs), encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? JSON.parse(stdout) : null;
}

const shown = ({ precision, recall, f1, threshold }) => `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} from ${threshold.toFixed(2)} on`;

const named = (matching, kind, name) => ({ ...matching.emptyRecord(kind), names: [name] });

/** Prints figures of one set of clusters; ours at the shipped threshold, the others at the one that suits each best. */
export function tellPairs(matching, title, kind, clusters, vocabulary) {
  const pairs = pairsOf(clusters);
  const same = pairs.filter(([, , label]) => label).length;
  const score = (a, b) => matching.scoreRecords(named(matching, kind, a), named(matching, kind, b), vocabulary).score;
  const ours = atThreshold(pairs.map(([a, b, label]) => [score(a, b), label]), same, vocabulary.weights.propose);
  console.log(`  ${title}: ${same} pairs of one, ${pairs.length - same} of others`);
  console.log(`    ours ${shown(ours)}`);
  const turned = (name) => name.toLowerCase().split(' ').toReversed().join(' ');
  const plain = bestThreshold(pairs.map(([a, b, label]) => [Math.max(jaroWinkler(a.toLowerCase(), b.toLowerCase()), jaroWinkler(turned(a), b.toLowerCase())), label]), same);
  console.log(`    Jaro-Winkler ${shown(plain)}`);
  const known = theFuzz(pairs);
  const fuzz = known === null ? null : bestThreshold(known.map((likeness, at) => [likeness, pairs[at][2]]), same);
  console.log(fuzz === null ? '    thefuzz is not here (apt-get install python3-thefuzz)' : `    thefuzz ${shown(fuzz)}`);
  return { title, ours, plain, fuzz };
}

/** How many of so many names that are not on a list of 10,000 are proposed for one that is, with names alone. */
function alarmsOf(matching, title, make, asked, vocabulary) {
  const list = Array.from({ length: 10_000 }, make);
  const prepared = list.map((name) => matching.prepareRecord(named(matching, 'person', name), vocabulary));
  const keys = new Set(prepared.map(({ names }) => names[0].key));
  const index = new matching.MatchIndex(vocabulary);
  for (const { record } of prepared) index.add(record);
  const counted = { ...vocabulary, counts: { person: index.counts('person') } };
  let [alarms, uncounted, on, tried] = [0, 0, 0, 0];
  while (tried < asked) {
    const own = matching.prepareRecord(named(matching, 'person', make()), vocabulary);
    if (keys.has(own.names[0].key)) {
      on += 1;
      continue;
    }
    tried += 1;
    const found = index.candidates(own.record).map(({ record }) => prepared[record]);
    const hit = (words) => found.some((other) => matching.scorePrepared(own, other, words).score >= words.weights.propose);
    if (hit(counted)) alarms += 1;
    if (hit(vocabulary)) uncounted += 1;
  }
  console.log(`  false alarms, ${title}: ${alarms} of ${asked} names that are not on a list of 10,000 (${(alarms / asked * 1000).toFixed(2)} in 1,000; under 1 is aimed for); without counting the list's names ${(uncounted / asked * 1000).toFixed(1)} in 1,000; left out as on the list: ${on}`);
  return { title, alarms, uncounted, asked };
}

/** Names as unequally spread as in life, and names of which each is among the most frequent of its country, in any mixture. */
export function tellAlarms(matching, data, asked, vocabulary) {
  const spread = people(data, 10_000 + asked * 2, seeded(21)).names;
  let next = 0;
  const random = seeded(11);
  const [given, surnames] = ['common-forenames-by-country.csv', 'common-surnames-by-country.csv'].map((file) => listed(data, file));
  const pick = (list) => list[Math.floor(list.length * random())];
  return [
    alarmsOf(matching, 'names as they are spread', () => spread[next++ % spread.length], asked, vocabulary),
    alarmsOf(matching, 'only the most frequent names of 100 countries', () => `${pick(given)} ${pick(surnames)}`, asked, vocabulary),
  ];
}

/** Keys for very many records at once: time, pairs, and how many of those with one typing error they bring together. */
export function tellBulk(matching, data, count, vocabulary) {
  const random = seeded(3);
  const born = () => `${1940 + Math.floor(random() * 65)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const { names } = people(data, count, random);
  const births = names.map(() => (random() < 0.5 ? [born()] : []));
  const wrong = matching.typo;
  const copies = Array.from({ length: Math.floor(count / 20) }, () => {
    const of = Math.floor(random() * count);
    const text = wrong(names[of], random);
    return { of, record: { ...named(matching, 'person', random() < 0.5 ? text.split(' ').toReversed().join(', ') : text), births: births[of] } };
  });
  const used = process.cpuUsage();
  const bulk = new matching.BulkBlocks(vocabulary);
  names.forEach((name, at) => bulk.add({ ...named(matching, 'person', name), births: births[at] }));
  for (const { record } of copies) bulk.add(record);
  const wanted = new Set(copies.map(({ of }, at) => of * 4_000_000 + count + at));
  let [pairs, hits] = [0, 0];
  for (const { first, second } of bulk.pairs()) {
    pairs += 1;
    if (wanted.has(first * 4_000_000 + second)) hits += 1;
  }
  const { user, system } = process.cpuUsage(used);
  console.log(`  keys for all at once: ${bulk.size} records, ${pairs} pairs in ${((user + system) / 1e6).toFixed(1)} s processor, ${(hits / copies.length * 100).toFixed(1)} % of those with one typing error among them`);
  return { records: bulk.size, pairs, recall: hits / copies.length };
}
