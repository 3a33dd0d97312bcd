import type { Database } from 'better-sqlite3';
import type { AsVersion } from '../../../shared/contract/sharing';
import { compileMapping } from '../../../shared/mapping/compile';
import type { Mapping } from '../../../shared/mapping/mapping';
import { sameKey } from '../../../shared/mapping/mapRow';
import type { MappedEntity } from '../../../shared/mapping/mapRow';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Contents } from '../db/contents';
import type { Bytes } from '../importers/bytes';
import type { ImportRows } from '../importers/importRows';
import type { RecordOutcome } from '../importers/records/format';
import type { Pace } from '../importers/watch';
import { compareTables } from './compare';
import type { Comparison } from './compare';
import { lineageOf } from './lineage';
import type { Generation } from './lineage';
import { retractSaid } from './retractSaid';
import type { Retracted } from './retractSaid';
import { sideOfFile, sideOfSource, tableSource } from './side';
import type { TableSource } from './side';

interface Said {
  readonly id: string;
  readonly type: string;
  readonly values: string;
}

/** Whether `row` stands in `rows`, which rise; rows are asked for in rising order. */
function rising(rows: Uint32Array): (row: number) => boolean {
  let at = 0;
  return (row) => {
    while (at < rows.length && (rows[at] ?? 0) < row) at += 1;
    return rows[at] === row;
  };
}

/**
 * An import as a later version of a table: only new and changed rows come in; what the changed rows (and the gone ones, where asked) said in the earlier
 * versions is taken back in the same step; what did not change stays with the version that said it first.
 */
export class VersionStep {
  private readonly isAdded: (row: number) => boolean;
  private readonly before = new Map<number, number>();

  private constructor(
    private readonly db: Database,
    private readonly contents: Contents,
    private readonly catalogue: Catalogue,
    private readonly pace: Pace,
    private readonly mapping: Mapping,
    private readonly earlier: TableSource,
    private readonly version: AsVersion,
    private readonly comparison: Comparison,
    private readonly generations: readonly Generation[],
  ) {
    this.isAdded = rising(comparison.added);
    comparison.changed.now.forEach((row, at) => this.before.set(row, comparison.changed.before[at] ?? 0));
  }

  /** Throws Failure sourceNotFound, versionDiffers, mappingInvalid, cancelled. */
  static async prepare(db: Database, contents: Contents, bytes: Bytes, name: string, mapping: Mapping, version: AsVersion, catalogue: Catalogue, pace: Pace): Promise<VersionStep> {
    const earlier = tableSource(db, version.source);
    const before = await sideOfSource(contents, earlier, mapping);
    const comparison = await compareTables(before, await sideOfFile(bytes, name, mapping), catalogue, pace);
    const { changed, gone } = comparison;
    const left = Uint32Array.from([...changed.before, ...(version.retractGone ? gone : [])]).sort();
    const generations = await lineageOf(db, contents, earlier, left, changed.before, catalogue, pace);
    return new VersionStep(db, contents, catalogue, pace, mapping, earlier, version, comparison, generations);
  }

  /** True when the new version says nothing new and takes nothing back. */
  get isEmpty(): boolean {
    const { added, changed, gone } = this.comparison;
    return added.length + changed.now.length + (this.version.retractGone ? gone.length : 0) === 0;
  }

  get counts(): { readonly added: number; readonly changed: number; readonly gone: number } {
    return { added: this.comparison.added.length, changed: this.comparison.changed.now.length, gone: this.version.retractGone ? this.comparison.gone.length : 0 };
  }

  /** Things that the earlier versions knew only by their values are these, and not new. */
  introduce(rows: ImportRows): void {
    const plans = compileMapping(this.mapping, this.catalogue).plan.entities.filter((plan) => plan.byValues);
    if (plans.length === 0) return;
    const select = this.db.prepare<[number], Said>(`SELECT entity.id, entity.type, "values" FROM statement CROSS JOIN entity ON entity.n = statement.subject
      WHERE statement.source = ? AND subject_kind = 'entity' AND statement.seq_retracted IS NULL AND entity.seq_retracted IS NULL`);
    for (const { source } of this.generations) {
      for (const said of select.iterate(source.n)) {
        for (const plan of plans) {
          const key = plan.type === said.type ? sameKey(plan, JSON.parse(said.values) as Values) : null;
          if (key !== null) rows.know(key, said.id);
        }
      }
    }
  }

  /** The outcome as it comes in: null for a row that did not change; a changed row speaks of the things that it spoke of before. */
  taken(outcome: RecordOutcome): RecordOutcome | null {
    if (outcome.kind !== 'row') return outcome;
    const before = this.before.get(outcome.row);
    if (before === undefined) return this.isAdded(outcome.row) ? outcome : null;
    const nameless = (entity: MappedEntity): boolean => entity.identifiers.length === 0 && entity.id === undefined;
    if (!outcome.mapped.entities.some(nameless)) return outcome;
    const said = this.saidAt(before);
    const entities = outcome.mapped.entities.map((entity): MappedEntity => {
      const alike = said.filter(({ type }) => type === entity.type);
      const rivals = outcome.mapped.entities.filter((other) => other.type === entity.type);
      const [one] = alike;
      if (!nameless(entity) || alike.length !== 1 || rivals.length !== 1 || one === undefined) return entity;
      const { kept: _, ...rest } = entity;
      return { ...rest, id: one.id };
    });
    return { ...outcome, mapped: { ...outcome.mapped, entities } };
  }

  /** What earlier versions said at this row of the latest of them. */
  private saidAt(row: number): Said[] {
    const select = this.db.prepare<[number, number], Said>(`SELECT DISTINCT entity.id, entity.type, '' AS "values" FROM statement CROSS JOIN entity ON entity.n = statement.subject
      WHERE statement.source = ? AND statement.row = ? AND subject_kind = 'entity' AND statement.seq_retracted IS NULL AND entity.seq_retracted IS NULL`);
    return this.generations.flatMap(({ source, rowOf }) => {
      const there = rowOf(row);
      return there === null ? [] : select.all(source.n, there);
    });
  }

  /** Takes back what changed and gone rows said, under the number `seq`. To be called when all new rows are written. */
  async retract(seq: number): Promise<Retracted> {
    return await retractSaid(this.db, this.contents, this.generations, this.earlier.mapping ?? this.mapping, this.catalogue, this.pace, seq);
  }
}
