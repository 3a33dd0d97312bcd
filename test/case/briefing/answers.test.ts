import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { briefingsHandlers } from '../../../electron/case/answers/briefings';
import { Contents } from '../../../electron/case/db/contents';
import type { Served } from '../../../electron/case/handlers';
import { heldBytes } from '../../../electron/case/importers/bytes';
import type { OpenCase } from '../../../electron/case/life';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const H3 = [{ scheme: 'europolHandling', code: 'H3', note: 'bron loopt gevaar' }];

/** A picture of two by three pixels: only its head is read. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000030802000000368849d6', 'hex');

const answersOf = (open: OpenCase) => briefingsHandlers({ open, person: { actor: ACTOR, language: 'nl' } } as unknown as Served);
const blank = (more: Partial<BriefingRecord>): BriefingRecord => ({ id: newId(), title: 'T', reference: '', author: '', service: '', recipient: null, copyNumber: '1', marking: { scheme: 'unmarked', code: 'none' }, template: 'free', language: 'nl', originalBeside: false, withheldLinks: 'absent', identity: 'judged', blocks: [], ...more });

/** Someone who may see H0 and nothing marked. */
function recipient({ store }: OpenCase): string {
  const id = newId();
  store.execute({ command: 'recipient.put', args: { id, name: 'Havenprocureur', service: 'Parket', purpose: 'judicial', rights: { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] }, permissions: [] } }, ACTOR);
  return id;
}

test('briefings of older versions are read as today’s; the stored row stays until it is written, and undo brings it back', async () => {
  const opened = await newCase();
  const { store } = opened;
  const prosecutor = recipient(opened);
  const id = newId();
  const old = JSON.stringify({ author: 'K', charts: [], copyNumber: '1', id, language: 'nl', marking: { code: 'none', scheme: 'unmarked' }, recipient: 'havenprocureur', reference: '', sections: ['persons', 'sources'], service: '', summary: 'Eén.', title: 'Oud' });
  const row = (): unknown => store.db.prepare('SELECT content FROM briefing WHERE id = ?').pluck().get(id);
  store.db.prepare('INSERT INTO briefing (id, content) VALUES (?, ?)').run(id, old);
  const answers = answersOf(opened);
  const [modern] = await answers['case.briefings']({});
  expect(modern).toMatchObject({ title: 'Oud', recipient: prosecutor, template: 'free' });
  expect(row()).toBe(old);
  expect((await answers['case.composeBriefing']({ briefing: id })).cover.lines).toContainEqual({ label: 'Bestemd voor', value: 'Havenprocureur' });
  store.execute({ command: 'briefing.put', args: { ...modern, title: 'Nieuw' } }, ACTOR);
  expect(await answers['case.briefings']({})).toMatchObject([{ title: 'Nieuw' }]);
  store.undo(ACTOR);
  expect(row()).toBe(old);
  await expect((async () => answers['case.composeBriefing']({ briefing: newId() }))()).rejects.toMatchObject({ code: 'briefingNotFound' });
});

test('a briefing is composed, searched for and checked for its recipient, and for nobody but the service without one', async () => {
  const opened = await newCase();
  const { store } = opened;
  const answers = answersOf(opened);
  const [person, chart] = [newId(), newId()];
  store.execute({ command: 'entity.create', args: { id: person, type: 'person', values: values({ name: 'Zwarte Zwaan' }), ...SAID, handling: H3 } }, ACTOR);
  store.execute({ command: 'chart.create', args: { id: chart, name: 'Kern', items: [{ subject: person, x: 0, y: 0 }] } }, ACTOR);
  const briefing = blank({ recipient: recipient(opened), blocks: [{ kind: 'figure', id: newId(), chart, snapshot: null, places: 'drawn', caption: null }] });
  expect(JSON.stringify(await answers['case.composeBriefing']({ briefing }))).not.toContain('Zwaan');
  expect(await answers['case.withheldTexts']({ briefing })).toContain('Zwarte Zwaan');
  expect((await answers['case.checkBriefing']({ briefing })).map((finding) => finding.kind)).toEqual(['emptyFigure']);
  const own = { ...briefing, recipient: null };
  expect(JSON.stringify(await answers['case.composeBriefing']({ briefing: own }))).toContain('Zwarte Zwaan');
  expect(await answers['case.withheldTexts']({ briefing: own })).toEqual([]);
  await expect((async () => answers['case.composeBriefing']({ briefing: own, purpose: 'judicial' }))()).rejects.toMatchObject({ code: 'recipientNotFound' });
  const nameless = newId();
  store.execute({ command: 'recipient.put', args: { id: nameless, name: 'X', service: '' } }, ACTOR);
  await expect((async () => answers['case.composeBriefing']({ briefing: { ...briefing, recipient: nameless } }))()).rejects.toMatchObject({ code: 'recipientWithoutRights' });
});

test('a kept picture is shown as an exhibit and as the portrait of whoever a document of it is linked to', async () => {
  const opened = await newCase();
  const { store } = opened;
  const sha256 = createHash('sha256').update(PNG).digest('hex');
  const contents = Contents.open(store.folder, store.key);
  contents.store(sha256, heldBytes(PNG), () => undefined);
  contents.close();
  const source = newId();
  store.db.prepare(`INSERT INTO source (id, kind, title, supplier, sha256, bytes, media_type, grading, handling, received_at, reading, seq_added) VALUES (?, 'file', 'pasfoto.png', 'Lokale politie', ?, ?, 'image/png', NULL, '', '2026-02-19T09:00:00.000Z', NULL, 1)`).run(source, sha256, PNG.length);
  const [person, document] = [newId(), newId()];
  store.execute({ command: 'entity.create', args: { id: person, type: 'person', values: values({ name: 'Koen Verstraeten', category: 'suspect' }), ...SAID } }, ACTOR);
  store.execute({ command: 'entity.create', args: { id: document, type: 'document', values: values({ title: 'Pasfoto' }), ...SAID, source } }, ACTOR);
  store.execute({ command: 'link.create', args: { id: newId(), type: 'mentionedIn', from: person, to: document, values: {}, ...SAID } }, ACTOR);
  const answers = answersOf(opened);
  const composed = await answers['case.composeBriefing']({ briefing: blank({ blocks: [{ kind: 'exhibit', id: newId(), source, caption: null, show: 'picture' }, { kind: 'profile', id: newId(), entity: person }, { kind: 'generated', id: newId(), of: 'exhibits' }] }) });
  const [exhibit, portrait] = composed.sections[0]?.blocks ?? [];
  expect(exhibit).toMatchObject({ kind: 'picture', mediaType: 'image/png', width: 2, height: 3, data: PNG.toString('base64'), caption: 'Stuk 1: pasfoto.png' });
  expect(portrait).toMatchObject({ kind: 'picture', caption: 'Koen Verstraeten, uit Pasfoto' });
});

test('statements are shown for citing with what they say, where, and whether they still hold', async () => {
  const opened = await newCase();
  const { store } = opened;
  const answers = answersOf(opened);
  const [person, other, link] = [newId(), newId(), newId()];
  for (const [id, name] of [[person, 'Koen Verstraeten'], [other, 'Driss Amellal']] as const) store.execute({ command: 'entity.create', args: { id, type: 'person', values: values({ name }), ...SAID } }, ACTOR);
  store.execute({ command: 'link.create', args: { id: link, type: 'called', from: person, to: other, values: values({ date: '2026-02-03T10:15' }), ...SAID, grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } }, handling: H3, basis: 'assessment' } }, ACTOR);
  const ids = store.db.prepare<[], string>('SELECT id FROM statement ORDER BY n').pluck().all();
  store.execute({ command: 'statement.retract', args: { ids: ids.slice(0, 1) } }, ACTOR);
  const shown = await answers['case.statements']({ ids: [...ids].reverse().concat(newId()) });
  expect(shown).toMatchObject([
    { subject: link, caption: expect.stringContaining('→ Driss Amellal') as string, text: expect.stringContaining('03-02-2026 10:15') as string, grading: 'A1', handling: 'H3', basis: 'assessment', retracted: false },
    { subject: other, caption: 'Driss Amellal', text: 'Naam: Driss Amellal', retracted: false }, { subject: person, retracted: true },
  ]);
});
