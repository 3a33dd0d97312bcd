/** Factors on the usual size of a mark, on paper: an item must not hide its neighbours, nor shrink to a dot. */
export const sizeOnPaper = (size: number | undefined): number => Math.min(1.9, Math.max(0.6, size ?? 1));
