import { GLYPH_SIZE } from '../elements';
import type { Theme } from '../theme';
import { EDGE_BYTES, NODE_BYTES, PLACE, type Arrays, type Changed, type Span } from './arrays';
import { GlyphSheet } from './glyphSheet';
import { DIRECTIONS, FIELD, fieldsOfForms, FORM_LIST, reachesOf } from './outline';
import { PART } from './parts';
import { linked, type Program } from './program';
import { COLUMNS, EDGE_FRAGMENT, EDGE_VERTEX, HEAD_FRAGMENT, HEAD_VERTEX, NODE_FRAGMENT, NODE_VERTEX, PIECES } from './shaders';

/** What of a chart is in the window, and how it is seen. */
export interface SurfaceView {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
  /** Size of the window, CSS pixels, and device pixels in one. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly theme: Theme;
  /** Items are dots and lines threads of this opacity; null: they are drawn whole. */
  readonly threads: number | null;
}

/** Records and parts of items or of lines on the graphics card. */
interface Batch {
  readonly records: WebGLBuffer;
  readonly parts: WebGLBuffer;
  readonly array: WebGLVertexArrayObject;
  room: number;
  count: number;
}

const channels = (colour: string): [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];

/** What stands out is drawn once more over the rest. */
const RAISED_NODES = PART.chosen | PART.marked | PART.hovered | PART.aimed;
const RAISED_EDGES = PART.chosen | PART.near | PART.hovered;
/** Where more than these stand out, none does: they keep their place among the rest. */
const MOST_RAISED = 3000;

/** A canvas of WebGL2 on which items and lines are drawn, all of a kind in one call. Lives as long as its context; after a loss another is made. */
export class Surface {
  readonly element: HTMLCanvasElement;
  private readonly gl: WebGL2RenderingContext;
  private readonly programs: { readonly node: Program; readonly edge: Program; readonly head: Program };
  private readonly nodes: Batch;
  private readonly edges: Batch;
  /** Arcs again, which need more corners than straight lines. */
  private readonly arcs: Batch;
  private readonly raisedNodes: Batch;
  private readonly raisedEdges: Batch;
  private readonly textures: { readonly places: WebGLTexture; readonly fields: WebGLTexture; readonly reaches: WebGLTexture };
  private readonly glyphs: GlyphSheet;
  private placeRows = 0;
  private bothWays = false;

  private constructor(element: HTMLCanvasElement, gl: WebGL2RenderingContext, glyphs: readonly string[]) {
    this.element = element;
    this.gl = gl;
    this.programs = { node: linked(gl, NODE_VERTEX, NODE_FRAGMENT), edge: linked(gl, EDGE_VERTEX, EDGE_FRAGMENT), head: linked(gl, HEAD_VERTEX, HEAD_FRAGMENT) };
    const nodeFields = [[0, 1, gl.UNSIGNED_INT, 0], [1, 1, gl.FLOAT, 4], [2, 4, gl.UNSIGNED_BYTE, 8], [3, 4, gl.UNSIGNED_BYTE, 12], [4, 4, gl.UNSIGNED_BYTE, 16], [5, 4, gl.UNSIGNED_BYTE, 20], [6, 1, gl.UNSIGNED_INT, 24]] as const;
    const edgeFields = [[0, 2, gl.UNSIGNED_INT, 0], [1, 1, gl.FLOAT, 8], [2, 1, gl.FLOAT, 12], [3, 4, gl.UNSIGNED_BYTE, 16], [4, 1, gl.UNSIGNED_INT, 20]] as const;
    this.nodes = this.batch(nodeFields, NODE_BYTES, 7);
    this.edges = this.batch(edgeFields, EDGE_BYTES, 5);
    this.arcs = this.batch(edgeFields, EDGE_BYTES, 5);
    this.raisedNodes = this.batch(nodeFields, NODE_BYTES, 7);
    this.raisedEdges = this.batch(edgeFields, EDGE_BYTES, 5);
    this.textures = { places: gl.createTexture(), fields: this.makeFields(), reaches: this.makeReaches() };
    this.glyphs = new GlyphSheet(gl, glyphs);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.clearColor(0, 0, 0, 0);
  }

  /** A surface that shows these glyphs (SVG paths by number); null where there is no WebGL2. */
  static make(glyphs: readonly string[]): Surface | null {
    const element = document.createElement('canvas');
    const gl = element.getContext('webgl2', { alpha: true, antialias: false, depth: false, stencil: false, premultipliedAlpha: true });
    if (gl === null) return null;
    try {
      return new Surface(element, gl, glyphs);
    } catch {
      // A driver that offers WebGL2 but cannot build the programs: as if there were none.
      return null;
    }
  }

  private batch(fields: readonly (readonly [place: number, size: number, type: number, offset: number])[], stride: number, part: number): Batch {
    const { gl } = this;
    const made = { records: gl.createBuffer(), parts: gl.createBuffer(), array: gl.createVertexArray(), room: 0, count: 0 };
    gl.bindVertexArray(made.array);
    gl.bindBuffer(gl.ARRAY_BUFFER, made.records);
    for (const [place, size, type, offset] of fields) {
      gl.enableVertexAttribArray(place);
      if (type === gl.UNSIGNED_INT) gl.vertexAttribIPointer(place, size, type, stride, offset);
      else gl.vertexAttribPointer(place, size, type, type === gl.UNSIGNED_BYTE, stride, offset);
      gl.vertexAttribDivisor(place, 1);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, made.parts);
    gl.enableVertexAttribArray(part);
    gl.vertexAttribIPointer(part, 1, gl.UNSIGNED_BYTE, 1, 0);
    gl.vertexAttribDivisor(part, 1);
    gl.bindVertexArray(null);
    return made;
  }

  private makeFields(): WebGLTexture {
    const { gl } = this;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.R16F, FIELD, FIELD, FORM_LIST.length);
    fieldsOfForms().forEach((field, layer) => gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, FIELD, FIELD, 1, gl.RED, gl.FLOAT, field));
    smooth(gl, gl.TEXTURE_2D_ARRAY, gl.LINEAR);
    return texture;
  }

  private makeReaches(): WebGLTexture {
    const { gl } = this;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R32F, DIRECTIONS, FORM_LIST.length);
    FORM_LIST.forEach((form, row) => gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, DIRECTIONS, 1, gl.RED, gl.FLOAT, reachesOf(form)));
    smooth(gl, gl.TEXTURE_2D, gl.NEAREST);
    return texture;
  }

  isLost(): boolean {
    return this.gl.isContextLost();
  }

  /** Takes over what an update changed; everything where the surface is new. */
  upload(arrays: Arrays, changed: Changed): void {
    this.glyphs.upload();
    this.send(this.nodes, arrays.nodes, NODE_BYTES, arrays.nodeIds.length, changed.all ? null : changed.nodes);
    this.send(this.edges, arrays.edges, EDGE_BYTES, arrays.edgeIds.length, changed.all ? null : changed.edges);
    this.bothWays = arrays.bothWays;
    this.uploadPlaces(arrays, changed.all ? null : changed.nodes);
  }

  private send(batch: Batch, words: Uint32Array, bytes: number, count: number, span: Span | null): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, batch.records);
    batch.count = count;
    if (words.byteLength > batch.room || span === null) {
      batch.room = words.byteLength;
      gl.bufferData(gl.ARRAY_BUFFER, words, gl.DYNAMIC_DRAW);
    } else if (span.to > span.from) gl.bufferSubData(gl.ARRAY_BUFFER, span.from * bytes, words, (span.from * bytes) / 4, ((span.to - span.from) * bytes) / 4);
  }

  /** Takes over the places of slots `span`, or of all. */
  uploadPlaces(arrays: Arrays, span: Span | null): void {
    const { gl } = this;
    const count = arrays.nodeIds.length;
    const rows = Math.ceil(count / COLUMNS);
    gl.bindTexture(gl.TEXTURE_2D, this.textures.places);
    const first = span === null || rows > this.placeRows ? 0 : Math.floor(span.from / COLUMNS);
    const last = span === null || rows > this.placeRows ? rows : Math.min(rows, Math.ceil(span.to / COLUMNS));
    if (rows > this.placeRows) {
      this.placeRows = Math.ceil(rows * 1.25);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, COLUMNS, this.placeRows, 0, gl.RGBA, gl.FLOAT, null);
      smooth(gl, gl.TEXTURE_2D, gl.NEAREST);
    }
    for (let row = first; row < last; row += 1) {
      const columns = Math.min(COLUMNS, count - row * COLUMNS);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, columns, 1, gl.RGBA, gl.FLOAT, arrays.places, row * COLUMNS * PLACE);
    }
  }

  /** Takes over the parts of all elements, and draws those that stand out once more over the rest. */
  uploadParts(arrays: Arrays): void {
    this.sendParts(this.nodes, arrays.nodeParts.subarray(0, arrays.nodeIds.length));
    this.sendParts(this.edges, arrays.edgeParts.subarray(0, arrays.edgeIds.length));
    const { nodeParts, edgeParts } = arrays;
    this.gather(this.raisedNodes, arrays.nodes, nodeParts, NODE_BYTES / 4, arrays.nodeIds.length, (slot) => (nodeParts[slot]! & RAISED_NODES) !== 0, MOST_RAISED);
    this.gather(this.raisedEdges, arrays.edges, edgeParts, EDGE_BYTES / 4, arrays.edgeIds.length, (slot) => (edgeParts[slot]! & RAISED_EDGES) !== 0, MOST_RAISED);
    this.gather(this.arcs, arrays.edges, edgeParts, EDGE_BYTES / 4, arrays.bent ? arrays.edgeIds.length : 0, (slot) => arrays.bend(slot) !== 0, Infinity);
  }

  private sendParts(batch: Batch, parts: Uint8Array): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, batch.parts);
    this.gl.bufferData(this.gl.ARRAY_BUFFER, parts, this.gl.DYNAMIC_DRAW);
  }

  /** Fills a batch with those records that are wanted; with none where they are more than `most`. */
  private gather(batch: Batch, words: Uint32Array, parts: Uint8Array, size: number, count: number, wanted: (slot: number) => boolean, most: number): void {
    const slots: number[] = [];
    for (let slot = 0; slot < count; slot += 1) if (wanted(slot)) slots.push(slot);
    if (slots.length > most) slots.length = 0;
    const records = new Uint32Array(slots.length * size);
    slots.forEach((slot, i) => records.set(words.subarray(slot * size, (slot + 1) * size), i * size));
    this.send(batch, records, size * 4, slots.length, null);
    this.sendParts(batch, Uint8Array.from(slots, (slot) => parts[slot]!));
  }

  draw(view: SurfaceView): void {
    const { gl, element, programs } = this;
    const width = Math.max(1, Math.round(view.width * view.ratio));
    const height = Math.max(1, Math.round(view.height * view.ratio));
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
    }
    gl.viewport(0, 0, width, height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.textures.places);
    for (const program of [programs.edge, programs.head, programs.node]) {
      gl.useProgram(program.program);
      gl.uniform4f(program.at('u_view'), view.zoom * view.ratio, view.pan.x * view.ratio, view.pan.y * view.ratio, view.ratio);
      gl.uniform2f(program.at('u_size'), width, height);
      gl.uniform1i(program.at('u_far'), view.threads === null ? 0 : 1);
      gl.uniform1i(program.at('u_places'), 0);
      gl.uniform3fv(program.at('u_accent'), channels(view.theme.accent));
      gl.uniform3fv(program.at('u_amber'), channels(view.theme.amber));
    }
    this.drawLines(view);
    this.drawItems();
    gl.bindVertexArray(null);
  }

  private drawLines(view: SurfaceView): void {
    const { gl, programs: { edge, head } } = this;
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.textures.reaches);
    gl.useProgram(edge.program);
    gl.uniform1i(edge.at('u_reaches'), 1);
    gl.uniform1f(edge.at('u_thread'), view.threads ?? 1);
    /** `kind`: 0 straight lines, 1 arcs, 2 whichever they are. */
    const lines = (batch: Batch, under: number, kind: number): void => {
      if (batch.count === 0) return;
      const pieces = kind > 0 && this.arcs.count > 0 && view.threads === null ? PIECES : 1;
      gl.uniform1f(edge.at('u_pieces'), pieces);
      gl.uniform1f(edge.at('u_under'), under);
      gl.uniform1i(edge.at('u_kind'), kind);
      gl.bindVertexArray(batch.array);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 2 * (pieces + 1), batch.count);
    };
    const heads = (batch: Batch): void => {
      if (view.threads !== null || batch.count === 0) return;
      gl.useProgram(head.program);
      gl.uniform1i(head.at('u_reaches'), 1);
      gl.bindVertexArray(batch.array);
      for (const tail of this.bothWays ? [0, 1] : [0]) {
        gl.uniform1i(head.at('u_tail'), tail);
        gl.drawArraysInstanced(gl.TRIANGLES, 0, 3, batch.count);
      }
      gl.useProgram(edge.program);
    };
    lines(this.edges, 0, 0);
    lines(this.arcs, 0, 1);
    heads(this.edges);
    lines(this.raisedEdges, 1, 2);
    lines(this.raisedEdges, 0, 2);
    heads(this.raisedEdges);
  }

  private drawItems(): void {
    const { gl, programs: { node } } = this;
    gl.useProgram(node.program);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.textures.fields);
    gl.activeTexture(gl.TEXTURE2);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.glyphs.texture);
    gl.uniform1i(node.at('u_fields'), 1);
    gl.uniform1i(node.at('u_glyphs'), 2);
    gl.uniform1f(node.at('u_glyph'), GLYPH_SIZE);
    for (const [batch, raised] of [[this.nodes, 0], [this.raisedNodes, 1]] as const) {
      if (batch.count === 0) continue;
      gl.uniform1i(node.at('u_raised'), raised);
      gl.bindVertexArray(batch.array);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, batch.count);
    }
  }

  /** Gives the graphics card back what it holds. */
  destroy(): void {
    this.element.remove();
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

function smooth(gl: WebGL2RenderingContext, target: number, filter: number): void {
  gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, filter);
  gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, filter);
  gl.texParameteri(target, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(target, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}
