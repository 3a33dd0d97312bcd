import type { CleanPicture } from '../../shared/contract/printService';

/** Longest side of a picture on paper, pixels: 300 to the inch across a page. */
const LONGEST = 2200;
const QUALITY = 0.9;

/** A picture painted anew, upright, so that nothing is left of its file but what is seen. Null when it is none. */
export async function cleaned({ mediaType, data }: Pick<CleanPicture, 'mediaType' | 'data'>): Promise<CleanPicture | null> {
  const picture = new Image();
  picture.src = `data:${mediaType};base64,${data}`;
  try {
    await picture.decode();
  } catch {
    return null;
  }
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
