import type { Point } from './viewport';

/** Kind under which tables and search results hand over ids of entities: a JSON list of strings. */
export const ENTITY_IDS = 'application/x-knoop-entities';

interface Wishes {
  entities(ids: readonly string[], at: Point): void;
  text(text: string, at: Point): void;
}

const LONGEST_TEXT = 100_000;

function idsOf(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Takes rows and text dropped on the chart. Files are left to the window, which opens the import wizard. */
export function attachDrop(container: HTMLElement, toChart: (clientX: number, clientY: number) => Point, wishes: Wishes): () => void {
  const accepts = (event: DragEvent): boolean => {
    const types = event.dataTransfer?.types ?? [];
    return !types.includes('Files') && (types.includes(ENTITY_IDS) || types.includes('text/plain'));
  };
  const over = (event: DragEvent): void => {
    if (!accepts(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (event: DragEvent): void => {
    if (!accepts(event) || !event.dataTransfer) return;
    event.preventDefault();
    const at = toChart(event.clientX, event.clientY);
    const ids = idsOf(event.dataTransfer.getData(ENTITY_IDS));
    if (ids.length > 0) return wishes.entities(ids, at);
    const text = event.dataTransfer.getData('text/plain').slice(0, LONGEST_TEXT).trim();
    if (text !== '') wishes.text(text, at);
  };
  container.addEventListener('dragover', over);
  container.addEventListener('drop', drop);
  return () => {
    container.removeEventListener('dragover', over);
    container.removeEventListener('drop', drop);
  };
}
