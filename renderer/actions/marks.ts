import { mdiArrowTopRight, mdiCircleOutline, mdiDeleteOutline, mdiFormatHeaderPound, mdiFormatText, mdiLinkOff, mdiNoteOutline, mdiNotePlusOutline, mdiPencilOutline, mdiRectangleOutline } from '@mdi/js';
import { create } from 'zustand';
import { ANNOTATIONS, type AnnotationKind, type AnnotationRecord } from '../../shared/model/drawing';
import { chartIsOpen, type Action, type ActionContext } from './action';
import { chartView } from './chartView';
import { execute } from './execute';
import { changeSession, session, whenCaseChanges } from './session';

/** The annotation that is selected on the chart in front, and where it is on the canvas (CSS px) while it is not in the hand. */
interface MarksState {
  readonly selected: string | null;
  readonly place: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null;
}

export const useMarks = create<MarksState>(() => ({ selected: null, place: null }));

whenCaseChanges(() => useMarks.setState({ selected: null, place: null }));

/** The annotation that is selected; null when none is, or it is gone. */
export function selectedMark(): AnnotationRecord | null {
  const { selected } = useMarks.getState();
  return selected === null ? null : (chartView()?.annotations.find((each) => each.id === selected) ?? null);
}

type Style = NonNullable<AnnotationRecord['style']>;

/** Changes how an annotation is drawn; what is undefined in the change goes back to what is usual. */
export async function styleMark(record: AnnotationRecord, change: { readonly [K in keyof Style]?: Style[K] | undefined }): Promise<void> {
  const style = Object.fromEntries(Object.entries({ ...record.style, ...change }).filter(([, value]) => value !== undefined)) as Style;
  const { style: _style, ...bare } = record;
  await execute('annotation.put', Object.keys(style).length === 0 ? bare : { ...bare, style });
}

export async function deleteMark(id: string): Promise<void> {
  await execute('annotation.delete', { id });
}

const ICONS: Readonly<Record<AnnotationKind, string>> = { note: mdiNoteOutline, heading: mdiFormatHeaderPound, text: mdiFormatText, box: mdiRectangleOutline, circle: mdiCircleOutline, arrow: mdiArrowTopRight };
const KEYS: Readonly<Record<AnnotationKind, string>> = { note: 'Shift+N', heading: 'Shift+H', text: 'Shift+T', box: 'Shift+B', circle: 'Shift+C', arrow: 'Shift+A' };

export const markIcon = (kind: AnnotationKind): string => ICONS[kind];

const hasMark = (context: ActionContext): boolean => chartIsOpen(context) && selectedMark() !== null;
const oneEntity = (context: ActionContext): boolean => chartIsOpen(context) && context.selection.entities.length === 1;

/** Takes a tool in hand, or puts it down. */
const takeTool = (kind: AnnotationKind) => ({ session: now }: ActionContext): void => changeSession({ tool: now.tool === kind ? 'select' : kind });

export const markActions: readonly Action[] = [
  ...ANNOTATIONS.map((kind): Action => ({ id: `mark.${kind}`, labelKey: `marks:tool.${kind}`, groupKey: 'marks:tools', icon: ICONS[kind], shortcuts: [KEYS[kind]], enabled: chartIsOpen, checked: ({ session: now }) => now.tool === kind, run: takeTool(kind) })),
  { id: 'mark.noteOn', labelKey: 'marks:noteOn', icon: mdiNotePlusOutline, shortcuts: ['Ctrl+M'], enabled: oneEntity, run: ({ selection }) => session().canvas?.beginMark('note', selection.entities[0] ?? null) },
  { id: 'mark.edit', labelKey: 'marks:edit', icon: mdiPencilOutline, quiet: true, enabled: hasMark, run: () => { const mark = selectedMark(); if (mark) session().canvas?.editMark(mark.id); } },
  { id: 'mark.loosen', labelKey: 'marks:loosen', icon: mdiLinkOff, quiet: true, enabled: (context) => hasMark(context) && selectedMark()?.style?.anchor !== undefined, run: () => { const mark = selectedMark(); if (mark) session().canvas?.loosenMark(mark.id); } },
  { id: 'mark.delete', labelKey: 'marks:delete', icon: mdiDeleteOutline, quiet: true, enabled: hasMark, run: async () => { const mark = selectedMark(); if (mark) await deleteMark(mark.id); } },
];
