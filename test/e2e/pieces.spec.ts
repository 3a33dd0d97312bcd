/**
 * The pieces that two services hold of one man, joined in time: blinded lists, a hit, a request, a bundle, a judgement, and the trail of it in both journals. And what a sample of
 * five services' files shows of who is who.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { button, dialog, drawnCounts, makeCase } from './harness/hands';
import { expect, startKnoop, type Knoop } from './harness/knoop';
import { makePlace, writeSettings } from './harness/place';
import { allSeeing } from './harness/recipients';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

const SAID = { grading: null, handling: [], basis: 'fact' as const };

async function put({ ask }: Knoop, type: string, said: Readonly<Record<string, string>>): Promise<string> {
  const id = newId();
  await ask('case.execute', { command: 'entity.create', args: { id, type, values: Object.fromEntries(Object.entries(said).map(([property, v]) => [property, [{ v }]])), ...SAID } });
  return id;
}

const tie = ({ ask }: Knoop, type: string, from: string, to: string) => ask('case.execute', { command: 'link.create', args: { id: newId(), type, from, to, values: {}, ...SAID } });

/** Says why, as every dialog does that lets something out. */
async function give({ page }: Knoop, reason: string): Promise<void> {
  await dialog(page).getByLabel(text('release:reasonNeeded')).fill(reason);
  await dialog(page).getByLabel(text('release:basisNeeded')).fill('art. 44/11/9 WPA');
}

const panel = ({ page }: Knoop, name: string) => page.locator('.rail').getByRole('button', { name: text(`app:panel.${name}`), exact: true }).click();

test('a man whom two services spell differently is found, asked about, joined and parted again, and all of it is on record', async ({ start, place, madeWith }) => {
  test.setTimeout(240_000);
  const police = await start({ actor: 'K. Peeters', service: 'FGP Scheldoord' });
  const other = makePlace();
  writeSettings(other, { actor: 'M. Dubois', service: 'Douane Leievaart' });
  const customs = await startKnoop(madeWith, other);
  const file = (name: string): string => join(place.scratch, name);
  try {
    await makeCase(police.page, 'Haven', null);
    await makeCase(customs.page, 'Kaai', null);
    const wanted = await put(police, 'person', { name: 'El Haddaoui, Yassir', birthDate: '1986-10-09' });
    const phone = await put(police, 'phone', { number: '+32470999888' });
    await tie(police, 'uses', wanted, phone);
    await put(police, 'phone', { number: '+32471222333' });
    const seen = await put(customs, 'person', { name: 'Yasser Hadaoui', birthDate: '1986-10-09' });
    const friend = await put(customs, 'person', { name: 'Ferdi Lommaert' });
    await tie(customs, 'knows', seen, friend);
    await put(customs, 'phone', { number: '+32473555666' });

    await test.step('each service knows the other by its card', async () => {
      const [own, theirs] = [await police.ask('case.card', {}), await customs.ask('case.card', {})];
      for (const [at, card] of [[police, theirs], [customs, own]] as const) {
        await at.ask('case.execute', { command: 'recipient.put', args: { ...(await allSeeing(at.ask, card.service, card.service, 'operational')), encryptionKey: card.encryptionKey, signingKey: card.signingKey } });
      }
    });

    await test.step('the police blind their list', async () => {
      await panel(police, 'services');
      await button(police.page, 'services:compare').click();
      await dialog(police.page).getByLabel(text('release:recipient'), { exact: true }).selectOption({ label: 'Douane Leievaart' });
      await give(police, 'nota van 3 mei');
      await dialog(police.page).getByLabel(text('services:subject')).fill('gezamenlijk onderzoek havens');
      await police.answerSave(file('1.knoopblind'));
      await button(dialog(police.page), 'services:begin').click();
      await expect(police.page.getByText(text('services:tag.awaitingAnswer'), { exact: true })).toBeVisible({ timeout: 60_000 });
    });

    await test.step('customs answer with theirs', async () => {
      await panel(customs, 'services');
      await customs.answerOpen([file('1.knoopblind')]);
      await button(customs.page, 'services:openFile').click();
      await expect(dialog(customs.page).getByText(text('services:ourAnswer'))).toBeVisible({ timeout: 20_000 });
      await give(customs, 'verzoek van FGP');
      await customs.answerSave(file('2.knoopblind'));
      await button(dialog(customs.page), 'services:answer').click();
      await expect(customs.page.getByText(text('services:tag.awaitingLast'), { exact: true })).toBeVisible({ timeout: 60_000 });
    });

    await test.step('both learn who is known to both, and nothing else', async () => {
      await police.answerOpen([file('2.knoopblind')]);
      await button(police.page, 'services:openNext').click();
      await police.answerSave(file('3.knoopblind'));
      await button(dialog(police.page), 'services:concludeAndWrite').click();
      await expect(police.page.getByRole('checkbox', { name: 'El Haddaoui, Yassir' })).toBeAttached({ timeout: 60_000 });
      await customs.answerOpen([file('3.knoopblind')]);
      await button(customs.page, 'services:openNext').click();
      await button(dialog(customs.page), 'services:conclude').click();
      await expect(customs.page.getByRole('checkbox', { name: 'Yasser Hadaoui' })).toBeAttached({ timeout: 60_000 });
      await police.picture('pieces-hits');
      for (const at of [police, customs]) {
        const [exchange] = (await at.ask('case.blindExchanges', {})).exchanges;
        const { hits } = await at.ask('case.blindHits', { id: exchange!.id });
        expect(hits.map(({ entity }) => entity.id)).toEqual([at === police ? wanted : seen]);
      }
      // What hit is all that both have: the other's spelling, friends and telephones stay where they are.
      expect((await police.ask('case.search', { text: 'Hadaoui' })).hits).toEqual([]);
      expect((await customs.ask('case.search', { text: '0999888' })).hits).toEqual([]);
    });

    await test.step('the police ask, customs answer with a bundle', async () => {
      await police.page.getByRole('checkbox', { name: 'El Haddaoui, Yassir' }).dispatchEvent('click');
      await expect(police.page.getByRole('checkbox', { name: 'El Haddaoui, Yassir' })).toBeChecked();
      await button(police.page, 'services:askAbout', { count: 1 }).click();
      await dialog(police.page).getByLabel(text('services:question')).fill('Waarvan kent u deze persoon?');
      // Why and on what ground stand there already: those of the comparison.
      await police.answerSave(file('vraag.knoopask'));
      await button(dialog(police.page), 'services:makeAsk').click();
      await expect(police.page.getByText('Waarvan kent u deze persoon?').first()).toBeVisible({ timeout: 20_000 });
      await customs.answerOpen([file('vraag.knoopask')]);
      await button(customs.page, 'services:openFile').click();
      await button(customs.page, 'services:answerBundle').click();
      await give(customs, 'antwoord op vraag');
      await dialog(customs.page).getByText(text('bundles:neighbours')).click();
      await expect(dialog(customs.page).getByRole('checkbox', { name: text('bundles:neighbours') })).toBeChecked();
      await customs.answerSave(file('antwoord.knoopx'));
      await button(dialog(customs.page), 'bundles:make').click();
      await expect(customs.page.getByText(text('services:askStatus.answered')).first()).toBeVisible({ timeout: 60_000 });
    });

    await test.step('the police unite it, and the two spellings are proposed as one with the reasons', async () => {
      await police.answerOpen([file('antwoord.knoopx')]);
      await button(police.page, 'services:openFile').click();
      await button(dialog(police.page), 'bundles:unite').click();
      await expect.poll(async () => (await police.ask('case.search', { text: 'Hadaoui' })).hits.length, { timeout: 30_000 }).toBe(1);
      await expect.poll(async () => (await police.ask('case.queue', {})).pairs.map(({ left, right }) => [left.id, right.id].toSorted()), { timeout: 30_000 }).toEqual([[wanted, seen].toSorted()]);
      const [pair] = (await police.ask('case.queue', {})).pairs;
      expect(pair!.evidence.filter(({ effect }) => effect === '+').map(({ kind }) => kind)).toEqual(expect.arrayContaining(['name', 'birth']));
    });

    await test.step('judged by keyboard, the man stands once with what both services know', async () => {
      await panel(police, 'judging');
      await expect(police.page.locator('.judging').getByText('Yasser Hadaoui').first()).toBeVisible();
      await police.picture('pieces-pair');
      await police.page.locator('[data-pair-list]').focus();
      await police.page.keyboard.press('s');
      await expect.poll(async () => (await police.ask('case.entities', { ids: [seen] }))[0]?.members?.toSorted(), { timeout: 20_000 }).toEqual([wanted, seen].toSorted());
      const whole = await police.ask('case.subject', { id: seen });
      expect(whole.linkCounts.map(({ type }) => type).toSorted()).toEqual(['knows', 'uses']);
      expect((await police.ask('case.browse', { types: ['person'] })).total).toBe(2);
    });

    await test.step('parted again, each record is as it was', async () => {
      const { judgements } = await police.ask('case.identityOf', { id: wanted });
      await police.ask('case.execute', { command: 'judgement.withdraw', args: { ids: judgements.map(({ id }) => id), reason: 'toch een ander' } });
      expect((await police.ask('case.subject', { id: seen })).linkCounts.map(({ type }) => type)).toEqual(['knows']);
      expect((await police.ask('case.browse', { types: ['person'] })).total).toBe(3);
      await police.ask('case.undo', {});
      expect((await police.ask('case.browse', { types: ['person'] })).total).toBe(2);
    });

    await test.step('the trail is in both journals, and both chains hold', async () => {
      const trail = async (at: Knoop): Promise<string[]> => (await at.ask('case.journal', { limit: 500 })).map(({ command }) => command).toReversed();
      const [own, theirs] = [await trail(police), await trail(customs)];
      const inOrder = (commands: readonly string[], wantedOrder: readonly string[]): void => {
        let at = -1;
        for (const command of wantedOrder) {
          at = commands.indexOf(command, at + 1);
          expect(at, `${command} in ${commands.join(' ')}`).toBeGreaterThanOrEqual(0);
        }
      };
      inOrder(own, ['blind.sent', 'blind.concluded', 'bundle.unite', 'judgement.set', 'judgement.withdraw']);
      inOrder(theirs, ['blind.sent', 'blind.concluded', 'release.record']);
      expect((await police.ask('case.releases', {})).length).toBeGreaterThanOrEqual(3);
      for (const at of [police, customs]) {
        for (const release of await at.ask('case.releases', {})) expect([release.reason, release.basis, release.sha256].every((each) => each !== '')).toBe(true);
        expect((await at.ask('case.verifyJournal', {})).ok).toBe(true);
      }
    });
    expect([...police.complaints(), ...customs.complaints()]).toEqual([]);
  } finally {
    await customs.quit();
    other.remove();
  }
});

test('the sample’s spellings of one person are found and explained, a chart follows what is judged, and the network answers', async ({ startSample, place }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const chart = (await ask('case.charts', {}))[0]!;

  await test.step('pairs are proposed in the background, the surest first', async () => {
    await expect.poll(async () => (await ask('case.matching', {})).behind, { timeout: 60_000 }).toBe(0);
    const { pairs, counts } = await ask('case.queue', { types: ['person'], limit: 200 });
    expect(counts.open).toBeGreaterThan(10);
    for (const { score, evidence } of pairs) {
      expect(score).toBeGreaterThan(0.4);
      expect(evidence.length).toBeGreaterThan(0);
    }
    await panel(knoop, 'judging');
    await expect(page.locator('.judging .pair')).toBeVisible();
    await knoop.picture('pieces-queue');
  });

  await test.step('two items that are judged the same become one with a mark, and part again by undo', async () => {
    const before = await ask('case.chart', { id: chart.id });
    const names = ['AMELLAL DRISS', 'AMELAL Idris'].map((name) => before.entities.find(({ caption }) => caption === name)!.id);
    const drawn = (await drawnCounts(page)).entities;
    await ask('case.execute', { command: 'judgement.set', args: { id: newId(), left: names[0]!, right: names[1]!, verdict: 'same', reason: 'zelfde man' } });
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(drawn - 1);
    await knoop.picture('pieces-merged');
    await page.locator('.identity-chip').click();
    await page.getByRole('option', { name: new RegExp(`^${text('judging:mode.strict')}`) }).click();
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(drawn);
    await page.locator('.identity-chip').click();
    await page.getByRole('option', { name: new RegExp(`^${text('judging:mode.judged')}`) }).click();
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(drawn - 1);
    await ask('case.undo', {});
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(drawn);
    expect(await ask('case.chart', { id: chart.id })).toMatchObject({ items: before.items });
  });

  await test.step('who connects the groups is asked in the window and shown on the chart', async () => {
    await panel(knoop, 'network');
    await page.locator('.network').getByRole('button', { name: text('network:ask'), exact: true }).click();
    await expect(page.locator('.network__table tbody tr').first()).toBeVisible({ timeout: 30_000 });
    await page.locator('.network').getByText(text('network:showSizes')).click();
    await knoop.picture('pieces-network');
  });
  await test.step('a list from another service is held against the case; a hit is judged by keyboard and not asked again', async () => {
    const list = join(place.scratch, 'gezocht.csv');
    writeFileSync(list, 'Naam;Geboortedatum;Telefoon;Container\nAmelall Idris;11/03/1987;;\n;;0468 00 44 17;\n;;;CSQU3054383\nNiemand Hier;01/02/1950;;\n');
    await knoop.answerOpen([list]);
    await panel(knoop, 'watch');
    await button(page, 'watch:load').click();
    await dialog(page).getByLabel(text('watch:owner')).fill('Douane Leievaart');
    await button(dialog(page), 'watch:take', { count: 4, shown: '4' }).click();
    await expect.poll(async () => (await ask('case.watchHits', { state: 'open' })).total, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
    await page.locator('.watch').getByText(new RegExp(`^${text('watch:tab.open')}`)).click();
    await expect(page.locator('[data-hit-list]')).toBeVisible();
    await knoop.picture('pieces-watch');
    const before = (await ask('case.watchHits', { state: 'open' })).total;
    await page.locator('[data-hit-list]').focus();
    await page.keyboard.press('m');
    await expect.poll(async () => (await ask('case.watchHits', { state: 'judged' })).total, { timeout: 20_000 }).toBe(1);
    expect((await ask('case.watchHits', { state: 'open' })).total).toBe(before - 1);
    expect((await ask('case.journal', { limit: 20 })).map(({ command }) => command)).toContain('watchHit.judge');
  });

  await test.step('what should be looked at in the case is listed', async () => {
    await panel(knoop, 'quality');
    await expect(page.locator('.quality').getByRole('button').first()).toBeVisible({ timeout: 30_000 });
    await knoop.picture('pieces-quality');
  });
  expect(knoop.complaints()).toEqual([]);
});
