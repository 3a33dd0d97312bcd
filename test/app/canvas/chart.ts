import type { DrawnChart } from '../../../renderer/case/drawn/drawnChart';
import type { EntityView, LineView } from '../../../shared/contract/views';
import type { ChartItemRecord } from '../../../shared/model/drawing';
import type { DrawnTypes } from '../../../renderer/canvas/looks';

const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });

/** Two types of items and two of links, as small as a catalogue can be. */
export const TYPES: DrawnTypes = {
  entityTypes: [
    { id: 'person', label: words('Person'), plural: words('Persons'), family: 'people', icon: 'account', properties: [], caption: [], keyLine: [] },
    { id: 'vehicle', label: words('Vehicle'), plural: words('Vehicles'), family: 'transport', icon: 'car', properties: [], caption: [], keyLine: [] },
  ],
  linkTypes: [
    { id: 'knows', label: words('knows'), reverse: words('knows'), directed: false, from: ['*'], to: ['*'], occurrence: false, properties: [] },
    { id: 'paid', label: words('paid'), reverse: words('was paid by'), directed: true, from: ['*'], to: ['*'], occurrence: true, properties: [], amount: 'amount' },
  ],
};

export const entity = (id: string, more: Partial<EntityView> = {}): EntityView => ({ id, type: 'person', caption: id.toUpperCase(), key: '', start: null, end: null, sources: 1, links: 0, grading: '', handling: '', category: '', contradicts: false, ...more });
export const line = (id: string, from: string, to: string, more: Partial<LineView> = {}): LineView => ({ id, type: 'knows', from, to, count: 1, start: null, end: null, amount: null, strength: 'confirmed', grading: '', handling: '', ...more });
export const item = (subject: string, x: number, y: number, more: Partial<ChartItemRecord> = {}): ChartItemRecord => ({ chart: 'chart', subject, kind: 'entity', x, y, pinned: false, hidden: false, ...more });

/** Items a, b and c in a row, 200 apart; a knows b, b knows c. */
export function chart(more: Partial<DrawnChart> = {}): DrawnChart {
  return {
    chart: { id: 'chart', name: 'Chart', position: 0 },
    items: [item('a', 0.125, 0), item('b', 200, 0), item('c', 400, 0)],
    entities: [entity('a'), entity('b'), entity('c')],
    lines: [line('ab', 'a', 'b'), line('bc', 'b', 'c')],
    groups: [], annotations: [], closed: [], frames: [],
    seq: 1,
    ...more,
  };
}
