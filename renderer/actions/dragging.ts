/** Media type under which ids of entities travel from a list to the canvas. */
export const ENTITY_DRAG = 'application/x-knoop-entities';

/** Makes a drag carry entities. */
export function dragEntities(data: DataTransfer, ids: readonly string[]): void {
  data.setData(ENTITY_DRAG, JSON.stringify(ids));
  data.effectAllowed = 'copy';
}

/** Ids of the entities that a drop brings; none when it brings something else. */
export function droppedEntities(data: DataTransfer): readonly string[] {
  const text = data.getData(ENTITY_DRAG);
  if (text === '') return [];
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter((id): id is string => typeof id === 'string') : [];
}
