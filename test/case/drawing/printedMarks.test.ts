import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { picturesHandlers } from '../../../electron/case/answers/pictures';
import { Consultations } from '../../../electron/case/consultations';
import { withKept } from '../../../electron/case/db/kept';
import type { Served } from '../../../electron/case/handlers';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { previewImport, runImport } from '../../../electron/case/importing';
import { journalHead } from '../../../electron/case/journal';
import { composeBriefing, documentWords, withheldFromBriefing } from '../../../electron/case/queries/briefing';
import { journalEntries } from '../../../electron/case/queries/journalEntries';
import { picture, pictures } from '../../../electron/case/queries/pictures';
import { readSettings } from '../../../electron/case/settings';
import type { CaseStore } from '../../../electron/case/store';
import type { Audience } from '../../../shared/briefing/audience';
import { defaultBriefing } from '../../../shared/briefing/defaultBriefing';
import { findForbidden } from '../../../shared/briefing/searched';
import type { AnnotationRecord } from '../../../shared/model/drawing';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { SAID, values } from '../sample';

const H3 = [{ scheme: 'europolHandling', code: 'H3', note: 'bron loopt gevaar' }];
const parket: Audience = { recipient: { id: newId(), name: 'parket', service: 'Parket', rights: { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [] }, permissions: [] }, purpose: 'operational', on: '2026-02-21' };
/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const run = (store: CaseStore, command: string, args: unknown): unknown => store.execute({ command, args }, ACTOR);

/** Two who know each other on a chart; all that is said of the second is held back from the parket. */
async function withSecret() {
  const { store } = await newCase();
  const [known, secret, other, chart, link] = [newId(), newId(), newId(), newId(), newId()];
  run(store, 'entity.create', { id: known, type: 'person', values: values({ name: 'Koen Verstraeten' }), ...SAID });
  run(store, 'entity.create', { id: other, type: 'person', values: values({ name: 'An Peeters' }), ...SAID });
  run(store, 'entity.create', { id: secret, type: 'person', values: values({ name: 'Zwarte Zwaan' }), ...SAID, handling: H3 });
  run(store, 'link.create', { id: link, type: 'knows', from: known, to: other, values: {}, ...SAID });
  run(store, 'chart.create', { id: chart, name: 'Kern', items: [{ subject: known, x: 0, y: 0 }, { subject: secret, x: 100, y: 0 }, { subject: other, x: 0, y: 200 }] });
  const draw = (kind: AnnotationRecord['kind'], text: string, style?: AnnotationRecord['style']): void => void run(store, 'annotation.put', { id: newId(), chart, kind, x: 30, y: -60, width: 120, height: 40, text, ...(style === undefined ? {} : { style }) });
  const briefing = defaultBriefing({ id: newId(), settings: readSettings(store.db), charts: [{ id: chart, name: 'Kern' }], author: 'K. Peeters', service: 'FGP', language: 'nl', template: 'dossier', words: documentWords });
  const occasion = { settings: readSettings(store.db), head: journalHead(store.db), at: '2026-02-21T13:05:00.000Z' };
  const figure = (audience?: Audience, places: 'drawn' | 'anew' = 'drawn') => {
    const blocks = [{ kind: 'figure' as const, id: newId(), chart, snapshot: null, places, caption: null }];
    const document = withKept(store, (kept) => composeBriefing(store.db, store.catalogue, { ...briefing, blocks }, { ...occasion, kept }, audience));
    const [shown] = document.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : [])));
    return { document, shown: shown! };
  };
  const forbidden = (audience: Audience): readonly string[] => withheldFromBriefing(store.db, store.catalogue, briefing, occasion, audience);
  return { store, known, secret, other, link, chart, draw, figure, forbidden };
}

test('a figure shows what is drawn on its chart: not what stays here, nor what is tied to who is held back', async () => {
  const { draw, figure, known, secret } = await withSecret();
  draw('heading', 'Kern van het netwerk');
  draw('note', 'Gezien in de haven', { anchor: known });
  draw('note', 'Bron beschermen', { anchor: secret });
  draw('text', 'Alleen voor ons', { ownOnly: true });
  draw('box', 'Loods');
  const texts = (of: ReturnType<typeof figure>): string[] => (of.shown.annotations ?? []).map(({ text }) => text).toSorted();
  expect(texts(figure())).toEqual(['Bron beschermen', 'Gezien in de haven', 'Kern van het netwerk', 'Loods']);
  const released = figure(parket);
  expect(texts(released)).toEqual(['Gezien in de haven', 'Kern van het netwerk', 'Loods']);
  expect(JSON.stringify(released.document)).not.toMatch(/Zwaan|beschermen|Alleen voor ons/);
  // Placed anew, only what is tied to somebody has a place.
  expect(texts(figure(parket, 'anew'))).toEqual(['Gezien in de haven']);
  expect(released.shown.annotations?.find(({ tie }) => tie === known)).toMatchObject({ x: 30, y: -60 });
});

test('a note that names who is held back is found before it leaves', async () => {
  const { draw, figure, forbidden } = await withSecret();
  draw('note', 'Vraag dit aan de Zwarte  Zwaan zelf');
  const { document } = figure(parket);
  expect(findForbidden(JSON.stringify(document), forbidden(parket))).toEqual(['Zwarte Zwaan']);
  expect(forbidden(parket).some((text) => text.includes('Vraag dit'))).toBe(false);
});

test('a strength that was set is drawn, with its reason under the figure', async () => {
  const { store, chart, link, figure } = await withSecret();
  expect(figure().shown.lines[0]).toMatchObject({ strength: 'unconfirmed' });
  run(store, 'chart.styleItems', { chart, subjects: [link], style: { strength: { as: 'confirmed', reason: 'twee getuigen bij de rechter.' } } });
  const { shown } = figure(parket);
  expect(shown.lines[0]).toMatchObject({ strength: 'confirmed' });
  expect(shown.legend.notes.join(' ')).toMatch(/Koen Verstraeten – An Peeters .*bevestigd.*niet bevestigd.*twee getuigen bij de rechter\./);
});

test('a photograph goes out when its source may be shown whole, and as a sign when not or when it is gone', async () => {
  const { store, chart, known, figure } = await withSecret();
  const take = async (name: string, handling: readonly object[]): Promise<string> => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, Buffer.concat([PIXEL, Buffer.from(name)]));
    const document = { path, name };
    const { proposal } = await previewImport(store.db, store.catalogue, document, {});
    const mapping = { ...proposal, source: { ...proposal.source, handling } } as typeof proposal;
    const { source } = await runImport({ folder: store.folder, key: store.key }, { document, mapping, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
    store.reload();
    return source;
  };
  const open = await take('foto_koen.png', []);
  const closed = await take('foto_bron.png', H3);
  expect(pictures(store.db, { about: [] }).map(({ source }) => source).toSorted()).toEqual([open, closed].toSorted());
  expect(withKept(store, (kept) => picture(store.db, kept, open))).toMatchObject({ mediaType: 'image/png' });
  const use = (source: string): unknown => run(store, 'chart.styleItems', { chart, subjects: [known], style: { representation: 'picture', picture: { source, x: 0, y: 0, side: 1 } } });
  const photoFor = (audience?: Audience) => figure(audience).shown.nodes.find((node) => node.id === known)?.photo;
  use(open);
  expect(photoFor(parket)).toMatchObject({ mediaType: 'image/png', cut: { x: 0, y: 0, side: 1 } });
  use(closed);
  expect(photoFor()).toBeDefined();
  expect(photoFor(parket)).toBeUndefined();
  run(store, 'source.retract', { id: closed, reason: 'vergissing' });
  expect(photoFor()).toBeUndefined();
  expect(withKept(store, (kept) => picture(store.db, kept, closed))).toBeNull();
});

test('a picture that is looked at is on record as its document; one that a chart shows is part of the chart', async () => {
  const { store } = await newCase();
  const path = join(temporaryFolder(), 'foto.png');
  writeFileSync(path, PIXEL);
  const { proposal } = await previewImport(store.db, store.catalogue, { path, name: 'foto.png' });
  const { source } = await runImport({ folder: store.folder, key: store.key }, { document: { path, name: 'foto.png' }, mapping: proposal, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  const [person, chart] = [newId(), newId()];
  run(store, 'entity.create', { id: person, type: 'person', values: values({ name: 'Koen Verstraeten' }), ...SAID });
  run(store, 'chart.create', { id: chart, name: 'Kern', items: [{ subject: person, x: 0, y: 0 }] });
  run(store, 'chart.styleItems', { chart, subjects: [person], style: { representation: 'picture', picture: { source, x: 0, y: 0, side: 1 } } });
  const looked = (): number => journalEntries(store.db, store.catalogue, { limit: 50 }).filter(({ command, label }) => command === 'case.sourceConsulted' && label['source'] === source).length;
  const handlers = picturesHandlers({ open: { store }, person: { actor: ACTOR, language: 'nl' }, consultations: new Consultations(store) } as unknown as Served);
  expect(await handlers['case.picture']({ source })).toMatchObject({ mediaType: 'image/png' });
  expect(looked()).toBe(0);
  run(store, 'chart.styleItems', { chart, subjects: [person], style: { representation: null, picture: null } });
  expect(await handlers['case.picture']({ source: newId() })).toBeNull();
  for (let times = 0; times < 2; times += 1) expect(await handlers['case.picture']({ source })).toMatchObject({ mediaType: 'image/png' });
  expect(looked()).toBe(1);
});
