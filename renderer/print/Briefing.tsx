import { memo, useEffect, type ReactElement } from 'react';
import type { Block, BriefingDocument, Section } from '../../shared/briefing/document';
import { Contents } from './Contents';
import { Cover } from './Cover';
import { FigureBlock } from './FigureBlock';
import { NotesBlock } from './NotesBlock';
import { Paragraph } from './Paragraph';
import { PictureBlock } from './PictureBlock';
import { TableBlock } from './TableBlock';
import { TimelineBlock } from './TimelineBlock';

/** `place` names the block among all of the document, so that a writer finds its drawing. */
function BlockOf({ block, place }: { block: Block; place: string }): ReactElement {
  if (block.kind === 'paragraph') return <Paragraph parts={block.parts} />;
  if (block.kind === 'figure') return <FigureBlock block={block} place={place} />;
  if (block.kind === 'timeline') return <TimelineBlock block={block} place={place} />;
  if (block.kind === 'picture') return <PictureBlock block={block} />;
  if (block.kind === 'notes') return <NotesBlock block={block} />;
  if (block.kind === 'pageBreak') return <div className="page-break" />;
  return <TableBlock table={block} />;
}

/** Page numbers of the contents list change nothing here. */
const SectionOf = memo(({ section, at }: { section: Section; at: number }): ReactElement => {
  const Heading = section.level === 1 ? 'h1' : 'h2';
  return (
    <section>
      {/* The outline of the PDF takes its texts from here: one text, because a blank between two elements gets lost there. */}
      {section.heading !== '' && <Heading id={`section-${section.id}`}>{section.number === '' ? section.heading : `${section.number}\u2002${section.heading}`}</Heading>}
      {section.blocks.map((block, index) => <BlockOf key={index} block={block} place={`${at}.${index}`} />)}
    </section>
  );
});

/** A whole briefing as pages to print. `pages` holds the page of each section once an earlier pass has found it. */
export function Briefing({ document, pages, onLaidOut }: { document: BriefingDocument; pages: Readonly<Record<string, number>>; onLaidOut: () => void }): ReactElement {
  useEffect(onLaidOut, [onLaidOut]);
  return (
    <>
      <Cover cover={document.cover} short={document.contentsHeading === ''} />
      {document.contentsHeading === '' ? null : <Contents heading={document.contentsHeading} sections={document.sections} pages={pages} />}
      {document.sections.map((section, at) => <SectionOf key={section.id} section={section} at={at} />)}
    </>
  );
}
