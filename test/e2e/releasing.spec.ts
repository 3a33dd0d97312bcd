/** Three recipients, three packs, two languages: each gets what it may have, nothing else goes along, and all of it is on record. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { button, drawnCounts, makeCase } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { popplerIsHere, readPdf } from './harness/pdf';
import { allSeeing, recipientOf } from './harness/recipients';
import { test } from './harness/sampleCase';
import { text } from './harness/words';
import type { AppService, ArgumentsOf, ResultOf } from '../../shared/contract';

const PASSPHRASE = 'paard batterij nietje correct';

type Main = AppService['requests'];

/** Asks main as the page does. */
async function askMain<N extends keyof Main & string>({ page }: Knoop, name: N, args: ArgumentsOf<Main[N]>): Promise<ResultOf<Main[N]>> {
  const reply = await page.evaluate(([request, given]) => (window as unknown as { knoop: { requests: Record<string, (args: unknown) => Promise<{ ok: boolean; value?: unknown; code?: string; details?: unknown }>> } }).knoop.requests[request as string]!(given), [name, args] as const);
  if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.details)}`);
  return reply.value as ResultOf<Main[N]>;
}

test('three recipients, three packs, two languages', async ({ startSample, place }) => {
  test.setTimeout(240_000);
  test.skip(!popplerIsHere(), 'poppler-utils reads the PDF back, and is not here');
  const knoop = await startSample();
  const { page, ask } = knoop;
  const chart = (await ask('case.charts', {}))[0]!;
  const whole = await ask('case.chart', { id: chart.id });
  const sources = await ask('case.sources', {});
  const police = sources.find(({ title }) => title.startsWith('politie'))!;
  const customs = sources.find(({ title }) => title.startsWith('douane'))!;
  const out = (name: string): string => join(place.scratch, name);

  await test.step('the services say what may be done with what they gave', async () => {
    const evaluate = (source: string, scheme: string, code: string) => ask('case.execute', { command: 'statements.evaluate', args: { id: newId(), targets: { source }, handling: { set: [{ scheme, code }] }, reason: 'zoals de dienst het schreef' } });
    await evaluate(police.id, 'europolHandling', 'H2');
    await evaluate(customs.id, 'europolHandling', 'H1');
  });

  const partner = recipientOf('Zollfahndung', 'Zollfahndungsamt Hamburg', 'operational', { allowedHandling: { europolHandling: ['H0', 'H1'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] });
  const prosecutor = await allSeeing(ask, 'Parket Scheldoord', 'Parket', 'judicial');
  const freed = {
    ...(await allSeeing(ask, 'Parquet fédéral', 'Parquet fédéral', 'judicial')),
    permissions: [police, customs].map(({ supplier }) => ({ id: newId(), originator: supplier, givenBy: 'L. Janssens', givenOn: '2026-01-05', reference: 'DT-12', until: null, withdrawnOn: null, codes: [{ scheme: 'europolHandling', code: 'H1' }, { scheme: 'europolHandling', code: 'H2' }], purposes: ['judicial' as const], sources: [] })),
  };
  for (const recipient of [partner, prosecutor, freed]) await ask('case.execute', { command: 'recipient.put', args: recipient });

  const people = whole.entities.filter(({ type }) => type === 'person');
  const withheldNames = async (recipient: string): Promise<Set<string>> => new Set((await ask('case.withheld', { recipient, limit: 5000 })).withheld.filter(({ subjectKind }) => subjectKind === 'entity').map(({ caption }) => caption));

  await test.step('seen as the partner, the chart has only what the partner gets', async () => {
    await page.locator('.rail').getByRole('button', { name: text('app:panel.recipients') }).click();
    await page.getByRole('button', { name: /^Zollfahndung/ }).click();
    await button(page, 'recipients:viewAs').click();
    await expect(page.getByText(text('viewAs:seenAs', { name: 'Zollfahndung' }))).toBeVisible();
    const seen = await ask('case.chart', { id: chart.id });
    expect(seen.entities.length).toBeLessThan(whole.entities.length);
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(seen.entities.length);
    await expect(page.getByText(text('viewAs:freedBy', { service: police.supplier })).first()).toBeVisible();
    await knoop.picture('releasing-seen-as');
    await expect(ask('case.execute', { command: 'chart.rename', args: { id: chart.id, name: 'anders' } })).rejects.toThrow('viewingAs');
    await button(page, 'viewAs:end').click();
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(whole.entities.length);
  });

  const briefing = async (recipient: string, language: 'nl' | 'fr' | 'de', title: string) => {
    const id = newId();
    const figure = { kind: 'figure' as const, id: newId(), chart: chart.id, snapshot: null, places: 'anew' as const, caption: null };
    const record = {
      id, title, reference: 'AN-2026-7', author: 'K. Peeters', service: 'FGP', recipient, copyNumber: '1', marking: { scheme: 'belgianClassification', code: 'beperkteVerspreiding' }, template: 'liaison' as const, language, originalBeside: false, withheldLinks: 'absent' as const,
      blocks: [figure, { kind: 'table' as const, id: newId(), of: 'persons' as const, scope: { kind: 'charts' as const } }, { kind: 'table' as const, id: newId(), of: 'others' as const, scope: { kind: 'charts' as const } }, { kind: 'generated' as const, id: newId(), of: 'glossary' as const }, { kind: 'generated' as const, id: newId(), of: 'sources' as const }],
    };
    await ask('case.execute', { command: 'briefing.put', args: record });
    return record;
  };
  const about = (recipient: { id: string; purpose: 'operational' | 'judicial' }) => ({ recipient: recipient.id, purpose: recipient.purpose, reason: 'verzoek van 3 mei', basis: 'art. 44/11/9 WPA', copyNumber: '1', expires: null });
  const release = async (recipient: typeof partner, language: 'nl' | 'fr' | 'de', format: 'pdf' | 'docx' | 'pptx', name: string) => {
    await knoop.answerSave(out(name));
    const done = await askMain(knoop, 'app.exportBriefing', { briefing: await briefing(recipient.id, language, name), job: newId(), format, about: about(recipient as never), certificate: null });
    expect(done?.sha256).toBe(createHash('sha256').update(readFileSync(out(name))).digest('hex'));
    return done!;
  };

  await test.step('a pack for the partner, without what the police hold back', async () => {
    await release(partner, 'de', 'pdf', 'partner.pdf');
    const pdf = await readPdf(out('partner.pdf'));
    const told = pdf.pages.join(' ');
    const hidden = await withheldNames(partner.id);
    const kept = people.filter(({ caption }) => hidden.has(caption) && !whole.entities.some((other) => other.caption === caption && !hidden.has(other.caption)));
    expect(kept.length).toBeGreaterThan(3);
    for (const { caption } of kept) expect(told, caption).not.toContain(caption);
    expect(pdf.pages.every((page_) => page_.includes('BEPERKTE VERSPREIDING') || page_.includes('EINGESCHRÄNKTE') || /BESCHRÄNKTE/i.test(page_))).toBe(true);
    expect(pdf.tagged).toBe(true);
  });

  await test.step('a pack for the prosecutor without leave holds back what may not be used in court; with leave it does not', async () => {
    await release(prosecutor, 'nl', 'pdf', 'parket.pdf');
    await release(freed, 'fr', 'pdf', 'parquet.pdf');
    const [held, full] = await Promise.all([readPdf(out('parket.pdf')), readPdf(out('parquet.pdf'))]);
    const named = (pdf: typeof held): number => people.filter(({ caption }) => pdf.pages.join(' ').replaceAll(/\s+/g, ' ').includes(caption)).length;
    expect(named(full)).toBeGreaterThan(named(held));
    expect(full.pages.join(' ')).toMatch(/sources/i);
    const last = (await ask('case.releases', {}))[0]!;
    expect(last.permissions.length).toBeGreaterThan(0);
  });

  await test.step('the same as Word and as slides', async () => {
    await release(partner, 'de', 'docx', 'partner.docx');
    await release(partner, 'de', 'pptx', 'partner.pptx');
  });

  await test.step('all of it is on record, and the chain holds', async () => {
    const releases = await ask('case.releases', {});
    expect(releases.map(({ format, recipient, reason, check }) => `${format} ${recipient} ${reason} ${check.withheld > 0}`).toSorted()).toEqual(['docx Zollfahndung verzoek van 3 mei true', 'pdf Parket Scheldoord verzoek van 3 mei true', 'pdf Parquet fédéral verzoek van 3 mei false', 'pdf Zollfahndung verzoek van 3 mei true', 'pptx Zollfahndung verzoek van 3 mei true']);
    expect((await ask('case.verifyJournal', {})).ok).toBe(true);
  });

  const bundle = out('partner.knoopx');
  await test.step('the partner gets a bundle, under a passphrase', async () => {
    await knoop.answerSave(bundle);
    const made = await askMain(knoop, 'app.writeBundle', { job: newId(), scope: { kind: 'chart', chart: chart.id }, about: about(partner as never), title: 'Loodslicht', lock: { kind: 'passphrase', passphrase: PASSPHRASE }, documents: false });
    expect(made?.sha256).toBe(createHash('sha256').update(readFileSync(bundle)).digest('hex'));
    // What is closed can be read by nobody else.
    expect(readFileSync(bundle).includes('AMELLAL')).toBe(false);
  });

  await test.step('what is retracted afterwards leads to those who were given it', async () => {
    const [person] = people.toSorted((a, b) => b.links - a.links);
    const { statements } = await ask('case.subject', { id: person!.id });
    await ask('case.execute', { command: 'statement.retract', args: { ids: statements.map(({ id }) => id) } });
    const told = await ask('case.notices', {});
    expect(told.map(({ recipient }) => recipient)).toContain('Parquet fédéral');
  });

  await test.step('united with the partner’s own case, it brings what the partner may have and nothing else', async () => {
    const hidden = await withheldNames(partner.id);
    await button(page, 'actions:closeCase').click();
    await makeCase(page, 'Zollfahndung', null);
    await knoop.answerOpen([bundle]);
    const chosen = (await askMain(knoop, 'app.chooseBundle', {}))!;
    await expect(ask('case.previewBundle', { job: newId(), file: chosen.token, passphrase: 'een heel andere zin' })).rejects.toThrow('wrongPassphrase');
    const preview = await ask('case.previewBundle', { job: newId(), file: chosen.token, passphrase: PASSPHRASE });
    expect(preview.counts).toMatchObject({ entitiesKnown: 0, conflicts: 0 });
    await ask('case.uniteBundle', { job: newId(), file: chosen.token, passphrase: PASSPHRASE, applyRecalls: true });
    const { entities } = await ask('case.browse', { limit: 20_000 });
    expect(entities).toHaveLength(preview.counts.entitiesNew);
    expect(entities.length).toBeGreaterThan(10);
    const kept = people.filter(({ caption }) => hidden.has(caption)).map(({ id }) => id);
    expect(entities.filter(({ id }) => kept.includes(id) && !whole.entities.some((each) => each.id === id && !hidden.has(each.caption)))).toEqual([]);
    const again = await ask('case.info', {});
    await ask('case.undo', {});
    expect((await ask('case.info', {})).counts.entities).toBe(0);
    await ask('case.redo', {});
    expect((await ask('case.info', {})).counts).toEqual(again.counts);
  });
  expect(knoop.complaints()).toEqual([]);
});
