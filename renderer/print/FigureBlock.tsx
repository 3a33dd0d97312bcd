import type { ReactElement } from 'react';
import type { Block } from '../../shared/briefing/document';
import { Figure } from './Figure';
import { layOutFigure } from './figureLayout';
import { FigureLegend } from './FigureLegend';

/** Width of the text, and the height that leaves room for a short summary, heading, caption and legend on one page; CSS px of A4 with its margins. */
export const FIGURE_ROOM = { width: 628, height: 580 };

/** A figure with its caption and legend, all on one page. */
export function FigureBlock({ block, place }: { block: Extract<Block, { kind: 'figure' }>; place: string }): ReactElement {
  const layout = layOutFigure(block.figure, FIGURE_ROOM);
  return (
    <figure>
      <div className="figure-frame">
        <Figure layout={layout} alternative={block.alternative} place={place} />
      </div>
      <figcaption><strong>{block.label}.</strong> {block.caption}</figcaption>
      <FigureLegend legend={block.figure.legend} badges={layout.badges} unlabelled={layout.unlabelled} unnumbered={layout.unnumbered} />
    </figure>
  );
}
