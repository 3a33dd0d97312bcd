import { mentionKey } from '../../../shared/analysis/mentions/key';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import type { EntityView } from '../../../shared/contract/views';
import type { MentionView } from '../../../shared/contract/reading';
import type { Id } from '../../../shared/model/ids';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { MatchKind } from '../../../shared/schema/types';
import type { Reading } from '../viewing';
import { nameProperty } from './knownNames';
import { dismissedMentions, saidBy } from './mentions';
import type { NearName } from './nearNames';
import { liveSource } from './pages';
import { shownEntities } from './shownEntities';

type Result = ResultOf<CaseService['requests']['case.nearNames']>;

/** As what a name in another spelling is kept of somebody: the property for further names, where the type has one. */
const otherNameProperty = (catalogue: Catalogue, type: string): string | null => catalogue.entityType(type)?.properties.filter((property) => property.match === 'name').at(-1)?.id ?? null;

/** What somebody new could be: types of a kind that can be made, each with the property of its name. */
function newTargets(catalogue: Catalogue, kinds: readonly MatchKind[]): MentionView['targets'] {
  return kinds.flatMap((kind) => catalogue.entityTypes.filter((type) => type.matchAs === kind && type.abstract !== true).slice(0, 1)).flatMap((type) => {
    const property = nameProperty(catalogue, type.id);
    return property === null ? [] : [{ type: type.id, property }];
  });
}

/** Day of birth and numbers as properties of a type. */
function besidesOf({ birth, identifiers }: NearName, type: string, catalogue: Catalogue): Values {
  const besides: Values = {};
  const born = catalogue.entityType(type)?.properties.find((property) => property.match === 'birthDate');
  if (birth !== null && born !== undefined) besides[born.id] = [birth];
  for (const { targets, value } of identifiers) for (const target of targets) if (target.type === type && value.doubt === undefined) besides[target.property] ??= [value];
  return besides;
}

/** Names that may be somebody's as the page shows them, in the eyes and the identity of one port. */
export function nearMentions({ db, catalogue, identity }: Reading, source: Id, found: readonly NearName[]): Result {
  const { n } = liveSource(db, source);
  const tops = new Map(found.flatMap(({ near }) => near).map((each) => [each.n, identity.topOf(each.n)]));
  const keys = [...new Set(tops.values())];
  const views = new Map(keys.flatMap((key) => shownEntities(db, catalogue, identity, [key]).map((view): [number, EntityView] => [key, view])));
  const said = saidBy(db, n, [...tops.keys()]);
  const dismissed = dismissedMentions(db, source);
  const mentions = found.flatMap(({ near, ...name }): MentionView[] => {
    const targets = newTargets(catalogue, name.fresh === 'company' ? ['company', 'person'] : ['person', 'company']);
    const [first] = targets;
    if (first === undefined) return [];
    const key = mentionKey('name', name.raw);
    const seen = new Set<Id>();
    const may = near.flatMap((each) => {
      const view = views.get(tops.get(each.n) ?? 0);
      const property = view === undefined ? null : otherNameProperty(catalogue, view.type);
      if (view === undefined || property === null || seen.has(view.id)) return [];
      seen.add(view.id);
      return [{ entity: view.id, property, score: each.score, evidence: each.evidence.map((evidence) => ({ ...evidence })) }];
    });
    if (may.length === 0 && name.fresh === null) return [];
    return [{
      key, kind: 'name', page: name.page, start: name.start, end: name.end, sentence: name.sentence, raw: name.raw, value: { v: name.raw }, targets, known: [],
      said: near.some((each) => said.get(each.n)?.has(name.raw) === true), dismissed: dismissed.has(key), near: may, besides: besidesOf({ ...name, near }, first.type, catalogue),
    }];
  });
  return { mentions, entities: [...views.values()] };
}
