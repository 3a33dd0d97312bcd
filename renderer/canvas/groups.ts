import type { DrawnGroup } from '../case/drawn/drawnChart';
import { LOCALES } from '../../shared/values/locale';
import { mixed, visibleOn } from './colours';
import type { DrawingContext, DrawnNode } from './elements';

/** Side of a closed group's square in chart units: larger than an entity, since it stands for several. */
const SIDE = 42;
const GLYPH = 23;
/** How much of its colour is in the ground of a group. */
const TINT = 0.16;

/** A closed group as an item: a square of sheets in a pale neutral, or in its own colour, with the glyph of what most of it is and its count. */
export function groupNode(group: DrawnGroup, { looks, theme, language, paint }: DrawingContext): DrawnNode {
  const { id, type, name, grading, pinned, x, y } = group;
  const ring = group.colour === undefined ? theme.quiet : visibleOn(group.colour, theme.background, theme.text);
  const glyph = paint(looks.entity(type).icon, ring);
  return {
    x, y,
    data: {
      id, type, family: 'organisations', ...(glyph ? { glyph } : {}), caption: name, key: '', grading, handling: looks.handling(group.handling), sources: 0, contradicts: false, pinned,
      held: new Intl.NumberFormat(LOCALES[language]).format(group.members.length), fill: mixed(theme.background, ring, TINT), ring, frameWidth: SIDE, frameHeight: SIDE, glyphSize: GLYPH,
    },
  };
}
