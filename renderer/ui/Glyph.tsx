import type { ReactElement } from 'react';

/** A single-path icon (24 × 24 units) in the colour of the text around it. `size` in px. Without a label it is decoration and hidden from readers. */
export function Glyph({ path, size = 16, label, className }: { path: string; size?: number; label?: string; className?: string }): ReactElement {
  return (
    <svg className={`glyph ${className ?? ''}`} width={size} height={size} viewBox="0 0 24 24" role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true} focusable="false">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
