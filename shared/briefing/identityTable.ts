import type { Id } from '../model/ids';
import { captionOf } from '../schema/caption';
import { column, plain, quiet, strong, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import type { CitedText } from './document';
import { captionStatements } from './factLines';
import type { GatheredStatement } from './gathered';
import type { Joined } from './joined';
import type { GatheredJudgement } from './material';
import { momentText } from './moment';
import type { Scene, SceneEntity } from './scene';
import type { SourceNumbers } from './sourceNumbers';
import { subjectsOf } from './subject';

/** One of the records behind an item: what it is called by what is said of it alone, and the statements that say so. */
interface Member {
  readonly id: Id;
  readonly caption: string;
  readonly statements: readonly GatheredStatement[];
}

/** Records that a document shows as one. */
export interface ShownAsOne {
  readonly entity: SceneEntity;
  readonly members: readonly Member[];
  readonly judgements: readonly GatheredJudgement[];
}

function membersOf(entity: SceneEntity, ids: readonly Id[], scene: Scene): readonly Member[] {
  const subjects = subjectsOf(entity.subject.statements, scene.numbers);
  return ids.flatMap((id) => {
    const subject = subjects.get(id);
    if (subject === undefined) return [];
    const { caption } = captionOf(entity.type, subject.values, scene.language);
    return [{ id, caption: caption === '' ? scene.words('unnamed', { type: entity.type.label[scene.language] }) : caption, statements: captionStatements({ ...entity, subject, caption }, scene) }];
  });
}

function inScene(joined: Joined, scene: Scene, shown: ReadonlySet<Id>): ShownAsOne[] {
  return [...joined.clusters].flatMap(([top, ids]): ShownAsOne[] => {
    const entity = scene.entities.get(top);
    if (entity === undefined || !ids.some((id) => shown.has(id))) return [];
    const judgements = joined.judgements.filter(({ left, right, verdict }) => verdict !== 'different' && joined.topOf(left) === top && joined.topOf(right) === top);
    return [{ entity, members: membersOf(entity, ids, scene), judgements }];
  });
}

/** What of `shown` stands for several records: in the case as it stands, and in frozen charts where that was otherwise. By name. */
export function shownAsOne(shown: ReadonlySet<Id>, { scene, frozen, joined, joinedThen }: ComposeContext): readonly ShownAsOne[] {
  const found = new Map<string, ShownAsOne>();
  const scenes = [{ joined, scene }, ...[...joinedThen].flatMap(([snapshot, then]) => {
    const sceneThen = frozen.get(snapshot);
    return sceneThen === undefined ? [] : [{ joined: then, scene: sceneThen }];
  })];
  for (const each of scenes.flatMap((place) => inScene(place.joined, place.scene, shown))) {
    const key = each.members.map(({ id }) => id).join(' ');
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()].sort((a, b) => a.entity.caption.localeCompare(b.entity.caption, scene.language) || (a.entity.id < b.entity.id ? -1 : 1));
}

/** "judged the same on 3 May 2026 by K. Peeters: same date of birth"; who and why only where these are given. */
function judgedText({ verdict, by, at, reason }: GatheredJudgement, names: ReadonlyMap<Id, string>, pair: readonly [Id, Id] | null, { words, language }: Scene): CitedText[] {
  const date = momentText(at, language, 'day');
  const text = by === '' ? words(`judged.${verdict}`, { date }) : words(`judgedBy.${verdict}`, { date, name: by });
  const ends = pair === null ? '' : `${names.get(pair[0]) ?? ''} – ${names.get(pair[1]) ?? ''}: `;
  return [plain(`${ends}${text}`), ...(reason === '' ? [] : [quiet(reason.replace(/\s+/g, ' '))])];
}

/**
 * The table of what stands for several records: which they are, with their sources, and by whose judgement. Null when nothing does. `final` are the numbers that
 * sources have in the end; what it rests on must have gone into the ledger before these were given.
 */
export function identityTable(rows: readonly ShownAsOne[], final: SourceNumbers, context: ComposeContext): UnnumberedTable | null {
  const { scene } = context;
  const { words } = scene;
  if (rows.length === 0) return null;
  const numbersOf = (statements: readonly GatheredStatement[]): number[] => [...new Set(statements.map(({ source }) => final.of(source)))].filter((number) => number > 0).sort((a, b) => a - b);
  return tableOf(
    words('identityCaption', { count: rows.length }),
    [column(words('columnShownAs')), column(words('columnRecords'), 'wide'), column(words('columnJudged'), 'wide')],
    rows.map(({ entity, members, judgements }) => {
      const names = new Map(members.map(({ id, caption }) => [id, caption]));
      return {
        cells: [
          [strong(entity.caption)],
          members.map(({ caption, statements }) => ({ text: caption, sources: numbersOf(statements), emphasis: 'plain' as const })),
          judgements.flatMap((judgement) => judgedText(judgement, names, members.length > 2 ? [judgement.left, judgement.right] : null, scene)),
        ],
        statements: members.flatMap((member) => [...member.statements]),
      };
    }),
    context,
  );
}
