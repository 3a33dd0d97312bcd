import type { Database } from 'better-sqlite3';
import { CASE_SETTINGS } from '../../shared/commands/settings';
import { caseSettingsSchema, type CaseSettings } from '../../shared/model/drawing';
import type { CatalogueData } from '../../shared/schema/types';
import { ImagedRows } from './db/imaged';
import { keyText } from '../../shared/commands/image';

/** Schemes that a new case offers first: what Europol and its partners exchange under, and the Belgian need-to-know marking. */
const FIRST = { grading: 'europol4x4', handling: 'europolHandling', marking: 'belgianClassification', level: 'beperkteVerspreiding' } as const;

/** Settings of a new case. Falls back on the first scheme of each use where the usual one is not among the data. */
export function firstSettings(name: string, reference: string, { schemes }: CatalogueData): CaseSettings {
  const scheme = (use: 'grading' | 'handling' | 'marking'): (typeof schemes)[number] | undefined => schemes.find((each) => each.id === FIRST[use]) ?? schemes.find((each) => each.use === use);
  const marking = scheme('marking');
  const codes = marking?.axes.flatMap((axis) => axis.codes) ?? [];
  const level = codes.find((each) => each.code === FIRST.level) ?? codes[0];
  return { name, reference, marking: { scheme: marking?.id ?? '', code: level?.code ?? '' }, gradingScheme: scheme('grading')?.id ?? '', handlingScheme: scheme('handling')?.id ?? '' };
}

export function writeSettings(db: Database, settings: CaseSettings): void {
  new ImagedRows(db).write('setting', keyText(CASE_SETTINGS), { key: CASE_SETTINGS, content: settings });
}

/** Settings of the case. Throws Error when they are not as this version writes them. */
export function readSettings(db: Database): CaseSettings {
  const row = new ImagedRows(db).read('setting', keyText(CASE_SETTINGS)) as { content: unknown } | null;
  return caseSettingsSchema.parse(row?.content);
}
