const SHOWN: readonly string[] = ['image/png', 'image/jpeg'];

/** Takes a single picture file that is dropped on an item; what falls beside items, and other files, are left to the window. `itemAt` has window coordinates. Returns the removal. */
export function attachDropPicture(container: HTMLElement, itemAt: (clientX: number, clientY: number) => string | null, wishes: { over(id: string | null): void; dropped(file: File, id: string): void }): () => void {
  const target = (event: DragEvent): string | null => {
    const items = [...(event.dataTransfer?.items ?? [])];
    return items.length === 1 && items[0]?.kind === 'file' && SHOWN.includes(items[0].type) ? itemAt(event.clientX, event.clientY) : null;
  };
  const over = (event: DragEvent): void => {
    const id = target(event);
    wishes.over(id);
    if (id === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (event: DragEvent): void => {
    const id = target(event);
    const file = event.dataTransfer?.files[0];
    wishes.over(null);
    if (id === null || file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    wishes.dropped(file, id);
  };
  const leave = (): void => wishes.over(null);
  container.addEventListener('dragover', over, true);
  container.addEventListener('drop', drop, true);
  container.addEventListener('dragleave', leave);
  return () => {
    container.removeEventListener('dragover', over, true);
    container.removeEventListener('drop', drop, true);
    container.removeEventListener('dragleave', leave);
  };
}
