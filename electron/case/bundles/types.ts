import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { Image } from '../../../shared/model/patch';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { EntityType, LinkType, Scheme } from '../../../shared/schema/types';
import { keyText } from '../../../shared/commands/image';
import type { Differing } from './plan';
import type { BundleRows } from './rows';

export interface BroughtKinds {
  readonly images: readonly Image[];
  readonly catalogue: Catalogue;
  readonly differing: readonly Differing[];
}

/**
 * Types and schemes of the sender's own that are not known here. What is known under the same id stays as it is here, above all the schemes, by which our own gate
 * decides; what does not hang together with ours is left out.
 */
export function broughtKinds(catalogue: Catalogue, rows: BundleRows): BroughtKinds {
  const { entity, link, scheme } = rows.types();
  const images: Image[] = [];
  const differing: Differing[] = [];
  let { entityTypes, linkTypes, schemes } = catalogue;
  let wider = catalogue;
  const attempt = (known: unknown, id: string, theirs: unknown, data: () => Parameters<typeof buildCatalogue>[0], image: Image): void => {
    if (known !== undefined) {
      if (canonicalJson(known) !== canonicalJson(theirs)) differing.push({ kind: 'type', subject: id, ours: canonicalJson(known), theirs: canonicalJson(theirs) });
      return;
    }
    try {
      wider = buildCatalogue(data());
    } catch {
      return;
    }
    ({ entityTypes, linkTypes, schemes } = wider);
    images.push(image);
  };
  for (const type of entity as EntityType[]) attempt(wider.entityType(type.id) ?? wider.linkType(type.id), type.id, type, () => ({ entityTypes: [...entityTypes, type], linkTypes, schemes }), { table: 'user_type', key: keyText(type.id), before: null, after: { id: type.id, use: 'entity', content: type } });
  for (const type of link as LinkType[]) attempt(wider.linkType(type.id) ?? wider.entityType(type.id), type.id, type, () => ({ entityTypes, linkTypes: [...linkTypes, type], schemes }), { table: 'user_type', key: keyText(type.id), before: null, after: { id: type.id, use: 'link', content: type } });
  for (const each of scheme as Scheme[]) attempt(wider.scheme(each.id), each.id, each, () => ({ entityTypes, linkTypes, schemes: [...schemes, each] }), { table: 'user_scheme', key: keyText(each.id), before: null, after: each });
  return { images, catalogue: wider, differing };
}
