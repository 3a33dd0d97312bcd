/** What elements take over from those around them. */
interface Inherited {
  readonly fill: string;
  readonly size: number;
  readonly weight: string;
  readonly anchor: string;
  readonly family: string;
}

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

function pathOf(element: Element): Path2D | null {
  const path = new Path2D();
  switch (element.tagName) {
    case 'path': return new Path2D(element.getAttribute('d') ?? '');
    case 'polygon': return new Path2D(`M${element.getAttribute('points') ?? ''}Z`);
    case 'line':
      path.moveTo(number(element, 'x1'), number(element, 'y1'));
      path.lineTo(number(element, 'x2'), number(element, 'y2'));
      return path;
    case 'circle':
      path.arc(number(element, 'cx'), number(element, 'cy'), number(element, 'r'), 0, 2 * Math.PI);
      return path;
    case 'ellipse':
      path.ellipse(number(element, 'cx'), number(element, 'cy'), number(element, 'rx'), number(element, 'ry'), 0, 0, 2 * Math.PI);
      return path;
    case 'rect':
      path.roundRect(number(element, 'x'), number(element, 'y'), number(element, 'width'), number(element, 'height'), Math.max(0, number(element, 'rx')));
      return path;
    default: return null;
  }
}

function applyTransform(element: Element, context: CanvasRenderingContext2D): void {
  for (const [, kind, inside = ''] of (element.getAttribute('transform') ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b] = inside.split(/[\s,]+/).map(Number);
    if (kind === 'translate') context.translate(a, b ?? 0);
    if (kind === 'scale') context.scale(a, b ?? a);
  }
}

function drawText(element: Element, context: CanvasRenderingContext2D, { fill, size, weight, anchor, family }: Inherited): void {
  const text = element.textContent ?? '';
  context.font = `${weight} ${size}px ${family}`;
  context.textAlign = ALIGN[anchor] ?? 'left';
  context.direction = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 'rtl' : 'ltr';
  context.fillStyle = fill;
  context.fillText(text, number(element, 'x'), number(element, 'y'));
}

function drawShape(element: Element, context: CanvasRenderingContext2D, fill: string): void {
  const path = pathOf(element);
  if (path === null) return;
  const opacity = element.getAttribute('fill-opacity');
  if (fill !== 'none' && element.tagName !== 'line') {
    context.globalAlpha = opacity === null ? 1 : Number(opacity);
    context.fillStyle = fill;
    context.fill(path);
    context.globalAlpha = 1;
  }
  const stroke = element.getAttribute('stroke');
  if (stroke === null || stroke === 'none') return;
  context.strokeStyle = stroke;
  context.lineWidth = Number(element.getAttribute('stroke-width') ?? 1);
  context.setLineDash((element.getAttribute('stroke-dasharray') ?? '').split(/[\s,]+/).filter((each) => each !== '').map(Number));
  context.lineCap = (element.getAttribute('stroke-linecap') ?? 'butt') as CanvasLineCap;
  context.lineJoin = (element.getAttribute('stroke-linejoin') ?? 'miter') as CanvasLineJoin;
  context.stroke(path);
}

/**
 * Paints one of our own drawings on a canvas: the shapes, texts and transforms that Figure and TimelineBlock use, with presentation attributes only. A picture
 * loaded from the drawing would do without the fonts of the page.
 */
export function paint(element: Element, context: CanvasRenderingContext2D, images: ReadonlyMap<Element, CanvasImageSource> = new Map(), inherited: Inherited = { fill: '#000000', size: 10, weight: '400', anchor: 'start', family: 'sans-serif' }): void {
  const own: Inherited = {
    fill: element.getAttribute('fill') ?? inherited.fill,
    size: Number(element.getAttribute('font-size') ?? inherited.size),
    weight: element.getAttribute('font-weight') ?? inherited.weight,
    anchor: element.getAttribute('text-anchor') ?? inherited.anchor,
    family: element.getAttribute('font-family') ?? inherited.family,
  };
  context.save();
  applyTransform(element, context);
  const image = images.get(element);
  if (image !== undefined) context.drawImage(image, number(element, 'x'), number(element, 'y'), number(element, 'width'), number(element, 'height'));
  else if (element.tagName === 'text') drawText(element, context, own);
  else drawShape(element, context, own.fill);
  for (const child of element.children) paint(child, context, images, own);
  context.restore();
}
