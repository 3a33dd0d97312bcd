import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Contents } from '../db/contents';
import type { Pace } from '../importers/watch';
import { compareTables } from './compare';
import { sideOfSource, tableSource } from './side';
import type { TableSource } from './side';

/** One of the versions before, with what is to be taken back of it. */
export interface Generation {
  readonly source: TableSource;
  /** Its rows that are taken back, rising. */
  readonly rows: Uint32Array;
  /** Its rows that stand, unchanged, up to the latest version; null where all that are not taken back do. */
  readonly standing: Uint32Array | null;
  /** Its row that a changed row of the latest version before was, unchanged until then; null when it was not there yet. */
  readonly rowOf: (row: number) => number | null;
}

/** Steps back that are followed: a weekly list of two years. */
const DEEPEST = 100;

/**
 * Where the rows of `latest` stand in the case: those that had not changed when it came in stand with the version before it, and so on. `rows` of it are
 * to be taken back, rising; `asked` are those that will be asked for by `rowOf`. Compares each version with the one before it once more, as when it came in.
 */
export async function lineageOf(db: Database, contents: Contents, latest: TableSource, rows: Uint32Array, asked: Uint32Array, catalogue: Catalogue, pace: Pace): Promise<Generation[]> {
  const generations: Generation[] = [];
  let source = latest;
  let left = rows;
  let standing: Uint32Array | null = null;
  let places: ReadonlyMap<number, number> = new Map(Array.from(asked, (row) => [row, row]));
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const here = places;
    generations.push({ source, rows: left, standing, rowOf: (row) => here.get(row) ?? null });
    const { version, mapping } = source;
    if (version === null || mapping === null) break;
    let before: TableSource;
    try {
      before = tableSource(db, version.source);
    } catch (error) {
      // It was taken out of the case: nothing of it stands.
      if (error instanceof Failure && error.code === 'sourceNotFound') break;
      throw error;
    }
    const { same } = await compareTables(await sideOfSource(contents, before, mapping), await sideOfSource(contents, source, mapping), catalogue, pace);
    const retracted = new Set(left);
    const stands = standing === null ? null : new Set(standing);
    const backwards = new Map<number, number>();
    const rowsBefore: number[] = [];
    const standingBefore: number[] = [];
    same.now.forEach((now, at) => {
      const was = same.before[at] ?? 0;
      backwards.set(now, was);
      if (retracted.has(now)) rowsBefore.push(was);
      else if (stands === null || stands.has(now)) standingBefore.push(was);
    });
    places = new Map([...here].flatMap(([row, there]): [number, number][] => {
      const was = backwards.get(there);
      return was === undefined ? [] : [[row, was]];
    }));
    left = Uint32Array.from(rowsBefore).sort();
    standing = Uint32Array.from(standingBefore).sort();
    source = before;
  }
  return generations;
}
