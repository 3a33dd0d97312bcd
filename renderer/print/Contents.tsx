import type { ReactElement } from 'react';
import type { Section } from '../../shared/briefing/document';

/** The contents list, without sections that have no heading. Page numbers keep their room while they are not known yet, so that the second pass moves nothing. */
export function Contents({ heading, sections, pages }: { heading: string; sections: readonly Section[]; pages: Readonly<Record<string, number>> }): ReactElement {
  return (
    <nav className="contents">
      <h1>{heading}</h1>
      <ol>
        {sections.filter(({ heading: own }) => own !== '').map((section) => (
          <li key={section.id} className={section.level === 1 ? 'contents-chapter' : 'contents-part'}>
            <a href={`#section-${section.id}`}>
              <span className="contents-number">{section.number}</span>
              <span className="contents-heading">{section.heading}</span>
              <span className="contents-leader" aria-hidden="true" />
              <span className="contents-page">{pages[section.id] ?? '\u00a0'}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
