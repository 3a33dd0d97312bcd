import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from '../../../shared/briefing/audience';
import { defaultBriefing } from '../../../shared/briefing/defaultBriefing';
import type { GatheredStatement } from '../../../shared/briefing/gathered';
import type { Material } from '../../../shared/briefing/material';
import { wordsOf, type Words } from '../../../shared/briefing/words';
import type { BriefingBlock, Sentence } from '../../../shared/model/briefing';
import type { Basis, Handling } from '../../../shared/model/evaluation';
import type { Rights } from '../../../shared/model/recipient';
import { buildCatalogue, type Catalogue } from '../../../shared/schema/catalogue';
import type { Language, StoredValue } from '../../../shared/values/kind';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const readAll = <T>(folder: string): T[] => readdirSync(join(resources, folder)).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(resources, folder, name), 'utf8')) as T);

/** The types and schemes that ship with Knoop. */
export const catalogue: Catalogue = buildCatalogue({ entityTypes: readAll('types/entities'), linkTypes: readAll('types/links'), schemes: readAll('schemes') });

/** What documents say in a language. */
export const wordsIn = (language: Language): Words => wordsOf(JSON.parse(readFileSync(join(resources, 'translations', language, 'document.json'), 'utf8')) as Record<string, string>, language);

/** An id of the right shape, different for each kind and number. */
export const id = (kind: string, n: number): string => `01890000-${kind.padStart(4, '0').slice(0, 4)}-7000-8000-${n.toString(16).padStart(12, '0')}`;

const ENTITY = 'e001';
const LINK = 'a001';
export const entityId = (n: number): string => id(ENTITY, n);
export const linkId = (n: number): string => id(LINK, n);
export const sourceId = (n: number): string => id('5001', n);
export const CHART = id('c001', 1);

interface Saying {
  readonly of: 'entity' | 'link';
  readonly n: number;
  readonly source: number;
  readonly row?: number;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly grading?: string;
  readonly handling?: readonly Handling[];
  readonly basis?: Basis;
}

/** Who supplied source 1, 2 … */
const SUPPLIERS = ['Lokale politie', 'Wegpolitie', 'Operator', 'Niemand'];

const GRADES = ['A1', 'A2', 'B1', 'B2', 'B3', 'C3', 'C4', 'X4'];

/** One statement from what it says in short. */
export function statement(n: number, { of, n: subject, source, row, values, grading = '', handling = [], basis = 'fact' }: Saying): GatheredStatement {
  const weight = GRADES.indexOf(grading);
  const said: Record<string, StoredValue[]> = Object.fromEntries(Object.entries(values).map(([property, value]) => [property, (typeof value === 'string' ? [value] : [...value]).map((v) => ({ v }))]));
  return {
    id: id('d001', n), subject: of === 'entity' ? entityId(subject) : linkId(subject), subjectKind: of, source: sourceId(source), row: row ?? null, unit: null, page: null, values: said,
    grading, gradingWeight: weight < 0 ? Number.MAX_SAFE_INTEGER : weight, strength: weight < 0 ? 'unconfirmed' : weight < 3 ? 'confirmed' : weight < 6 ? 'unconfirmed' : 'tentative', handling, basis,
    originator: SUPPLIERS[source - 1] ?? '', codes: grading === '' ? null : { scheme: 'europol4x4', codes: { source: grading.slice(0, 1), information: grading.slice(1) } },
  };
}

const H1: Handling = { scheme: 'europolHandling', code: 'H1' };
const H3: Handling = { scheme: 'europolHandling', code: 'H3' };

const SAID: readonly Saying[] = [
  { of: 'entity', n: 1, source: 1, row: 2, values: { givenName: 'Driss', familyName: 'Amellal', birthDate: '1984-03-14', category: 'suspect', nationalNumber: '84031412345' }, grading: 'A1' },
  { of: 'entity', n: 1, source: 2, row: 7, values: { name: 'AMELLAL Driss', birthDate: '1984-04-03', alias: ['El Rubio', 'Dries'] }, grading: 'B2', handling: [H1] },
  { of: 'entity', n: 2, source: 1, row: 3, values: { name: 'Koen Verstraeten', birthDate: '1979', category: 'suspect' }, grading: 'A1' },
  { of: 'entity', n: 3, source: 3, row: 40, values: { number: '+32470550127' } },
  { of: 'entity', n: 4, source: 3, row: 41, values: { number: '+32489107734' } },
  { of: 'entity', n: 5, source: 2, row: 9, values: { name: 'Inbeslagname kaai 1742', start: '2026-02-07', seized: 'cocaïne' }, grading: 'A2' },
  { of: 'entity', n: 6, source: 2, row: 12, values: { name: 'Informant Zwarte Zwaan', alias: 'Zwaan' }, grading: 'B3', handling: [H3] },
  { of: 'link', n: 1, source: 1, row: 2, values: {}, grading: 'A1' },
  { of: 'link', n: 2, source: 2, row: 3, values: { start: '2025-11' }, grading: 'C4' },
  { of: 'link', n: 3, source: 3, row: 50, values: { date: '2026-01-03T10:15' } },
  { of: 'link', n: 4, source: 3, row: 51, values: { date: '2026-01-09T22:40' } },
  { of: 'link', n: 5, source: 3, row: 52, values: { date: '2026-02-01T01:02' } },
  { of: 'link', n: 6, source: 3, row: 60, values: { date: '2026-02-20T18:00' } },
  { of: 'link', n: 7, source: 2, row: 9, values: {}, grading: 'A2' },
  { of: 'link', n: 8, source: 2, row: 12, values: { note: 'verraad aan de kaai' }, grading: 'B3', handling: [H3] },
];

/** A small case: two persons, two phones that called four times, a seizure, and an informant that only some may know of. */
export function smallCase(language: Language): Material {
  const start = defaultBriefing({
    id: id('b001', 1), settings: { name: 'Het netwerk rond de haven', reference: 'AN.11.F1.002417/2026', marking: { scheme: 'belgianClassification', code: 'beperkteVerspreiding' } },
    charts: [{ id: CHART, name: 'Kern van het netwerk' }], author: 'K. Peeters', service: 'FGP Antwerpen', language, template: 'dossier', words: wordsIn,
  });
  return {
    briefing: { ...start, copyNumber: '2', blocks: start.blocks.map((block) => (block.kind === 'text' ? { ...block, sentences: [sentence(900, 'Dit is het netwerk.')] } : block)) },
    settings: { name: 'Operatie Loodslicht', reference: 'AN.11.F1.002417/2026', marking: { scheme: 'unmarked', code: 'none' }, gradingScheme: 'europol4x4', handlingScheme: 'europolHandling' },
    charts: [{
      id: CHART, name: 'Kern van het netwerk', hidden: [], links: [1, 2, 3, 4, 5, 6, 7, 8].map(linkId),
      places: [[0, 0], [220, 10], [10, 140], [230, 150], [420, 90], [120, -120]].map(([x = 0, y = 0], index) => ({ entity: entityId(index + 1), x, y })),
    }],
    entities: ['person', 'person', 'phone', 'phone', 'seizure', 'person'].map((type, index) => ({ id: entityId(index + 1), type })),
    links: [['uses', 1, 3], ['associate', 1, 2], ['called', 3, 4], ['called', 3, 4], ['called', 3, 4], ['called', 3, 4], ['presentAt', 2, 5], ['knows', 6, 1]]
      .map(([type, from, to], index) => ({ id: linkId(index + 1), type: String(type), from: entityId(Number(from)), to: entityId(Number(to)) })),
    statements: SAID.map((saying, index) => statement(index + 1, saying)),
    sources: [
      { id: sourceId(1), title: 'politie_personenlijst.xlsx', supplier: 'Lokale politie', sha256: 'a'.repeat(64), receivedAt: '2026-02-18T09:00:00.000Z', grading: 'A1' },
      { id: sourceId(2), title: 'Verslag wegpolitie', supplier: 'Wegpolitie', sha256: null, receivedAt: '2026-02-19T09:00:00.000Z', grading: '' },
      { id: sourceId(3), title: 'retro_telefonie.csv', supplier: 'Operator', sha256: 'b'.repeat(64), receivedAt: '2026-02-17T09:00:00.000Z', grading: '' },
      { id: sourceId(4), title: 'nooit_aangehaald.csv', supplier: 'Niemand', sha256: 'c'.repeat(64), receivedAt: '2026-02-01T09:00:00.000Z', grading: '' },
    ],
    head: { seq: 1284, hash: `9f3c${'0'.repeat(56)}a17e` },
    at: '2026-02-21T13:05:00.000Z',
    frozen: [], cited: [], exhibits: [], judgements: [],
  };
}

/** The prosecutor of the port, who may see these Europol codes and nothing marked. */
export const recipientWith = (codes: readonly string[], rights: Partial<Rights> = {}): Audience => ({
  recipient: { id: id('4001', 1), name: 'havenprocureur', service: 'Parket Antwerpen', rights: { allowedHandling: { europolHandling: [...codes] }, maximumMarkings: [], ...rights }, permissions: [] },
  purpose: 'operational', on: '2026-02-21',
});

/** A sentence in Dutch, with what it rests on: statements by their number. */
export const sentence = (n: number, text: string, cites: readonly number[] = [], more: Partial<Sentence> = {}): Sentence => ({ id: id('7001', n), text: { original: 'nl', texts: { nl: text } }, cites: cites.map((each) => id('d001', each)), assessment: false, ...more });

/** The small case with other blocks, and what their sentences cite at hand. */
export function caseWith(language: Language, blocks: readonly BriefingBlock[], more: Partial<Material['briefing']> = {}): Material {
  const small = smallCase(language);
  return { ...small, briefing: { ...small.briefing, blocks: [...blocks], ...more }, cited: small.statements.map((each) => ({ ...each, retracted: false })) };
}
