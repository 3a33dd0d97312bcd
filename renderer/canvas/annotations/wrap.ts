/** Breaks words into lines that fit a width, at blanks, hyphens and line ends; a word that is too long by itself is broken where it must be, with a hyphen. `widthOf` measures in the unit of `width`. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/(?<=[\s\-/])/)) {
      if (widthOf((line + word).trimEnd()) <= width) {
        line += word;
        continue;
      }
      if (line.trimEnd() !== '') lines.push(line.trimEnd());
      line = word;
      while (widthOf(line.trimEnd()) > width && line.trimEnd().length > 1) {
        let end = line.length - 1;
        while (end > 1 && widthOf(`${line.slice(0, end)}-`) > width) end -= 1;
        lines.push(`${line.slice(0, end)}-`);
        line = line.slice(end);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** As many lines as there is room for; the last of them says by "…" that there is more. */
export function withinLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, Math.max(1, most));
  kept[kept.length - 1] = `${(kept.at(-1) ?? '').replace(/\s*\S?$/, '')}…`;
  return kept;
}
