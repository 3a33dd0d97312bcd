import { readGlyph } from '../glyph';
import type { GlyphPlace } from './arrays';
import { GLYPH_TEXELS } from './shaders';

/** A texture array of so many layers at first; it doubles when glyphs do not fit. */
const FIRST_ROOM = 64;
/** SVG paths are written for a field of this side. */
const PATH_FIELD = 24;

/** The glyphs that items show, numbered in the order in which they are first met: whatever their colour, one shape is one number. */
export class GlyphNumbers {
  readonly paths: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly places = new Map<string, GlyphPlace | null>();

  /** Where the glyph of a data URI lies; null for what is no glyph of ours. */
  place(uri: string): GlyphPlace | null {
    let place = this.places.get(uri);
    if (place === undefined) {
      const read = readGlyph(uri);
      place = read === null ? null : { layer: this.number(read.path), colour: read.colour };
      this.places.set(uri, place);
    }
    return place;
  }

  private number(path: string): number {
    let number = this.numbers.get(path);
    if (number === undefined) {
      number = this.paths.push(path) - 1;
      this.numbers.set(path, number);
    }
    return number;
  }
}

/** Pictures of glyphs on the graphics card, one layer each: only how much of each texel is covered, so that every colour shares them. */
export class GlyphSheet {
  texture: WebGLTexture;
  private readonly gl: WebGL2RenderingContext;
  private readonly paths: readonly string[];
  private room = 0;
  private painted = 0;

  /** `paths` may grow; `upload` brings what is new. */
  constructor(gl: WebGL2RenderingContext, paths: readonly string[]) {
    this.gl = gl;
    this.paths = paths;
    this.texture = gl.createTexture();
    this.upload();
  }

  upload(): void {
    const { gl, paths } = this;
    if (this.room > 0 && this.painted === paths.length) return;
    if (paths.length > this.room || this.room === 0) {
      this.room = Math.max(FIRST_ROOM, this.room * 2, paths.length);
      this.painted = 0;
      gl.deleteTexture(this.texture);
      this.texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.texture);
      gl.texStorage3D(gl.TEXTURE_2D_ARRAY, Math.floor(Math.log2(GLYPH_TEXELS)) + 1, gl.R8, GLYPH_TEXELS, GLYPH_TEXELS, this.room);
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    }
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    const paint = painter();
    for (; this.painted < paths.length; this.painted += 1) {
      const cover = paint?.(paths[this.painted]!);
      if (cover) gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, this.painted, GLYPH_TEXELS, GLYPH_TEXELS, 1, gl.RED, gl.UNSIGNED_BYTE, cover);
    }
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.generateMipmap(gl.TEXTURE_2D_ARRAY);
  }
}

/** Paints a path; gives how much of each texel it covers, 0 to 255. */
function painter(): ((path: string) => Uint8Array) | null {
  const canvas = document.createElement('canvas');
  canvas.width = GLYPH_TEXELS;
  canvas.height = GLYPH_TEXELS;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  const scale = GLYPH_TEXELS / PATH_FIELD;
  return (path) => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, GLYPH_TEXELS, GLYPH_TEXELS);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fill(new Path2D(path));
    const { data } = context.getImageData(0, 0, GLYPH_TEXELS, GLYPH_TEXELS);
    return Uint8Array.from({ length: GLYPH_TEXELS * GLYPH_TEXELS }, (_, i) => data[i * 4 + 3]!);
  };
}
