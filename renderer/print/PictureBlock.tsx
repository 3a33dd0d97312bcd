import type { ReactElement } from 'react';
import type { Block } from '../../shared/briefing/document';

/** Tallest that a picture is set, CSS px: caption and heading fit on its page. */
const TALLEST = 560;
/** Pictures are not blown up beyond this many CSS px per pixel of theirs. */
const LARGEST_SCALE = 1.25;
const WIDTH = 628;

/** A picture of the case with its caption, never larger than its pixels bear. */
export function PictureBlock({ block }: { block: Extract<Block, { kind: 'picture' }> }): ReactElement {
  const scale = Math.min(LARGEST_SCALE, (WIDTH - 16) / block.width, TALLEST / block.height);
  return (
    <figure>
      <div className="figure-frame">
        <img className="picture" src={`data:${block.mediaType};base64,${block.data}`} alt={block.alternative} width={Math.round(block.width * scale)} height={Math.round(block.height * scale)} />
      </div>
      <figcaption><strong>{block.label}.</strong> {block.caption}</figcaption>
    </figure>
  );
}
