import type { StylesheetJson } from 'cytoscape';
import { FAMILIES } from '../../shared/schema/types';
import { GLYPH_SIZE as GLYPH } from './elements';
import { LEFT } from './gl/left';
import { FORMS } from './forms';
import type { Representation } from '../../shared/model/drawing';
import { HOLDERS } from './represent';
import type { Theme } from './theme';

export interface StyleWishes {
  readonly theme: Theme;
  /** Above the limit of items: lines without arrows and curves. */
  readonly cheap: boolean;
  /** Cytoscape draws only what is left to it; all else matches no rule, so that adding it costs nothing. */
  readonly onlyLeft?: boolean;
}

/** How strong all that has nothing to do with the selection remains. */
const FADED = 0.35;
/** What a filter leaves out: there, so that the picture keeps its shape, but not to be read. */
const DIMMED = 0.12;

type Rule = StylesheetJson[number];

function families(theme: Theme): Rule[] {
  return FAMILIES.map((family) => {
    const form = FORMS[family];
    const tone = theme.families[family];
    return {
      selector: `node[family = "${family}"]`,
      style: {
        shape: form.shape, width: form.width, height: form.height,
        ...(form.points ? { 'shape-polygon-points': [...form.points] } : {}),
        'background-color': tone.tint, 'border-color': tone.ink,
        'background-offset-x': form.glyphX ?? 0, 'background-offset-y': form.glyphY ?? 0,
      },
    } as Rule;
  });
}

/** Frames that hold their words: their shape, and where the sign of the type stands in them. */
function holders(): Rule[] {
  const glyphAt = (as: Representation): object => {
    const glyph = HOLDERS[as]?.glyph;
    return glyph ? { 'background-position-x': glyph.x, 'background-position-y': glyph.y, 'background-offset-x': 0, 'background-offset-y': 0 } : { 'background-image': 'none' };
  };
  return [
    { selector: 'node[as = "box"]', style: { shape: 'round-rectangle', ...glyphAt('box') } },
    { selector: 'node[as = "circle"]', style: { shape: 'ellipse', ...glyphAt('circle') } },
    { selector: 'node[as = "eventFrame"]', style: { shape: 'polygon', 'shape-polygon-points': [-1, -1, 0.87, -1, 1, 0, 0.87, 1, -1, 1], ...glyphAt('eventFrame') } },
    { selector: 'node[as = "text"]', style: { shape: 'rectangle', 'background-opacity': 0, 'border-width': 0, ...glyphAt('text') } },
    { selector: 'node[as = "picture"]', style: { shape: 'ellipse' } },
  ] as Rule[];
}

/** The whole look of the canvas except what is written and the badges, which the label layer draws. */
export function styleOf({ onlyLeft = false, ...wishes }: StyleWishes): StylesheetJson {
  const rules = wholeStyle(wishes);
  if (!onlyLeft) return rules;
  return rules.map((rule) => (rule.selector === 'core' ? rule : { ...rule, selector: String(rule.selector).split(', ').map((part) => part.replace(/^(node|edge)?/, `$1.${LEFT}`)).join(', ') })) as StylesheetJson;
}

function wholeStyle({ theme, cheap }: Omit<StyleWishes, 'onlyLeft'>): StylesheetJson {
  return [
    { selector: 'core', style: { 'active-bg-size': 0, 'selection-box-opacity': 0 } as never },
    { selector: 'node', style: { 'border-width': 1.5, 'overlay-opacity': 0, 'z-index': 10 } },
    { selector: 'node[glyph]', style: { 'background-image': 'data(glyph)', 'background-width': GLYPH, 'background-height': GLYPH, 'background-clip': 'none', 'background-image-smoothing': 'yes' } as never },
    ...families(theme),
    ...holders(),
    { selector: 'node[fill]', style: { 'background-color': 'data(fill)', 'border-color': 'data(ring)' } },
    // A sheet behind it: more than one thing lies there.
    { selector: 'node[held]', style: { ghost: 'yes', 'ghost-offset-x': 5, 'ghost-offset-y': -5, 'ghost-opacity': 0.75, 'corner-radius': '8px' } as never },
    { selector: 'node[frameWidth]', style: { width: 'data(frameWidth)', height: 'data(frameHeight)', 'background-width': 'data(glyphSize)', 'background-height': 'data(glyphSize)' } as never },
    {
      selector: 'edge',
      style: {
        'curve-style': cheap ? 'haystack' : 'bezier', 'control-point-step-size': 34, 'haystack-radius': 0,
        width: 'data(width)', 'line-color': theme.line, 'target-arrow-color': theme.line, 'source-arrow-color': theme.line, 'arrow-scale': 0.9, 'overlay-opacity': 0, 'line-cap': 'butt', 'z-index': 1,
        'loop-direction': '-45deg', 'loop-sweep': '50deg',
      } as never,
    },
    ...(cheap ? [] : [
      { selector: 'edge[?directed]', style: { 'target-arrow-shape': 'triangle', 'target-distance-from-node': 2 } },
      { selector: 'edge[?bothWays]', style: { 'source-arrow-shape': 'triangle', 'source-distance-from-node': 2 } },
      { selector: 'edge[step]', style: { 'control-point-step-size': 'data(step)', 'arrow-scale': 0.6 } },
    ] as Rule[]),
    { selector: 'edge[strength = "unconfirmed"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4] } },
    { selector: 'edge[strength = "tentative"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [1.6, 3.6] } },
    { selector: 'edge[dashes = "solid"]', style: { 'line-style': 'solid' } },
    { selector: 'edge[dashes = "dashed"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4] } },
    { selector: 'edge[dashes = "dotted"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [1.6, 3.6] } },
    { selector: 'edge[colour]', style: { 'line-color': 'data(colour)', 'target-arrow-color': 'data(colour)', 'source-arrow-color': 'data(colour)' } },
    { selector: '.faded', style: { opacity: FADED } },
    { selector: '.dimmed', style: { opacity: DIMMED } },
    { selector: 'edge.near, edge.hovered', style: { 'line-color': theme.accent, 'target-arrow-color': theme.accent, 'source-arrow-color': theme.accent, 'z-index': 5 } },
    { selector: 'edge.chosen', style: { 'line-color': theme.accent, 'target-arrow-color': theme.accent, 'source-arrow-color': theme.accent, 'underlay-color': theme.accent, 'underlay-opacity': 0.22, 'underlay-padding': 4, 'z-index': 6 } },
    { selector: 'node.chosen', style: { 'border-width': 3, 'border-color': theme.accent, 'underlay-color': theme.accent, 'underlay-opacity': 0.16, 'underlay-padding': 7, 'underlay-shape': 'ellipse', 'z-index': 20 } as never },
    { selector: 'node.marked', style: { 'underlay-color': theme.amber, 'underlay-opacity': 0.3, 'underlay-padding': 7, 'underlay-shape': 'ellipse' } as never },
    { selector: 'node.target', style: { 'border-width': 3, 'border-color': theme.accent } },
  ] as StylesheetJson;
}
