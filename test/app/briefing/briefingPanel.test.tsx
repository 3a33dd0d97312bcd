import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { addCitation } from '../../../renderer/actions/briefing';
import { changeSession } from '../../../renderer/actions/session';
import { BriefingPanel } from '../../../renderer/features/briefing/BriefingPanel';
import { show } from '../show';
import { BRIEFING, fakeBriefings, id, nl, puts, RECIPIENT, STATEMENT, written } from './fakeBriefings';

// Finding by role reads the whole editor: on a busy machine that takes longer than a second.
configure({ asyncUtilTimeout: 5000 });

const kinds = (faked: ReturnType<typeof fakeBriefings>): string => (puts(faked).at(-1)?.blocks ?? []).map((block) => block.kind).join(' ');

describe('the list of briefings', () => {
  it('starts one from a template on the charts that hold something, as the case is marked, and opens it', async () => {
    const faked = fakeBriefings({ briefings: [], open: false });
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('button', { name: 'Nieuwe briefing' }));
    await userEvent.click(await screen.findByText('Dossier voor het parket'));
    await waitFor(() => expect(puts(faked)).toHaveLength(1));
    const [made] = puts(faked);
    expect(made).toMatchObject({ title: 'Operatie Test', reference: 'AN-1', author: 'K. Peeters', service: 'Taskforce', marking: { scheme: 'marking', code: 'restricted' }, template: 'dossier', language: 'nl' });
    expect(made?.blocks.flatMap((block) => (block.kind === 'figure' ? [block.chart] : []))).toEqual([id(2), id(3)]);
  });

  it('asks whom a profile is of', async () => {
    const faked = fakeBriefings({ open: false });
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('button', { name: 'Nieuwe briefing' }));
    await userEvent.click(await screen.findByText('Profiel van een persoon'));
    await userEvent.click(await within(await screen.findByRole('dialog', { name: 'Van wie is het profiel?' })).findByText('A. Peeters'));
    await waitFor(() => expect(puts(faked)[0]?.blocks).toContainEqual(expect.objectContaining({ kind: 'profile', entity: id(30) })));
  });

  it('opens one, and leads back', async () => {
    fakeBriefings({ open: false });
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByText(BRIEFING.title));
    expect((await screen.findByLabelText('Titel') as HTMLInputElement).value).toBe(BRIEFING.title);
    await userEvent.click(screen.getByRole('button', { name: 'Alle briefings' }));
    expect(await screen.findByRole('list', { name: 'Briefings van de zaak' })).toBeTruthy();
  });
});

describe('the cover', () => {
  it('saves a field once, when it is left, and not when nothing changed; an emptied title comes back', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    const title = await screen.findByLabelText('Titel');
    await userEvent.type(title, ' aan zee');
    expect(puts(faked)).toHaveLength(0);
    await userEvent.tab();
    await waitFor(() => expect(puts(faked).map((each) => each.title)).toEqual(['Het netwerk rond de haven aan zee']));
    await userEvent.clear(title);
    await userEvent.tab();
    await waitFor(() => expect((title as HTMLInputElement).value).toBe('Het netwerk rond de haven aan zee'));
    expect(puts(faked)).toHaveLength(1);
  });

  it('takes a recipient of the case', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    await screen.findByRole('option', { name: 'Parket Antwerpen · Parket' });
    await userEvent.selectOptions(screen.getByLabelText('Bestemd voor'), RECIPIENT.id);
    await waitFor(() => expect(puts(faked).at(-1)?.recipient).toBe(RECIPIENT.id));
  });
});

describe('blocks', () => {
  it('are added below another, moved by key and button, copied and taken away, each as one step', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    const line = await screen.findByRole('button', { name: 'Samenvatting' });
    line.focus();
    await userEvent.keyboard('{Insert}');
    await userEvent.click(await screen.findByText('Tabel van personen'));
    await waitFor(() => expect(kinds(faked)).toBe('heading table text figure'));
    fireEvent.keyDown(screen.getByRole('button', { name: /^Samenvatting/ }), { key: 'ArrowDown', altKey: true });
    await waitFor(() => expect(kinds(faked)).toBe('table heading text figure'));
    fireEvent.keyDown(screen.getByRole('button', { name: /^Samenvatting/ }), { key: 'd', ctrlKey: true });
    await waitFor(() => expect(kinds(faked)).toBe('table heading heading text figure'));
    fireEvent.keyDown(screen.getAllByRole('button', { name: /^Samenvatting/ })[0]!, { key: 'Delete' });
    await waitFor(() => expect(kinds(faked)).toBe('table heading text figure'));
    expect(puts(faked)).toHaveLength(4);
  });

  it('say on one line what they hold', async () => {
    fakeBriefings();
    await show(<BriefingPanel />);
    expect(await screen.findByRole('button', { name: /^Figuur\s*Kern · huidige stand/ })).toBeTruthy();
  });

  it('freeze a figure under a name', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('button', { name: /^Figuur\s*Kern/ }));
    expect(await screen.findByRole('option', { name: 'Vastgelegd: Kern, 3 mei (12)' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Nu vastleggen' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Vastleggen' }));
    await waitFor(() => expect(puts(faked)).toHaveLength(1));
    const frozen = (faked.of('case.execute') as { command: string; args: { id: string; chart: string } }[]).find((each) => each.command === 'chart.snapshot');
    expect(frozen?.args.chart).toBe(id(2));
    expect(puts(faked)[0]?.blocks[2]).toMatchObject({ snapshot: frozen?.args.id });
  });
});

describe('sentences', () => {
  const field = (): Promise<HTMLTextAreaElement> => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Zin 1' });

  it('break with Enter, join with Backspace, and keep the caret where it belongs', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    const first = await field();
    first.focus();
    first.setSelectionRange(10, 10);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(written(faked)).toEqual([['Hij belde.', 'Zij niet.']]));
    const second = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Zin 2' });
    expect(document.activeElement).toBe(second);
    expect(second.selectionStart).toBe(0);
    await userEvent.keyboard('{Backspace}');
    await waitFor(() => expect(written(faked)).toEqual([['Hij belde. Zij niet.']]));
    expect((document.activeElement as HTMLTextAreaElement).selectionStart).toBe(11);
  });

  it('are taken back step by step from within their field, after what was typed is saved', async () => {
    const faked = fakeBriefings();
    changeSession({ history: { undo: { seq: 1, command: 'briefing.put', label: {} }, redo: null } });
    await show(<BriefingPanel />);
    await userEvent.type(await field(), ' Ook hij.');
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(faked.of('case.undo')).toHaveLength(1));
    expect(written(faked)).toEqual([['Hij belde. Zij niet. Ook hij.']]);
  });

  it('are split when several are pasted', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    const first = await field();
    first.focus();
    first.setSelectionRange(20, 20);
    await userEvent.paste('Dhr. Maes reed weg. Waarheen?\n\nNiemand weet het.');
    await waitFor(() => expect(written(faked)).toEqual([['Hij belde. Zij niet. Dhr. Maes reed weg.', 'Waarheen?'], ['Niemand weet het.']]));
  });

  it('begin in an empty block as one types', async () => {
    const faked = fakeBriefings({ briefings: [{ ...BRIEFING, blocks: [{ kind: 'text', id: id(10), sentences: [] }] }] });
    await show(<BriefingPanel />);
    await userEvent.type(await field(), 'Nieuw.');
    await userEvent.tab();
    await waitFor(() => expect(written(faked)).toEqual([['Nieuw.']]));
  });

  it('cite what is selected, what a search finds, and what is sent from elsewhere', async () => {
    const other = { ...STATEMENT, id: id(41), text: 'Geboren: 1984', place: 'rij 13' };
    const faked = fakeBriefings({ statements: [STATEMENT, other] });
    changeSession({ inspected: id(30) });
    await show(<BriefingPanel />);
    expect(document.getElementById((await field()).getAttribute('aria-describedby') ?? '')?.textContent).toBe('zonder bron');
    await userEvent.click(screen.getByRole('button', { name: 'Bron aanhalen' }));
    const pick = await screen.findByRole('group', { name: 'Bron kiezen' });
    await userEvent.click(await within(pick).findByRole('checkbox', { name: /Naam: A\. Peeters/ }));
    await userEvent.click(within(pick).getByRole('button', { name: 'Aanhalen' }));
    await waitFor(() => expect(puts(faked).at(-1)?.blocks[1]).toMatchObject({ sentences: [{ cites: [id(40)] }] }));
    expect(await screen.findByText('A. Peeters · A1 · rekeninglijst rij 12')).toBeTruthy();
    expect((await field()).getAttribute('aria-describedby')).toBeNull();

    (await field()).focus();
    addCitation(id(41));
    await waitFor(() => expect(puts(faked).at(-1)?.blocks[1]).toMatchObject({ sentences: [{ cites: [id(40), id(41)] }] }));

    await userEvent.click(screen.getByRole('button', { name: 'Niet meer aanhalen: A. Peeters · A1 · rekeninglijst rij 12' }));
    await waitFor(() => expect(puts(faked).at(-1)?.blocks[1]).toMatchObject({ sentences: [{ cites: [id(41)] }] }));
    await userEvent.click(screen.getByRole('button', { name: 'Bron aanhalen' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Zoeken' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Wie of wat staat er in de zin?' }), 'peeters');
    await userEvent.click(await within(screen.getByRole('group', { name: 'Bron kiezen' })).findByRole('button', { name: /A\. Peeters/ }));
    await userEvent.click(await screen.findByRole('checkbox', { name: /Naam: A\. Peeters/ }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(puts(faked).at(-1)?.blocks[1]).toMatchObject({ sentences: [{ cites: [id(41), id(40)] }] }));
  });

  it('need no source when they are the author’s own view', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('button', { name: 'Eigen beoordeling' }));
    await waitFor(() => expect(puts(faked).at(-1)?.blocks[1]).toMatchObject({ sentences: [{ assessment: true }] }));
    expect((await field()).getAttribute('aria-describedby')).toBeNull();
  });

  it('are translated beside the author’s words, without breaking apart', async () => {
    const faked = fakeBriefings();
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('radio', { name: 'Français, 2 teksten ontbreken' }));
    const sentence = await field();
    expect(sentence.value).toBe('');
    expect(screen.getAllByText('Hij belde. Zij niet.').length).toBeGreaterThan(0);
    await userEvent.type(sentence, 'Il a appelé.{Enter}');
    await userEvent.tab();
    await waitFor(() => expect(puts(faked).at(-1)?.blocks[1]).toMatchObject({ sentences: [{ text: { original: 'nl', texts: { nl: 'Hij belde. Zij niet.', fr: 'Il a appelé.' } } }] }));
    expect(await screen.findByRole('radio', { name: 'Français, 1 tekst ontbreekt' })).toBeTruthy();
  });
});

describe('findings', () => {
  it('are listed by kind and lead to their sentence', async () => {
    const quiet = { ...BRIEFING, blocks: [{ kind: 'text' as const, id: id(20), sentences: [{ id: id(21), text: nl('Eerst.'), cites: [], assessment: true }] }, ...BRIEFING.blocks] };
    fakeBriefings({ briefings: [quiet], findings: [{ kind: 'uncited', block: id(10), sentence: id(11), excerpt: 'Hij belde.' }, { kind: 'citesWithheld', block: id(10), sentence: id(11), excerpt: 'Hij belde.' }] });
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('button', { name: /Zinnen zonder bron/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hij belde.' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-sentence')).toBe(id(11)));
    expect(screen.getByRole('img', { name: '2 punten om na te kijken' })).toBeTruthy();
  });
});
