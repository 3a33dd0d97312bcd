import type { Id } from '../model/ids';
import type { Catalogue } from '../schema/catalogue';
import type { Audience } from './audience';
import { receipts, type ComposeContext } from './context';
import { passExhibits } from './exhibits';
import { passGate, type WithheldReason } from './gate';
import type { GatheredStatement } from './gathered';
import { joinBlocks, joinPlace } from './joined';
import { Ledger } from './ledger';
import type { GatheredJudgement, Material } from './material';
import { buildScene } from './scene';
import { numberSources } from './sourceNumbers';
import type { Words } from './words';

/** What came out of the gate, ready to be composed from, and how much was held back for which reason. */
export interface Passed {
  readonly context: ComposeContext;
  readonly withheld: readonly { readonly reason: WithheldReason; readonly count: number }[];
  /** Links of which something was held back, with the services whose permission would free it: what stubs stand for. */
  readonly held: ReadonlyMap<Id, ReadonlySet<string>>;
}

/**
 * Judgements that an audience may know of: inside the service all; outside our own, by those who may see what bears no codes, and without who made them and why. What other
 * services judged is theirs to tell.
 */
function judgementsFor(judgements: readonly GatheredJudgement[], audience: Audience, catalogue: Catalogue): readonly GatheredJudgement[] {
  if (audience.recipient === null && audience.purpose === 'internal') return judgements;
  const ofOurs = passGate([{ handling: [], originator: '', source: '' }], audience, catalogue.schemes).withheld.length === 0;
  return ofOurs ? judgements.filter(({ theirs }) => !theirs).map((judgement) => ({ ...judgement, by: '', reason: '' })) : [];
}

/** Puts all that was gathered through the gate. Everything after this knows only what passed. */
export function passMaterial(material: Material, catalogue: Catalogue, words: Words, audience: Audience): Passed {
  const reasons = new Map<WithheldReason, number>();
  const counted = new Set<string>();
  const count = (reason: WithheldReason): void => void reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const held = new Map<Id, Set<string>>();
  const pass = <S extends GatheredStatement>(statements: readonly S[]): readonly S[] => {
    const { allowed, withheld } = passGate(statements, audience, catalogue.schemes);
    for (const { statement, reason, originator } of withheld) {
      if (counted.has(statement.id)) continue;
      counted.add(statement.id);
      count(reason);
      if (statement.subjectKind !== 'link') continue;
      const services = held.get(statement.subject) ?? new Set<string>();
      held.set(statement.subject, services);
      if (originator !== null) services.add(originator);
    }
    return allowed;
  };
  const allowed = pass(material.statements);
  const cited = pass(material.cited);
  const frozen = material.frozen.map((chart) => ({ chart, allowed: pass(chart.statements) }));
  const exhibits = passExhibits(material.exhibits, audience, catalogue.schemes);
  for (const reason of exhibits.withheld) count(reason);
  const numbers = numberSources(material.sources, [...allowed, ...cited, ...frozen.flatMap((each) => each.allowed)], exhibits.allowed.keys());
  const { briefing } = material;
  const manner = { mode: briefing.identity, all: audience.recipient === null && audience.purpose === 'internal' };
  const live = joinPlace(material, material.charts, judgementsFor(material.judgements, audience, catalogue), allowed, manner, catalogue);
  const then = frozen.map(({ chart, allowed: said }) => ({ ...joinPlace(chart, [chart.chart], judgementsFor(chart.judgements, audience, catalogue), said, manner, catalogue), said }));
  const scenes = new Map(then.map(({ place, joined, said }) => [place.snapshot, buildScene({ ...material, entities: place.entities, links: place.links, statements: place.statements }, said, catalogue, words, numbers, joined)]));
  const shown: Material = {
    ...live.place, charts: live.charts, briefing: { ...briefing, blocks: joinBlocks(briefing.blocks, live.joined) },
    frozen: then.map(({ place, charts: [chart] }) => ({ ...place, chart: chart ?? place.chart })),
  };
  return {
    context: {
      material: shown, joined: live.joined, joinedThen: new Map(then.map(({ place, joined }) => [place.snapshot, joined])), scene: buildScene(shown, allowed, catalogue, words, numbers, live.joined), frozen: scenes, cited: new Map(cited.map((statement) => [statement.id, statement])), exhibits: exhibits.allowed,
      ledger: new Ledger(catalogue, material.briefing.language, material.briefing.marking, material.settings.marking), ...receipts(material),
    },
    withheld: [...reasons].map(([reason, number]) => ({ reason, count: number })),
    held,
  };
}
