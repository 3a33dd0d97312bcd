import { DIRECTIONS, FIELD_REACH, FORM_LIST } from './outline';
import { PART } from './parts';

/** Places lie in a texture of so many columns. */
export const COLUMNS = 1024;
/** Side of a glyph's picture in texels, and on the chart in chart units. */
export const GLYPH_TEXELS = 96;
/** An arc is drawn as so many straight pieces. */
export const PIECES = 10;

const real = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));
const bits = Object.entries(PART).map(([name, bit]) => `const uint ${name.toUpperCase()} = ${bit}u;`).join('\n');

/** View: zoom in device pixels a chart unit, then pan and ratio in device pixels. `far`: items are dots and lines threads. */
const COMMON = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;
${bits}
uniform vec4 u_view;
uniform vec2 u_size;
uniform bool u_far;
uniform sampler2D u_places;
uniform vec3 u_accent;
uniform vec3 u_amber;
`;

const VERTEX = `${COMMON}
vec4 placeOf(uint slot) { return texelFetch(u_places, ivec2(int(slot) & ${COLUMNS - 1}, int(slot) / ${COLUMNS}), 0); }
vec4 onScreen(vec2 pixels) { return vec4(pixels.x / u_size.x * 2.0 - 1.0, 1.0 - pixels.y / u_size.y * 2.0, 0.0, 1.0); }
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
float opacityOf(uint part) { return (part & DIMMED) != 0u ? 0.12 : (part & FADED) != 0u ? 0.35 : 1.0; }
`;

/** Half width, half height and where the glyph stands, of each form. */
const FORMS_TABLE = `const vec4 FORMS[${FORM_LIST.length}] = vec4[${FORM_LIST.length}](${FORM_LIST.map((form) => `vec4(${[form.width / 2, form.height / 2, form.glyphX ?? 0, form.glyphY ?? 0].map(real).join(', ')})`).join(', ')});`;

export const NODE_VERTEX = `${VERTEX}
${FORMS_TABLE}
layout(location = 0) in uint a_slot;
layout(location = 1) in float a_scale;
layout(location = 2) in vec4 a_fill;
layout(location = 3) in vec4 a_ring;
layout(location = 4) in vec4 a_ink;
layout(location = 5) in vec4 a_dot;
layout(location = 6) in uint a_picture;
layout(location = 7) in uint a_part;
uniform bool u_raised;
flat out vec4 v_fill;
flat out vec4 v_ring;
flat out vec4 v_ink;
flat out vec4 v_form;
flat out vec4 v_halo;
flat out float v_scale;
flat out float v_border;
flat out float v_opacity;
flat out uint v_picture;
out vec2 v_at;
void main() {
  vec2 corner = vec2(float((gl_VertexID & 1) * 2 - 1), float((gl_VertexID >> 1) * 2 - 1));
  vec2 place = placeOf(a_slot).xy * u_view.x + u_view.yz;
  bool chosen = (a_part & CHOSEN) != 0u;
  bool strong = chosen || (a_part & AIMED) != 0u;
  v_opacity = opacityOf(a_part);
  v_scale = a_scale;
  v_picture = a_picture;
  v_form = FORMS[int(a_picture >> 16)];
  v_fill = a_fill;
  v_ink = a_ink;
  v_ring = strong ? vec4(u_accent, 1.0) : a_ring;
  v_border = strong ? 1.5 : 0.75;
  v_halo = u_raised ? vec4(0.0) : (a_part & MARKED) != 0u ? vec4(u_amber, 0.3) : chosen ? vec4(u_accent, 0.16) : vec4(0.0);
  float reach;
  if (u_far) {
    bool foremost = chosen || (a_part & HOVERED) != 0u;
    v_ring = foremost ? vec4(u_accent, 1.0) : (a_part & MARKED) != 0u ? vec4(u_amber, 1.0) : a_dot;
    v_border = max(2.2 * u_view.w, 17.0 * a_scale * u_view.x) * (foremost || (a_part & MARKED) != 0u ? 1.6 : 1.0);
    reach = v_border + 1.0;
    v_at = corner * reach;
  } else {
    reach = (max(v_form.x, v_form.y) * a_scale + (v_halo.a > 0.0 ? 7.0 : v_border)) * u_view.x + 1.0;
    v_at = corner * reach / u_view.x;
  }
  bool outside = any(greaterThan(abs(place - u_size * 0.5), u_size * 0.5 + reach));
  gl_Position = (a_part & LEFT) != 0u || outside ? NOWHERE : onScreen(place + corner * reach);
}`;

export const NODE_FRAGMENT = `${COMMON}
uniform sampler2DArray u_fields;
uniform sampler2DArray u_glyphs;
uniform float u_glyph;
flat in vec4 v_fill;
flat in vec4 v_ring;
flat in vec4 v_ink;
flat in vec4 v_form;
flat in vec4 v_halo;
flat in float v_scale;
flat in float v_border;
flat in float v_opacity;
flat in uint v_picture;
in vec2 v_at;
out vec4 colour;
vec4 over(vec4 top, vec4 under) { return top + under * (1.0 - top.a); }
void main() {
  if (u_far) {
    float dot_ = clamp(v_border + 0.5 - length(v_at), 0.0, 1.0);
    colour = vec4(v_ring.rgb, 1.0) * dot_ * v_opacity;
    return;
  }
  vec2 base = v_at / v_scale;
  vec2 field = clamp(base / ${real(FIELD_REACH * 2)} + 0.5, 0.0, 1.0);
  // Beyond the field it is surely further away than a ring is wide.
  float distance_ = textureLod(u_fields, vec3(field, float(v_picture >> 16)), 0.0).r * v_scale;
  float outer = clamp(0.5 - (distance_ - v_border) * u_view.x, 0.0, 1.0);
  float inner = clamp(0.5 - (distance_ + v_border) * u_view.x, 0.0, 1.0);
  vec4 body = vec4(mix(v_ring.rgb, v_fill.rgb, inner), 1.0) * outer;
  uint layer = v_picture & 0xffffu;
  if (layer != 0xffffu) {
    vec2 at = (base - v_form.zw) / u_glyph + 0.5;
    if (all(greaterThan(at, vec2(0.0))) && all(lessThan(at, vec2(1.0)))) {
      float lod = max(0.0, log2(${real(GLYPH_TEXELS)} / (u_glyph * v_scale * u_view.x)) - 0.35);
      float mask = textureLod(u_glyphs, vec3(at, float(layer)), lod).r;
      body = over(vec4(v_ink.rgb, 1.0) * mask, body);
    }
  }
  vec2 halo = v_form.xy * v_scale + 7.0;
  float round_ = (length(v_at / halo) - 1.0) * min(halo.x, halo.y) * u_view.x;
  // What is marked is seen even where it is faded.
  colour = over(body * v_opacity, vec4(v_halo.rgb, 1.0) * v_halo.a * clamp(0.5 - round_, 0.0, 1.0));
}`;

/** What lines and their heads share: from where to where a line goes between the outlines of its items. */
const LINE = `${VERTEX}
layout(location = 0) in uvec2 a_ends;
layout(location = 1) in float a_width;
layout(location = 2) in float a_bend;
layout(location = 3) in vec4 a_colour;
layout(location = 4) in uint a_look;
layout(location = 5) in uint a_part;
uniform sampler2D u_reaches;
float reachOf(vec4 place, vec2 way) {
  if (place.w < 0.0) return min(place.z / max(abs(way.x), 1e-6), -place.w / max(abs(way.y), 1e-6));
  float turn = atan(way.y, way.x) / 6.28318530718;
  float at = (turn < 0.0 ? turn + 1.0 : turn) * ${real(DIRECTIONS)};
  int low = int(at);
  float a = texelFetch(u_reaches, ivec2(low % ${DIRECTIONS}, int(place.w)), 0).r;
  float b = texelFetch(u_reaches, ivec2((low + 1) % ${DIRECTIONS}, int(place.w)), 0).r;
  return mix(a, b, at - float(low)) * place.z;
}
/** Length and half width of an arrow head, as Cytoscape draws it; in a fan of many lines it is smaller. */
vec2 headOf(float width) { return max(pow(width * 13.37, 0.9), 29.0) * ((a_look & 1024u) != 0u ? 0.6 : 0.9) * vec2(0.3, 0.15); }
struct Way { vec2 a; vec2 c; vec2 b; float length; float from; float to; bool seen; };
Way wayOf() {
  Way way;
  vec4 first = placeOf(a_ends.x);
  vec4 last = placeOf(a_ends.y);
  way.a = first.xy;
  way.b = last.xy;
  float chord = distance(way.a, way.b);
  way.seen = (a_part & LEFT) == 0u && a_ends.x != a_ends.y && chord > 0.0;
  vec2 along = (way.b - way.a) / max(chord, 1e-6);
  way.c = (way.a + way.b) * 0.5 + vec2(-along.y, along.x) * a_bend;
  way.length = a_bend == 0.0 ? max(chord, 1e-6) : (chord + distance(way.a, way.c) + distance(way.c, way.b)) * 0.5;
  way.from = 0.0;
  way.to = 1.0;
  if (!u_far) {
    vec2 out_ = a_bend == 0.0 ? along : normalize(way.c - way.a);
    vec2 in_ = a_bend == 0.0 ? -along : normalize(way.c - way.b);
    bool heads = (a_look & 256u) != 0u;
    bool tails = (a_look & 512u) != 0u;
    way.from = (reachOf(first, out_) + (tails ? 2.0 : -0.5)) / way.length;
    way.to = 1.0 - (reachOf(last, in_) + (heads ? 2.0 : -0.5)) / way.length;
  }
  return way;
}
vec2 at(Way way, float t) { float s = 1.0 - t; return s * s * way.a + 2.0 * s * t * way.c + t * t * way.b; }
vec2 towards(Way way, float t) { return normalize(mix(way.c - way.a, way.b - way.c, t) + vec2(1e-9, 0.0)); }
`;

export const EDGE_VERTEX = `${LINE}
uniform float u_pieces;
uniform float u_under;
uniform float u_thread;
/** Draws only straight lines (0), only arcs (1) or both. */
uniform int u_kind;
flat out vec4 v_colour;
flat out float v_half;
flat out uint v_look;
out float v_side;
out float v_along;
void main() {
  gl_Position = NOWHERE;
  if ((u_kind == 0 && a_bend != 0.0) || (a_part & LEFT) != 0u) return;
  Way way = wayOf();
  bool strong = (a_part & (CHOSEN | NEAR | HOVERED)) != 0u;
  float head = headOf(a_width).x * 0.8 / way.length;
  float from = way.from + ((a_look & 512u) != 0u && !u_far ? head : 0.0);
  float to = way.to - ((a_look & 256u) != 0u && !u_far ? head : 0.0);
  float t = mix(from, to, float(gl_VertexID >> 1) / u_pieces);
  float side = float((gl_VertexID & 1) * 2 - 1);
  float width = u_far ? 0.8 * u_view.w : (a_width + u_under * 8.0) * u_view.x;
  // A line thinner than a pixel is drawn a pixel wide and paler.
  float pale = min(1.0, width);
  v_half = max(width, 1.0) * 0.5;
  v_look = a_look & 255u;
  v_side = side * (v_half + 1.0);
  v_along = (t - from) * way.length;
  float opacity = u_far ? (strong ? 0.75 : u_thread) : 1.0;
  opacity *= opacityOf(a_part) * pale * (u_under > 0.0 ? ((a_part & CHOSEN) != 0u && !u_far ? 0.22 : 0.0) : 1.0);
  v_colour = vec4(strong ? u_accent : a_colour.rgb, 1.0) * opacity;
  vec2 direction = towards(way, t);
  vec2 place = at(way, t) * u_view.x + u_view.yz + vec2(-direction.y, direction.x) * v_side;
  if (way.seen && from < to && opacity > 0.0) gl_Position = onScreen(place);
}`;

export const EDGE_FRAGMENT = `${COMMON}
flat in vec4 v_colour;
flat in float v_half;
flat in uint v_look;
in float v_side;
in float v_along;
out vec4 colour;
uniform float u_under;
void main() {
  float cover = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
  if (v_look != 0u && u_under == 0.0 && !u_far) {
    float on = v_look == 1u ? 7.0 : 1.6;
    float period = v_look == 1u ? 11.0 : 5.2;
    float at = mod(v_along, period);
    float part = clamp(min(at, on - at) * u_view.x + 0.5, 0.0, 1.0) + clamp((at - period) * u_view.x + 0.5, 0.0, 1.0);
    // Dashes that are smaller than pixels would flicker: they become as pale as they would look.
    cover *= mix(on / period, part, clamp(on * u_view.x - 0.6, 0.0, 1.0));
  }
  colour = v_colour * cover;
}`;

export const HEAD_VERTEX = `${LINE}
uniform bool u_tail;
flat out vec4 v_colour;
void main() {
  gl_Position = NOWHERE;
  if ((a_look & (u_tail ? 512u : 256u)) == 0u) return;
  Way way = wayOf();
  bool strong = (a_part & (CHOSEN | NEAR | HOVERED)) != 0u;
  float t = u_tail ? way.from : way.to;
  vec2 tip = at(way, t);
  vec2 direction = towards(way, t) * (u_tail ? -1.0 : 1.0);
  vec2 head = headOf(a_width);
  vec2 corner = gl_VertexID == 0 ? vec2(0.0) : -direction * head.x + vec2(-direction.y, direction.x) * head.y * (gl_VertexID == 1 ? 1.0 : -1.0);
  v_colour = vec4(strong ? u_accent : a_colour.rgb, 1.0) * opacityOf(a_part);
  gl_Position = way.seen && way.from < way.to ? onScreen((tip + corner) * u_view.x + u_view.yz) : NOWHERE;
}`;

export const HEAD_FRAGMENT = `${COMMON}
flat in vec4 v_colour;
out vec4 colour;
void main() { colour = v_colour; }`;

