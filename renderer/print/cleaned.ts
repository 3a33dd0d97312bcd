import type { CleanPicture, Cut } from '../../shared/contract/printService';

/** Longest side of a picture on paper, pixels: 300 to the inch across a page. */
const LONGEST = 2200;
const QUALITY = 0.9;

/** Side of a disc that is cut from a picture, pixels: some 600 to the inch at the size of a mark. */
const DISC = 320;

/** A square cut from a picture, its corners empty, so that nothing leaves but the disc that is seen. */
function disc(picture: HTMLImageElement, { x, y, side }: Cut): CleanPicture | null {
  const unit = Math.min(picture.naturalWidth, picture.naturalHeight);
  const pixels = Math.max(1, Math.min(DISC, Math.round(side * unit)));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = pixels;
  const context = canvas.getContext('2d');
  if (!context || unit === 0) return null;
  context.beginPath();
  context.arc(pixels / 2, pixels / 2, pixels / 2, 0, 2 * Math.PI);
  context.clip();
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x * unit, y * unit, side * unit, side * unit, 0, 0, pixels, pixels);
  const address = canvas.toDataURL('image/png');
  return { mediaType: 'image/png', data: address.slice(address.indexOf(',') + 1), width: pixels, height: pixels };
}

/** A picture painted anew, upright, so that nothing is left of its file but what is seen; with `cut` only that part of it, as a disc. Null when it is none. */
export async function cleaned({ mediaType, data, cut }: Pick<CleanPicture, 'mediaType' | 'data'> & { readonly cut?: Cut | undefined }): Promise<CleanPicture | null> {
  const picture = new Image();
  picture.src = `data:${mediaType};base64,${data}`;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  if (cut !== undefined) return disc(picture, cut);
  const scale = Math.min(1, LONGEST / Math.max(picture.naturalWidth, picture.naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const address = canvas.toDataURL(mediaType, QUALITY);
  return { mediaType, data: address.slice(address.indexOf(',') + 1), width: canvas.width, height: canvas.height };
}
