import type { BriefingFinding, CitedStatement } from '../../../shared/contract/briefings';
import type { BriefingBlock, BriefingRecord } from '../../../shared/model/briefing';
import type { RecipientRecord } from '../../../shared/model/recipient';
import type { ReleaseRecord } from '../../../shared/model/release';
import { changeBriefingPlace, NO_PLACE } from '../../../renderer/actions/briefingPlace';
import { fakeSession, type FakeSession } from '../fakeSession';

/** A valid id that says its number. */
export const id = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const CHARTS = [{ id: id(2), name: 'Kern', position: 1, items: 12 }, { id: id(3), name: 'Geld', position: 2, items: 4 }, { id: id(4), name: 'Leeg', position: 3, items: 0 }];

export const RECIPIENT: RecipientRecord = { id: id(80), name: 'Parket Antwerpen', service: 'Parket', purpose: 'judicial', language: null, rights: { allowedHandling: {}, maximumMarkings: [] }, permissions: [], encryptionKey: null, signingKey: null, retired: false };

export const nl = (text: string): { original: 'nl'; texts: { nl: string } } => ({ original: 'nl', texts: { nl: text } });

export const TEXT: BriefingBlock = { kind: 'text', id: id(10), sentences: [{ id: id(11), text: nl('Hij belde. Zij niet.'), cites: [], assessment: false }] };
export const HEADING: BriefingBlock = { kind: 'heading', id: id(12), level: 1, text: nl('Samenvatting') };

export const BRIEFING: BriefingRecord = {
  id: id(5), title: 'Het netwerk rond de haven', reference: 'AN-1', author: 'K. Peeters', service: 'Taskforce', recipient: null, copyNumber: '1', marking: { scheme: 'marking', code: 'restricted' },
  template: 'dossier', language: 'nl', originalBeside: false, withheldLinks: 'absent', identity: 'judged', blocks: [HEADING, TEXT, { kind: 'figure', id: id(13), chart: id(2), snapshot: null, places: 'drawn', caption: null }],
};

export const STATEMENT: CitedStatement = { id: id(40), subject: id(30), caption: 'A. Peeters', text: 'Naam: A. Peeters', source: id(50), sourceTitle: 'rekeninglijst', place: 'rij 12', grading: 'A1', handling: '', basis: 'fact', retracted: false };

const ENTITY = { id: id(30), type: 'person', caption: 'A. Peeters', key: '', start: null, end: null, sources: 1, links: 3, grading: 'A1', handling: '', category: '', contradicts: false };

interface FakeBriefings {
  readonly briefings?: readonly BriefingRecord[];
  readonly findings?: readonly BriefingFinding[];
  readonly statements?: readonly CitedStatement[];
  readonly app?: NonNullable<Parameters<typeof fakeSession>[0]>['app'];
  /** Opens the first in the editor. */
  readonly open?: boolean;
}

/** A case whose briefings are those that were put last; the first is open in the editor. */
export function fakeBriefings({ briefings = [BRIEFING], findings = [], statements = [STATEMENT], app = {}, open = true }: FakeBriefings = {}): FakeSession {
  const stored = new Map(briefings.map((briefing) => [briefing.id, briefing]));
  const releases: ReleaseRecord[] = [];
  const faked = fakeSession({
    app,
    open: {
      'case.charts': () => CHARTS,
      'case.briefings': () => [...stored.values()],
      'case.releases': () => releases,
      'case.recipients': () => [RECIPIENT],
      'case.checkBriefing': () => [...findings],
      'case.snapshots': () => [{ id: id(60), chart: id(2), name: 'Kern, 3 mei', seq: 4, items: 12 }],
      'case.sources': () => [],
      'case.entities': ({ ids }) => (ids.includes(ENTITY.id) ? [ENTITY] : []),
      'case.browse': () => ({ entities: [ENTITY], total: 1, byType: { person: 1 } }),
      'case.search': () => ({ hits: [{ entity: ENTITY, property: '', excerpt: '' }], more: false, pages: [] }),
      'case.statements': ({ ids }) => statements.filter((each) => ids.includes(each.id)),
      'case.subject': ({ id: subject }) => ({
        kind: 'entity', id: subject, type: 'person', caption: ENTITY.caption, key: '', entity: ENTITY, ends: null, more: false, sources: [], linkCounts: [],
        statements: statements.map((each, index) => ({ id: each.id, source: each.source, sourceTitle: each.sourceTitle, sourceNumber: index + 1, locator: {}, values: {}, grading: null, gradingText: each.grading, handling: [], basis: each.basis, at: '2026-01-01T00:00:00.000Z', actor: '', seq: 1 })),
      }),
      'case.execute': ({ command, args }) => {
        if (command === 'briefing.put') stored.set((args as BriefingRecord).id, args as BriefingRecord);
        if (command === 'briefing.delete') stored.delete((args as { id: string }).id);
        return { seq: 2, history: { undo: null, redo: null } };
      },
    },
  });
  changeBriefingPlace({ ...NO_PLACE, briefing: open ? (briefings[0]?.id ?? null) : null });
  return faked;
}

/** Every state that was stored, in order. */
export const puts = (faked: FakeSession): BriefingRecord[] => (faked.of('case.execute') as { command: string; args: BriefingRecord }[]).filter(({ command }) => command === 'briefing.put').map(({ args }) => args);

/** Words of the sentences that were stored last, by block. */
export const written = (faked: FakeSession): (string | undefined)[][] => (puts(faked).at(-1)?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.sentences.map((each) => each.text.texts.nl)] : []));
