import { useEffect, type ReactElement } from 'react';
import type { BriefingDocument, Section } from '../../shared/briefing/document';
import { Contents } from './Contents';
import { Cover } from './Cover';
import { FigureBlock } from './FigureBlock';
import { Paragraph } from './Paragraph';
import { TableBlock } from './TableBlock';

function SectionOf({ section }: { section: Section }): ReactElement {
  const Heading = section.level === 1 ? 'h1' : 'h2';
  return (
    <section>
      {/* The outline of the PDF takes its texts from here: one text, because a blank between two elements gets lost there. */}
      <Heading id={`section-${section.id}`}>{`${section.number}\u2002${section.heading}`}</Heading>
      {section.blocks.map((block, index) => {
        if (block.kind === 'paragraph') return <Paragraph key={index} parts={block.parts} />;
        return block.kind === 'figure' ? <FigureBlock key={index} block={block} /> : <TableBlock key={index} table={block} />;
      })}
    </section>
  );
}

/** A whole briefing as pages to print. `pages` holds the page of each section once an earlier pass has found it. */
export function Briefing({ document, pages, onLaidOut }: { document: BriefingDocument; pages: Readonly<Record<string, number>>; onLaidOut: () => void }): ReactElement {
  useEffect(onLaidOut, [onLaidOut]);
  return (
    <>
      <Cover cover={document.cover} short={document.contentsHeading === ''} />
      {document.contentsHeading === '' ? null : <Contents heading={document.contentsHeading} sections={document.sections} pages={pages} />}
      {document.sections.map((section) => <SectionOf key={section.id} section={section} />)}
    </>
  );
}
