import type { z } from 'zod';
import type { commandArguments } from '../../../shared/commands/arguments';
import type { EntityView, MentionView } from '../../../shared/contract';
import type { Types } from '../../case/types';
import { grouped } from '../../ui/grouped';

/** One thing that a document names, with all places where it does. */
export interface Proposal {
  readonly key: string;
  readonly mention: MentionView;
  readonly places: readonly MentionView[];
  /** Entities of the case that it is, or may be. */
  readonly known: readonly EntityView[];
  readonly state: ProposalState;
}

export const PROPOSAL_STATES = ['open', 'said', 'dismissed'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What the user chose for a proposal: a type of new entity, or one of the known ones. */
export interface Choice {
  readonly type?: string;
  readonly entity?: string;
}

/** Mentions of the same thing together, in the order in which the document first names them. */
export function proposalsOf(mentions: readonly MentionView[], entities: readonly EntityView[]): readonly Proposal[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return [...grouped(mentions, ({ key }) => key)].flatMap(([key, places]) => {
    const [mention] = places;
    if (mention === undefined) return [];
    const known = mention.known.flatMap((id) => byId.get(id) ?? []);
    return [{ key, mention, places, known, state: places.some(({ said }) => said) ? 'said' : mention.dismissed ? 'dismissed' : 'open' }];
  });
}

/** The type that a proposal comes in as: that of the known entity, or the chosen or likeliest new one. */
export function typeOf({ mention, known }: Proposal, choice: Choice = {}): string {
  const entity = known.find(({ id }) => id === choice.entity) ?? known[0];
  return entity?.type ?? choice.type ?? mention.targets[0]?.type ?? '';
}

type Items = z.input<(typeof commandArguments)['mentions.accept']>['items'];

/** What the command takes for a proposal: a statement for each page on which it stands. `newId` gives the id of a new entity. */
export function itemsOf(proposal: Proposal, choice: Choice, types: Types, newId: () => string): Items {
  const { mention, known, places } = proposal;
  const entity = known.find(({ id }) => id === choice.entity) ?? known[0];
  const type = typeOf(proposal, choice);
  const property = mention.targets.find((target) => target.type === type)?.property ?? mention.targets.find((target) => types.property(type, target.property) !== undefined)?.property;
  if (property === undefined) return [];
  const id = entity?.id ?? newId();
  return [...grouped(places, ({ page }) => page)].map(([page, [first = mention]]) => ({ entity: id, type: entity === undefined ? type : null, values: { [property]: [first.value] }, page }));
}
