import type { CroppedPicture } from '../../shared/model/drawing';
import type { ShownItem } from './captions';
import { frameOf } from './elements';
import { cutOf } from './pictureKey';
import type { Theme } from './theme';

/** Bytes of a picture that is a source; null where it is gone, held back or none that can be shown. */
export type LoadPicture = (source: string) => Promise<Blob | null>;

/** Cut and scaled pictures come in these sizes, px: one that is shown larger is cut anew, so that it stays sharp. */
const SIZES = [48, 96, 192, 384, 768, 1536] as const;
/** A picture that was not in view for this long is let go of, ms. */
const KEPT = 8000;
/** Below this many CSS px across, a face is a blot: the sign of the type says more. */
const LEAST = 15;
const FADED = 0.35;

interface Cut {
  readonly size: number;
  readonly bitmap: ImageBitmap | null;
  used: number;
}

/** Cuts the square out of a picture, scaled down to `size` px or as large as it is. Throws where the bytes are no picture. */
async function cut(bytes: Blob, { x, y, side }: CroppedPicture, size: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(bytes);
  try {
    const unit = Math.min(whole.width, whole.height);
    const wanted = Math.max(1, Math.round(side * unit));
    const scaled = Math.min(size, wanted);
    return await createImageBitmap(whole, Math.round(x * unit), Math.round(y * unit), wanted, wanted, { resizeWidth: scaled, resizeHeight: scaled, resizeQuality: 'high' });
  } finally {
    whole.close();
  }
}

/** Pictures that stand for items: fetched when they come into view, sharp at every zoom, let go of when they leave it. */
export class Photos {
  private readonly cuts = new Map<string, Cut>();
  private readonly asked = new Set<string>();
  private readonly gone = new Set<string>();
  /** In view when it was last painted: what stands still is not painted again, and stays. */
  private shown = new Set<string>();
  private sweeping: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(private readonly load: LoadPicture, private readonly redraw: () => void) {}

  /** Fills the discs of those items that have a picture. One that cannot be shown leaves the sign of its type. */
  draw(context: CanvasRenderingContext2D, items: readonly ShownItem[], zoom: number, theme: Theme): void {
    const now = performance.now();
    const ratio = window.devicePixelRatio || 1;
    this.shown = new Set();
    for (const { data, x, y, faded, foremost } of items) {
      if (data.photo === undefined || this.gone.has(data.photo)) continue;
      const { width, height } = frameOf(data);
      const across = Math.min(width, height) * zoom;
      if (across < LEAST) continue;
      this.shown.add(data.photo);
      const bitmap = this.bitmap(data.photo, across * ratio, now);
      if (bitmap === null) continue;
      const radius = across / 2;
      context.save();
      context.globalAlpha = faded ? FADED : 1;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = theme.background;
      context.fill();
      context.clip();
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, x - radius, y - radius, across, across);
      context.restore();
      context.globalAlpha = faded ? FADED : 1;
      context.strokeStyle = foremost ? theme.accent : (data.ring ?? theme.families[data.family].ink);
      context.lineWidth = (foremost ? 3 : 1.5) * Math.max(1, zoom);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
    context.globalAlpha = 1;
    if (this.cuts.size > 0 && this.sweeping === undefined) this.sweeping = setTimeout(() => this.sweep(), KEPT);
  }

  private bitmap(key: string, pixels: number, now: number): ImageBitmap | null {
    const known = this.cuts.get(key);
    if (known) known.used = now;
    const size = SIZES.find((each) => each >= pixels) ?? SIZES[SIZES.length - 1] ?? 0;
    if (known === undefined || known.size < size) void this.fetch(key, size);
    return known?.bitmap ?? null;
  }

  private async fetch(key: string, size: number): Promise<void> {
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const wanted = cutOf(key);
    const bitmap = await this.load(wanted.source).then((bytes) => (bytes === null ? null : cut(bytes, wanted, size))).catch(() => null);
    this.asked.delete(key);
    if (this.ended) return bitmap?.close();
    this.cuts.get(key)?.bitmap?.close();
    if (bitmap === null) {
      this.cuts.delete(key);
      this.gone.add(key);
    } else {
      this.cuts.set(key, { size, bitmap, used: performance.now() });
    }
    this.redraw();
  }

  private sweep(): void {
    this.sweeping = undefined;
    const before = performance.now() - KEPT;
    for (const [key, { bitmap, used }] of this.cuts) {
      if (used > before || this.shown.has(key)) continue;
      bitmap?.close();
      this.cuts.delete(key);
    }
    if (this.cuts.size > 0) this.sweeping = setTimeout(() => this.sweep(), KEPT);
  }

  /** A new view has come: what could not be shown may be there now. */
  tryAgain(): void {
    this.gone.clear();
  }

  destroy(): void {
    this.ended = true;
    clearTimeout(this.sweeping);
    for (const { bitmap } of this.cuts.values()) bitmap?.close();
    this.cuts.clear();
  }
}
