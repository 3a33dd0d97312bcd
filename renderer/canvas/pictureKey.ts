import type { CroppedPicture } from '../../shared/model/drawing';

/** The key under which a node carries its picture; two cuts of one picture have two. */
export const pictureKey = ({ source, x, y, side }: CroppedPicture): string => `${source} ${x} ${y} ${side}`;

/** The cut that a key stands for. */
export function cutOf(key: string): CroppedPicture {
  const [source = '', x, y, side] = key.split(' ');
  return { source, x: Number(x), y: Number(y), side: Number(side) };
}
