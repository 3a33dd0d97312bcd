import type { z } from 'zod';
import type { commandArguments } from '../../../shared/commands/arguments';
import type { EntityView, MentionView } from '../../../shared/contract';
import type { EvidenceView } from '../../../shared/contract/judging';
import type { Types } from '../../case/types';
import { grouped } from '../../ui/grouped';

/** One thing that a document names, with all places where it does. */
export interface Proposal {
  readonly key: string;
  readonly mention: MentionView;
  readonly places: readonly MentionView[];
  /** Entities of the case that it is, or may be. */
  readonly known: readonly EntityView[];
  /** Whom a name may mean that nobody bears as it is written, the likeliest first. */
  readonly near: readonly NearEntity[];
  /** It is not certain whom or what it means: never taken in with all the rest. */
  readonly unsure: boolean;
  readonly state: ProposalState;
}

export interface NearEntity {
  readonly entity: EntityView;
  /** As what the name is kept of it. */
  readonly property: string;
  readonly score: number;
  readonly evidence: readonly EvidenceView[];
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
    const near = (mention.near ?? []).flatMap(({ entity: id, ...rest }): NearEntity[] => {
      const entity = byId.get(id);
      return entity === undefined ? [] : [{ entity, ...rest }];
    });
    return [{ key, mention, places, known, near, unsure: mention.near !== undefined, state: places.some(({ said }) => said) ? 'said' : mention.dismissed ? 'dismissed' : 'open' }];
  });
}

/** What a proposal comes in as: a known entity or, where that is null, a new one of this type. */
export interface Taken {
  readonly entity: EntityView | null;
  readonly type: string;
}

/** Whom or what a proposal comes in as: who is known or likeliest, or somebody new of the chosen or likeliest type. */
export function takenAs({ mention, known, near }: Proposal, choice: Choice = {}): Taken {
  const may = known.length > 0 ? known : choice.type !== undefined ? [] : near.map(({ entity }) => entity);
  const entity = may.find(({ id }) => id === choice.entity) ?? may[0] ?? null;
  return { entity, type: entity?.type ?? choice.type ?? mention.targets[0]?.type ?? '' };
}

/** The type that a proposal comes in as. */
export const typeOf = (proposal: Proposal, choice: Choice = {}): string => takenAs(proposal, choice).type;

/** A choice among known and new as one text, and back. */
export const valueOfChoice = ({ entity, type }: Taken): string => (entity === null ? `type ${type}` : `entity ${entity.id}`);
export function choiceOf(value: string): Choice {
  const [kind, id = ''] = value.split(' ', 2);
  return kind === 'entity' ? { entity: id } : { type: id };
}

type Items = z.input<(typeof commandArguments)['mentions.accept']>['items'];

/** What the command takes for a proposal: a statement for each page on which it stands. `newId` gives the id of a new entity. */
export function itemsOf(proposal: Proposal, choice: Choice, types: Types, newId: () => string): Items {
  const { mention, near, places } = proposal;
  const { entity, type } = takenAs(proposal, choice);
  const property = near.find((each) => each.entity === entity)?.property ?? mention.targets.find((target) => target.type === type)?.property ?? mention.targets.find((target) => types.property(type, target.property) !== undefined)?.property;
  if (property === undefined) return [];
  const id = entity?.id ?? newId();
  // What the sentence says besides is told of somebody new only: of whom is known, it may be somebody else's.
  const besides = entity === null && type === mention.targets[0]?.type ? (mention.besides ?? {}) : {};
  return [...grouped(places, ({ page }) => page)].map(([page, [first = mention]]) => ({ entity: id, type: entity === null ? type : null, values: { ...(first === mention ? besides : {}), [property]: [first.value] }, page }));
}
