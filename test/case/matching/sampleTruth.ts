import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the generator of the sample case says of who is who. */
interface Person { readonly key: string; readonly last: string; readonly first: string; readonly spell: { readonly customs?: string; readonly bank?: string; readonly policeAgain?: readonly [string, string] } }
interface Company { readonly key: string; readonly name: string; readonly forms: readonly string[] }
interface Generator {
  makePeople(random: unknown): readonly Person[];
  seededRandom(seed: number): unknown;
  otherEar(text: string): string;
  withoutAccents(text: string): string;
  readonly COMPANIES: readonly Company[];
}

const FOLDER = join(import.meta.dirname, '..', '..', 'sample');
/** As in generate.mjs: the same people, in the same order. */
const SEED = 20251201;

/** The same name, however the letters are cased and in whatever order its words stand. */
const plain = (text: string, withoutAccents: (text: string) => string): string => withoutAccents(text).toLowerCase().replaceAll(/[^a-z0-9 ]/g, ' ').split(' ').filter((word) => word !== '').toSorted().join(' ');

/** Who bears a name in the sample case, by every way in which one of its services writes it; null: nobody, or more than one. */
export async function bearers(): Promise<(name: string) => string | null> {
  const load = async <T>(name: string): Promise<T> => (await import(/* @vite-ignore */ pathToFileURL(join(FOLDER, name)).href)) as T;
  const parts = await Promise.all(['people.mjs', 'seededRandom.mjs', 'spelling.mjs', 'companies.mjs'].map((name) => load<Generator>(name)));
  const { makePeople, seededRandom, otherEar, withoutAccents, COMPANIES } = Object.assign({}, ...parts) as Generator;
  const owners = new Map<string, Set<string>>();
  const add = (name: string, key: string): void => {
    const written = plain(name, withoutAccents);
    const known = owners.get(written);
    if (known === undefined) owners.set(written, new Set([key]));
    else known.add(key);
  };
  for (const { key, last, first, spell } of makePeople(seededRandom(SEED))) {
    for (const family of [last, otherEar(last), otherEar(withoutAccents(last)), withoutAccents(otherEar(last))]) add(`${family} ${first}`, key);
    add(last, key);
    for (const name of [spell.customs, spell.bank, spell.policeAgain?.join(' ')]) if (name !== undefined) add(name, key);
  }
  for (const { key, name, forms } of COMPANIES) for (const each of [name, ...forms]) add(each, key);
  return (name) => {
    const found = owners.get(plain(name, withoutAccents));
    return found?.size === 1 ? [...found][0] ?? null : null;
  };
}
