import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BriefingPanel } from '../../../renderer/features/briefing/BriefingPanel';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { fakeSession, type FakeSession } from '../fakeSession';
import { show } from '../show';

const id = (n: number): string => `01930000-0000-7000-8000-00000000000${n}`;
const CHARTS = [{ id: id(2), name: 'Kern', position: 1, items: 12 }, { id: id(3), name: 'Geld', position: 2, items: 4 }, { id: id(4), name: 'Leeg', position: 3, items: 0 }];
const BRIEFING: BriefingRecord = {
  id: id(5), title: 'Het netwerk rond de haven', reference: 'AN-1', author: 'K. Peeters', service: 'Taskforce', recipient: '', copyNumber: '1', marking: { scheme: 'marking', code: 'restricted' },
  language: 'nl', charts: [id(2)], summary: '', sections: ['figures', 'persons', 'others', 'chronology', 'sources'],
};

/** A case whose briefings are those that were put last. */
function withBriefings(first: readonly BriefingRecord[], app: NonNullable<Parameters<typeof fakeSession>[0]>['app'] = {}): FakeSession {
  const stored = new Map(first.map((briefing) => [briefing.id, briefing]));
  const faked = fakeSession({
    app,
    open: {
      'case.charts': () => CHARTS,
      'case.briefings': () => [...stored.values()],
      'case.releases': () => [],
      'case.execute': ({ command, args }) => {
        if (command === 'briefing.put') stored.set((args as BriefingRecord).id, args as BriefingRecord);
        if (command === 'briefing.delete') stored.delete((args as { id: string }).id);
        return { seq: 2, history: { undo: null, redo: null } };
      },
    },
  });
  return faked;
}

const puts = (faked: FakeSession): BriefingRecord[] => (faked.of('case.execute') as { command: string; args: BriefingRecord }[]).filter(({ command }) => command === 'briefing.put').map(({ args }) => args);

describe('the briefing panel', () => {
  it('starts a briefing on the charts that hold something, as the case is marked', async () => {
    const faked = withBriefings([]);
    await show(<BriefingPanel />);
    await userEvent.click(await screen.findByRole('button', { name: 'Nieuwe briefing' }));
    await waitFor(() => expect(puts(faked)).toHaveLength(1));
    expect(puts(faked)[0]).toMatchObject({ title: 'Operatie Test', reference: 'AN-1', author: 'K. Peeters', service: 'Taskforce', charts: [id(2), id(3)], marking: { scheme: 'marking', code: 'restricted' }, language: 'nl' });
  });

  it('saves a field once, when it is left, and not when nothing changed', async () => {
    const faked = withBriefings([BRIEFING]);
    await show(<BriefingPanel />);
    const recipient = await screen.findByLabelText('Bestemd voor');
    await userEvent.type(recipient, 'parket');
    expect(puts(faked)).toHaveLength(0);
    await userEvent.tab();
    await waitFor(() => expect(puts(faked)).toHaveLength(1));
    expect(puts(faked)[0]?.recipient).toBe('parket');
    await userEvent.click(screen.getByLabelText('Titel'));
    await userEvent.tab();
    expect(puts(faked)).toHaveLength(1);
  });

  it('gives an emptied title back', async () => {
    const faked = withBriefings([BRIEFING]);
    await show(<BriefingPanel />);
    const title = await screen.findByLabelText('Titel');
    await userEvent.clear(title);
    await userEvent.tab();
    await waitFor(() => expect((title as HTMLInputElement).value).toBe(BRIEFING.title));
    expect(puts(faked)).toHaveLength(0);
  });

  it('chooses and orders charts and sections, each as one step', async () => {
    const faked = withBriefings([BRIEFING]);
    await show(<BriefingPanel />);
    const charts = await screen.findByRole('group', { name: 'Grafieken' });
    await userEvent.click(await within(charts).findByLabelText('Geld (4)'));
    await waitFor(() => expect(puts(faked).at(-1)?.charts).toEqual([id(2), id(3)]));
    await userEvent.click(within(charts).getByRole('button', { name: 'Geld naar voren' }));
    await waitFor(() => expect(puts(faked).at(-1)?.charts).toEqual([id(3), id(2)]));
    await userEvent.click(within(screen.getByRole('group', { name: 'Onderdelen' })).getByLabelText('Personen'));
    await waitFor(() => expect(puts(faked).at(-1)?.sections).toEqual(['figures', 'others', 'chronology', 'sources']));
    expect(puts(faked)).toHaveLength(3);
  });

  it('saves what is still being typed before it exports, and says what was written', async () => {
    const faked = withBriefings([BRIEFING], {
      'app.exportBriefing': ({ briefing }) => ({ id: id(6), briefing: briefing.id, format: 'pdf', recipient: briefing.recipient, at: '2026-02-21T13:05:00.000Z', sha256: 'a'.repeat(64), pages: 11, seq: 3, name: 'haven.pdf' }),
    });
    await show(<BriefingPanel />);
    await userEvent.type(await screen.findByLabelText('Bestemd voor'), 'parket');
    await userEvent.click(screen.getByRole('button', { name: 'Exporteren als PDF' }));
    expect(await screen.findByText('haven.pdf is geschreven: 11 pagina’s.')).toBeTruthy();
    expect((faked.of('app.exportBriefing') as { briefing: BriefingRecord }[])[0]?.briefing.recipient).toBe('parket');
  });
});
