import type { ReactElement, ReactNode } from 'react';
import { Glyph } from './Glyph';

/** What a list shows while it has nothing: what is missing and what to do next. */
export function EmptyState({ icon, title, hint, children }: { icon: string; title: string; hint?: string; children?: ReactNode }): ReactElement {
  return (
    <div className="empty-state">
      <Glyph path={icon} size={32} />
      <p className="empty-state__title">{title}</p>
      {hint ? <p className="empty-state__hint">{hint}</p> : null}
      {children}
    </div>
  );
}
