import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { CroppedPicture } from '../../../shared/model/drawing';

/** CSS px of the square in which the cut is shown. */
const SIDE = 300;
/** One press of an arrow key moves the cut by this share of its side; with Shift by a fifth of that. */
const STEP = 0.05;
const WHEEL = 0.0016;

interface Wishes {
  readonly bitmap: ImageBitmap;
  readonly crop: CroppedPicture;
  readonly label: string;
  onChange(crop: CroppedPicture): void;
  onZoom(factor: number): void;
}

/** The square that is cut from a picture, with a ring where the disc will be: dragged with the hand or moved by keys. */
export function CropField({ bitmap, crop, label, onChange, onZoom }: Wishes): ReactElement {
  const place = useRef<HTMLCanvasElement>(null);
  const hand = useRef<{ readonly x: number; readonly y: number; readonly crop: CroppedPicture } | null>(null);
  const unit = Math.min(bitmap.width, bitmap.height);
  const moved = (from: CroppedPicture, dx: number, dy: number): void => {
    const within = (value: number, most: number): number => Math.max(0, Math.min(most - from.side, value));
    onChange({ ...from, x: within(from.x + dx, bitmap.width / unit), y: within(from.y + dy, bitmap.height / unit) });
  };

  useEffect(() => {
    const context = place.current?.getContext('2d');
    if (!context) return;
    const ratio = window.devicePixelRatio || 1;
    const side = SIDE * ratio;
    context.canvas.width = context.canvas.height = side;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, crop.x * unit, crop.y * unit, crop.side * unit, crop.side * unit, 0, 0, side, side);
    // What lies outside the disc is dimmed, not hidden: one sees what is cut away.
    context.fillStyle = 'rgba(0, 0, 0, 0.5)';
    context.beginPath();
    context.rect(0, 0, side, side);
    context.arc(side / 2, side / 2, side / 2 - 1, 0, 2 * Math.PI, true);
    context.fill();
  }, [bitmap, crop, unit]);

  const press = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    hand.current = { x: event.clientX, y: event.clientY, crop };
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (hand.current === null) return;
    const { x, y, crop: from } = hand.current;
    moved(from, ((x - event.clientX) / SIDE) * from.side, ((y - event.clientY) / SIDE) * from.side);
  };
  const key = (event: KeyboardEvent): void => {
    const step = crop.side * STEP * (event.shiftKey ? 0.2 : 1);
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (way) moved(crop, way[0] ?? 0, way[1] ?? 0);
    else if (event.key === '+' || event.key === '=') onZoom(1.1);
    else if (event.key === '-') onZoom(1 / 1.1);
    else return;
    event.preventDefault();
  };
  return (
    <canvas
      ref={place} className="crop-field" tabIndex={0} role="slider" aria-valuenow={Math.round(100 / crop.side)} aria-valuemin={100} aria-valuemax={600} aria-label={label} style={{ width: SIDE, height: SIDE }}
      onPointerDown={press} onPointerMove={drag} onPointerUp={() => { hand.current = null; }} onKeyDown={key} onWheel={(event) => onZoom(Math.exp(-event.deltaY * WHEEL))}
    />
  );
}
