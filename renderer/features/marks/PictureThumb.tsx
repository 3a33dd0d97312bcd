import { useEffect, useRef, type ReactElement } from 'react';
import { pictureBytes } from '../../actions/photos';

const SIDE = 56;

/** A picture that is a source, small. Fetched when it comes into view. */
export function PictureThumb({ source, alternative }: { source: string; alternative: string }): ReactElement {
  const place = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = place.current;
    if (canvas === null) return undefined;
    let gone = false;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      void pictureBytes(source).then((bytes) => (bytes === null ? null : createImageBitmap(bytes))).catch(() => null).then((bitmap) => {
        const context = canvas.getContext('2d');
        if (bitmap === null || context === null || gone) return bitmap?.close();
        const unit = Math.min(bitmap.width, bitmap.height);
        const side = SIDE * (window.devicePixelRatio || 1);
        canvas.width = canvas.height = side;
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, (bitmap.width - unit) / 2, (bitmap.height - unit) / 2, unit, unit, 0, 0, side, side);
        bitmap.close();
        return undefined;
      });
    });
    watch.observe(canvas);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [source]);
  return <canvas ref={place} role="img" aria-label={alternative} style={{ width: SIDE, height: SIDE }} className="picture-thumb" />;
}
