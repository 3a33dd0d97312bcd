import { mdiPresentationPlay, mdiPresentation } from '@mdi/js';
import i18next from 'i18next';
import { v7 as newId } from 'uuid';
import { create } from 'zustand';
import { defaultBriefing } from '../../shared/briefing/defaultBriefing';
import type { CaseService, ResultOf } from '../../shared/contract';
import type { AuthoredText, BriefingBlock } from '../../shared/model/briefing';
import type { PresentationRecord } from '../../shared/model/drawing';
import type { Language } from '../../shared/values/kind';
import { appClient } from '../ipc/app';
import { askText, confirm } from '../ui/confirm';
import { notify } from '../ui/notices';
import { caseIsOpen, type Action } from './action';
import { openBriefing } from './briefingPlace';
import { attempt, execute, openCaseClient } from './execute';
import { session, showPanel, whenCaseChanges } from './session';

export type PresentationView = ResultOf<CaseService['requests']['case.presentations']>[number];
export type SlideView = PresentationView['slides'][number];

/** Which presentation the panel has open, and which is being shown to an audience from which slide on. View state only. */
interface Presenting {
  readonly open: string | null;
  readonly show: { readonly presentation: string; readonly at: number } | null;
}

export const usePresenting = create<Presenting>(() => ({ open: null, show: null }));

const LONGEST_NAME = 200;

/** The record behind a view of it. */
const recordOf = ({ id, name, slides }: PresentationView): PresentationRecord => ({ id, name, slides: slides.map(({ shows: _shows, ...slide }) => slide) });

export const newSlide = (snapshot: string): PresentationRecord['slides'][number] => ({ id: newId(), snapshot, heading: '', note: '' });

/** Asks for a name and makes a presentation of these slides. */
export async function makePresentation(slides: PresentationRecord['slides'] = []): Promise<void> {
  const name = await askText({ title: 'presenting:make', action: 'presenting:make', input: { label: 'presenting:name', value: session().open?.name ?? '' } });
  if (name === null) return;
  const id = newId();
  if (!(await execute('presentation.put', { id, name: name.slice(0, LONGEST_NAME), slides }))) return;
  usePresenting.setState({ open: id });
  showPanel('presentations');
}

/** Adds a slide to the presentation that is open, else to the only one there is; without any, makes one. */
export async function addSlide(snapshot: { readonly id: string; readonly name: string }): Promise<void> {
  const all = await attempt(() => openCaseClient()['case.presentations']({}));
  if (all === undefined) return;
  const target = all.find((each) => each.id === usePresenting.getState().open) ?? (all.length === 1 ? all[0] : undefined);
  if (target === undefined && all.length === 0) return makePresentation([newSlide(snapshot.id)]);
  if (target === undefined) {
    showPanel('presentations');
    return notify('presenting:chooseFirst');
  }
  if (await changeSlides(target, [...recordOf(target).slides, newSlide(snapshot.id)])) notify('presenting:added', { name: snapshot.name, presentation: target.name }, 'success');
}

/** Writes the slides of a presentation in their order. */
export const changeSlides = (presentation: PresentationView, slides: PresentationRecord['slides']): Promise<boolean> => execute('presentation.put', { ...recordOf(presentation), slides: slides.map(({ id, snapshot, heading, note, view }) => ({ id, snapshot, heading, note, ...(view === undefined ? {} : { view }) })) });

/** Changes one slide; `view` null shows the whole chart again. */
export function changeSlide(presentation: PresentationView, slide: string, change: { readonly heading?: string; readonly note?: string; readonly view?: SlideView['view'] | null }): Promise<boolean> {
  return changeSlides(presentation, recordOf(presentation).slides.map((each) => {
    if (each.id !== slide) return each;
    const { view, ...rest } = { ...each, ...change };
    return view === null || view === undefined ? rest : { ...rest, view };
  }));
}

/** Puts a slide at another place in the order. */
export function moveSlide(presentation: PresentationView, from: number, to: number): Promise<boolean> {
  const slides = [...recordOf(presentation).slides];
  const [moved] = slides.splice(from, 1);
  if (moved === undefined || to < 0 || to > slides.length) return Promise.resolve(false);
  slides.splice(to, 0, moved);
  return changeSlides(presentation, slides);
}

export async function renamePresentation(presentation: PresentationView): Promise<void> {
  const name = await askText({ title: 'presenting:rename', action: 'app:save', input: { label: 'presenting:name', value: presentation.name } });
  if (name !== null && name !== presentation.name) await execute('presentation.put', { ...recordOf(presentation), name: name.slice(0, LONGEST_NAME) });
}

export async function deletePresentation({ id, name }: PresentationView): Promise<void> {
  if (await confirm({ title: 'presenting:deleteTitle', body: 'presenting:deleteBody', action: 'presenting:delete', values: { name }, danger: true })) await execute('presentation.delete', { id });
}

/** Shows a presentation full screen from a slide on; that it is shown goes on record. */
export async function show(presentation: string, at = 0): Promise<void> {
  const begun = await attempt(() => openCaseClient()['case.beginShow']({ presentation }));
  if (begun === undefined) return;
  usePresenting.setState({ show: { presentation, at } });
  await attempt(() => appClient['app.setFullScreen']({ on: true }));
}

/** Ends the show. */
export async function endShow(): Promise<void> {
  usePresenting.setState({ show: null });
  await attempt(() => appClient['app.setFullScreen']({ on: false }));
}

/** A case that is closed, or whose process is gone, has nothing to show any more. */
whenCaseChanges(() => {
  const { show: shown } = usePresenting.getState();
  usePresenting.setState({ open: null });
  if (shown !== null) void endShow();
});

/** Shows the presentation that is open in the panel, else the only one; otherwise lets choose. */
async function showOpen(): Promise<void> {
  const all = await attempt(() => openCaseClient()['case.presentations']({}));
  const found = all?.find((each) => each.id === usePresenting.getState().open) ?? (all?.length === 1 ? all[0] : undefined);
  if (found !== undefined && found.slides.length > 0) await show(found.id);
  else showPanel('presentations');
}

/** A briefing with one figure a page, each under its slide's heading: the way by which a presentation leaves the case, through the gate like every briefing. */
export async function briefingOfPresentation(presentation: PresentationView): Promise<void> {
  const info = await attempt(() => openCaseClient()['case.info']({}));
  if (info === undefined) return;
  const { settings } = session();
  const language = settings?.language ?? 'nl';
  const written = (text: string): AuthoredText => ({ original: language, texts: text === '' ? {} : { [language]: text } });
  const pages = presentation.slides.filter((slide) => slide.shows !== null).map(({ snapshot, heading, shows }): BriefingBlock[] => [
    { kind: 'heading', id: newId(), level: 1, text: written(heading === '' ? (shows?.name ?? '') : heading) },
    { kind: 'figure', id: newId(), chart: shows?.chart ?? '', snapshot, places: 'drawn', caption: written(shows?.name ?? '') },
  ]);
  const blocks = pages.flatMap((page, at) => (at === 0 ? page : [{ kind: 'pageBreak' as const, id: newId() }, ...page]));
  const words = (each: Language) => (key: string, values: Readonly<Record<string, string | number>> = {}): string => String(i18next.getFixedT(each, 'document')(key, { ...values }));
  const briefing = { ...defaultBriefing({ id: newId(), settings: info.settings, charts: [], author: settings?.actor ?? '', service: settings?.service ?? '', language, template: 'free', words }), title: presentation.name, blocks: [...blocks, { kind: 'generated' as const, id: newId(), of: 'sources' as const }] };
  if (!(await execute('briefing.put', briefing))) return;
  openBriefing(briefing.id);
  showPanel('briefings');
}

export const presentingActions: readonly Action[] = [
  { id: 'presentation.show', labelKey: 'presentationShow', icon: mdiPresentationPlay, shortcuts: ['F5'], enabled: caseIsOpen, run: showOpen },
  { id: 'presentation.make', labelKey: 'presentationMake', icon: mdiPresentation, enabled: (context) => caseIsOpen(context) && context.session.viewingAs === null, run: () => makePresentation() },
];
