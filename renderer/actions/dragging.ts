import { ENTITY_IDS } from '../canvas';

/** Makes a drag carry entities, which the canvas takes. */
export function dragEntities(data: DataTransfer, ids: readonly string[]): void {
  data.setData(ENTITY_IDS, JSON.stringify(ids));
  data.effectAllowed = 'copy';
}
