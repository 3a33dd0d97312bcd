import { useEffect, type ReactElement } from 'react';
import type { Block, BriefingDocument } from '../../shared/briefing/document';
import type { PageMarking } from '../../shared/contract/printService';
import { Figure } from './Figure';
import { FIGURE_ROOM } from './FigureBlock';
import { layOutFigure } from './figureLayout';
import { ImageSheet } from './ImageSheet';
import { TimelineBlock } from './TimelineBlock';

function DrawingOf({ block, place, marking }: { block: Block; place: string; marking: PageMarking | null }): ReactElement | null {
  if (block.kind === 'timeline') return <TimelineBlock block={block} place={place} />;
  if (block.kind !== 'figure') return null;
  if (marking !== null) return <ImageSheet block={block} place={place} marking={marking} />;
  return <Figure layout={layOutFigure(block.figure, FIGURE_ROOM)} alternative={block.alternative} place={place} />;
}

/** The drawings of a document, one under the other, for writers of other formats. */
export function Drawings({ document, marking, onLaidOut }: { document: BriefingDocument; marking: PageMarking | null; onLaidOut: () => void }): ReactElement {
  useEffect(onLaidOut, [onLaidOut]);
  return <>{document.sections.flatMap((section, at) => section.blocks.map((block, index) => <DrawingOf key={`${at}.${index}`} block={block} place={`${at}.${index}`} marking={marking} />))}</>;
}
