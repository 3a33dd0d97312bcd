import type { Drawing } from '../../shared/contract/printService';
import { paint } from './paint';

/** Pixels per CSS px of a drawing as a picture. */
const SHARPNESS = 2;

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** The drawing as a file of its own: nothing of the page it stood on. */
function fileOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const each of [copy, ...copy.querySelectorAll('*')]) for (const name of ['data-block', 'class', 'style']) each.removeAttribute(name);
  copy.setAttribute('xmlns', NAMESPACE);
  return new XMLSerializer().serializeToString(copy);
}

/** Photographs of a drawing, ready to be painted. */
async function imagesOf(drawing: SVGSVGElement): Promise<ReadonlyMap<Element, HTMLImageElement>> {
  const images = [...drawing.querySelectorAll('image')].map(async (element): Promise<readonly [Element, HTMLImageElement]> => {
    const image = new Image();
    image.src = element.getAttribute('href') ?? '';
    await image.decode();
    return [element, image];
  });
  return new Map(await Promise.all(images));
}

async function pictureOf(drawing: SVGSVGElement, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SHARPNESS);
  canvas.height = Math.ceil(height * SHARPNESS);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is nothing to paint on.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SHARPNESS, SHARPNESS);
  paint(drawing, context, await imagesOf(drawing));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be made.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** All drawings of a laid out page, as SVG and as PNG of twice their size. */
export async function takeDrawings(root: Element): Promise<Drawing[]> {
  const drawings: Drawing[] = [];
  for (const drawing of root.querySelectorAll<SVGSVGElement>('svg[data-block]')) {
    const [width, height] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))];
    drawings.push({ place: drawing.dataset['block'] ?? '', svg: fileOf(drawing), png: await pictureOf(drawing, width, height), width, height });
  }
  return drawings;
}
