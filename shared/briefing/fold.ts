import { sumAmounts } from '../model/amount';
import { formatProperty } from '../schema/choice';
import type { LinkType } from '../schema/types';
import type { Language } from '../values/kind';
import type { SceneEntity, SceneLink } from './scene';

/** Links of one type between the same two entities; types without direction fold both directions into one. */
export interface Fold {
  readonly type: LinkType;
  readonly from: SceneEntity;
  readonly to: SceneEntity;
  readonly links: readonly SceneLink[];
}

/** Folds links, in the order in which each pair is first met. */
export function foldLinks(links: Iterable<SceneLink>): readonly Fold[] {
  const folds = new Map<string, { type: LinkType; from: SceneEntity; to: SceneEntity; links: SceneLink[] }>();
  for (const link of links) {
    const turned = !link.type.directed && link.to.id < link.from.id;
    const [from, to] = turned ? [link.to, link.from] : [link.from, link.to];
    const key = `${link.type.id}|${from.id}|${to.id}`;
    const known = folds.get(key);
    if (known) known.links.push(link);
    else folds.set(key, { type: link.type, from, to, links: [link] });
  }
  return [...folds.values()];
}

/** The total of a fold's amounts as people read it; empty when its type has none, or when they cannot be added up. */
export function totalText({ type, links }: Pick<Fold, 'type' | 'links'>, language: Language): string {
  const amounts = links.flatMap((link) => (link.amount === null ? [] : [link.amount]));
  if (amounts.length < links.length) return '';
  const total = sumAmounts(amounts);
  const property = type.properties.find((each) => each.id === type.amount);
  return total === null || property === undefined ? '' : formatProperty(property, total, language);
}
