import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSession } from '../../renderer/actions/session';
import { piecesOf } from '../../renderer/features/reading/pieces';
import { ReadingPanel } from '../../renderer/features/reading/ReadingPanel';
import { SearchPanel } from '../../renderer/features/search/SearchPanel';
import { session } from '../../renderer/actions/session';
import type { MentionView } from '../../shared/contract';
import { fakeSession, type FakeSession } from './fakeSession';
import { show } from './show';

const SOURCE = '01930000-0000-7000-8000-0000000000aa';
const PERSON = '01930000-0000-7000-8000-00000000000a';
const TEXT = 'Driss Amellal belde met 0470/55.01.27.\nLater weer 0470/55.01.27.';
const entity = { id: PERSON, type: 'person', caption: 'Driss Amellal', key: '', start: null, end: null, sources: 1, links: 0, grading: '', handling: '', category: '', contradicts: false };

const mention = (over: Partial<MentionView>): MentionView => ({
  key: 'k1', kind: 'phone', page: 1, start: 24, end: 37, sentence: { start: 0, end: 38 }, raw: '0470/55.01.27', value: { v: '+32470550127', raw: '0470/55.01.27' }, targets: [{ type: 'phone', property: 'number' }], known: [], said: false, dismissed: false, ...over,
});
const MENTIONS = [mention({ key: 'n', kind: 'name', start: 0, end: 13, raw: 'Driss Amellal', value: { v: 'Driss Amellal' }, targets: [{ type: 'person', property: 'name' }], known: [PERSON] }), mention({}), mention({ start: 50, end: 63, sentence: { start: 39, end: 64 } }), mention({ key: 'gone', start: 14, end: 19, raw: 'belde', dismissed: true })];

let fake: FakeSession;
beforeEach(() => {
  fake = fakeSession({ open: {
    'case.pages': () => ({ title: 'verslag.pdf', total: 1, pages: [{ page: 1, text: TEXT }] }),
    'case.mentions': () => ({ mentions: MENTIONS, entities: [entity] }),
    'case.browse': () => ({ entities: [], total: 0, byType: {} }),
    'case.search': () => ({ hits: [], more: false, pages: [{ source: SOURCE, page: 3, title: 'verslag.pdf', excerpt: 'Hij \u0002belde\u0003 later' }] }),
  } });
  changeSession({ reading: { source: SOURCE, page: 1 } });
});

describe('the reading of a document', () => {
  it('shows the text with what it names, and proposals of which none is chosen', async () => {
    await show(<ReadingPanel />);
    await waitFor(() => expect(screen.getByText('+32 470 55 01 27')).toBeTruthy());
    expect(document.querySelectorAll('.reader__mention')).toHaveLength(4);
    expect(document.querySelector('.reader__text')?.textContent).toBe(TEXT);
    expect([...document.querySelectorAll<HTMLInputElement>('.reader__row input')].map(({ checked }) => checked)).toEqual([false, false]);
    expect(screen.getByText(/2 plaatsen/)).toBeTruthy();
    expect(screen.getByText('Al bekend:')).toBeTruthy();
    expect(fake.of('case.execute')).toEqual([]);
  });

  it('takes what was chosen in by one command, each page once, and known entities as they are', async () => {
    await show(<ReadingPanel />);
    await waitFor(() => expect(screen.getByText('+32 470 55 01 27')).toBeTruthy());
    fireEvent.click(screen.getByLabelText('Alles kiezen'));
    fireEvent.click(screen.getByText('2 voorstellen overnemen'));
    await waitFor(() => expect(fake.of('case.execute')).toHaveLength(1));
    expect(fake.of('case.execute')[0]).toMatchObject({ command: 'mentions.accept', args: { source: SOURCE, basis: 'fact', grading: null, items: [
      { entity: PERSON, type: null, page: 1, values: { name: [{ v: 'Driss Amellal' }] } }, { type: 'phone', page: 1, values: { number: [{ v: '+32470550127', raw: '0470/55.01.27' }] } },
    ] } });
  });

  it('puts aside what is turned down, and asks again when told to', async () => {
    await show(<ReadingPanel />);
    await waitFor(() => expect(screen.getByText('+32 470 55 01 27')).toBeTruthy());
    fireEvent.click(screen.getByLabelText(/^Wegleggen: \+32/));
    await waitFor(() => expect(fake.of('case.execute').at(-1)).toEqual({ command: 'mentions.dismiss', args: { source: SOURCE, keys: ['k1'], dismissed: true } }));
    fireEvent.click(screen.getByText(/Weggelegd/));
    fireEvent.click(screen.getByLabelText(/^Opnieuw vragen/));
    await waitFor(() => expect(fake.of('case.execute').at(-1)).toEqual({ command: 'mentions.dismiss', args: { source: SOURCE, keys: ['gone'], dismissed: false } }));
  });

  it('goes through the list by keys, and from the text to the list by a click', async () => {
    await show(<ReadingPanel />);
    await waitFor(() => expect(screen.getByText('+32 470 55 01 27')).toBeTruthy());
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.reader__row input')];
    boxes[0]?.focus();
    fireEvent.keyDown(boxes[0] as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(boxes[1]);
    fireEvent.keyDown(boxes[1] as HTMLElement, { key: 'Enter' });
    expect(document.querySelectorAll('.reader__mention[data-shown="true"]')).toHaveLength(2);
    fireEvent.click(document.querySelectorAll('.reader__mention')[0] as HTMLElement);
    await waitFor(() => expect(document.activeElement).toBe(boxes[0]));
  });

  it('is opened from a page that a search found', async () => {
    changeSession({ reading: null });
    await show(<SearchPanel />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'belde' } });
    await waitFor(() => expect(screen.getByText('In documenten')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: /bladzijde 3 openen/ }));
    expect(session().reading).toEqual({ source: SOURCE, page: 3, sought: 'belde' });
  });
});

describe('names that may be somebody\'s', () => {
  const evidence = { kind: 'name', finding: 'like', effect: '+' as const, left: 'Belde Later', right: 'Driss Amellal', points: 3.2 };
  const near = mention({ key: 'm', kind: 'name', start: 39, end: 50, raw: 'Idris Amelal', value: { v: 'Idris Amelal' }, targets: [{ type: 'person', property: 'name' }, { type: 'company', property: 'name' }], near: [{ entity: PERSON, property: 'alias', score: 0.62, evidence: [evidence] }], besides: { birthDate: [{ v: '1986-10-09' }] } });
  const fresh = mention({ key: 'f', kind: 'name', start: 14, end: 19, raw: 'Fatima Benali', value: { v: 'Fatima Benali' }, targets: [{ type: 'person', property: 'name' }], near: [], besides: { birthDate: [{ v: '1990-03-14' }] } });
  const rowOf = (raw: string): HTMLElement => [...document.querySelectorAll<HTMLElement>('.reader__row')].find((row) => row.querySelector('strong')?.textContent === raw) as HTMLElement;
  const open = async (): Promise<void> => {
    fake = fakeSession({ open: {
      'case.pages': () => ({ title: 'verslag.pdf', total: 1, pages: [{ page: 1, text: TEXT }] }),
      'case.mentions': () => ({ mentions: [MENTIONS[1] ?? mention({})], entities: [] }),
      'case.nearNames': () => ({ mentions: [near, fresh], entities: [entity] }),
    } });
    changeSession({ reading: { source: SOURCE, page: 1 } });
    await show(<ReadingPanel />);
    await waitFor(() => expect(screen.getByText('Fatima Benali')).toBeTruthy());
  };
  const accepted = async (): Promise<unknown> => {
    fireEvent.click(screen.getByText(/overnemen$/));
    await waitFor(() => expect(fake.of('case.execute')).toHaveLength(1));
    return (fake.of('case.execute')[0] as { args: { items: unknown } }).args.items;
  };

  it('are shown with whom they may mean, how sure that is and why, and are not chosen with the rest', async () => {
    await open();
    const row = rowOf('Idris Amelal');
    expect(row.querySelector('option')?.textContent).toContain('Driss Amellal');
    expect(row.querySelector('.reader__maybe')?.textContent).toContain('misschien dezelfde');
    expect(row.querySelector('.reader__why')?.textContent).toContain('Namen klinken gelijk: Driss Amellal');
    expect(rowOf('Fatima Benali').textContent).toContain('14');
    fireEvent.click(screen.getByLabelText('Alles wat zeker is'));
    expect(row.querySelector('input')?.checked).toBe(false);
    expect(screen.getByText('1 voorstel overnemen')).toBeTruthy();
  });

  it('come in as a further name of who was chosen', async () => {
    await open();
    fireEvent.click(rowOf('Idris Amelal').querySelector('input') as HTMLElement);
    expect(await accepted()).toEqual([{ entity: PERSON, type: null, values: { alias: [{ v: 'Idris Amelal' }] }, page: 1 }]);
  });

  it('come in as somebody new where that is chosen, with what the sentence says besides', async () => {
    await open();
    const row = rowOf('Idris Amelal');
    fireEvent.change(row.querySelector('select') as HTMLElement, { target: { value: 'type person' } });
    fireEvent.click(row.querySelector('input') as HTMLElement);
    expect(await accepted()).toMatchObject([{ type: 'person', values: { name: [{ v: 'Idris Amelal' }], birthDate: [{ v: '1986-10-09' }] }, page: 1 }]);
  });
});

describe('piecesOf', () => {
  it('cuts a text where marks begin and end, whatever their accents', () => {
    const pieces = piecesOf('Café Élan en élan', [mention({ start: 0, end: 4 })], 'elan caf');
    expect(pieces.map(({ text, mention: found, sought }) => [text, found !== null, sought])).toEqual([['Caf', true, true], ['é', true, false], [' ', false, false], ['Élan', false, true], [' en ', false, false], ['élan', false, true]]);
    expect(piecesOf('', [], 'x')).toEqual([]);
  });
});
