import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exportLastBriefing } from '../../../renderer/actions/briefing';
import { BriefingPanel } from '../../../renderer/features/briefing/BriefingPanel';
import { Failure } from '../../../shared/contract';
import { show } from '../show';
import { BRIEFING, fakeBriefings, id, puts, RECIPIENT } from './fakeBriefings';

// Finding by role reads the whole editor: on a busy machine that takes longer than a second.
configure({ asyncUtilTimeout: 5000 });

const FOR_COURT = { ...BRIEFING, recipient: RECIPIENT.id, copyNumber: '3' };

const RELEASE = { id: id(90), kind: 'briefing' as const, briefing: BRIEFING.id, format: 'pdf', recipient: 'Parket Antwerpen', recipientId: RECIPIENT.id, at: '2026-02-21T13:05:00.000Z', by: 'K. Peeters (Taskforce)', purpose: 'judicial' as const, reason: 'verzoek', basis: 'art. 1', title: BRIEFING.title, language: 'nl', marking: '', copyNumber: '3', sha256: 'a'.repeat(64), bytes: 120_000, pages: 11, seq: 3, check: { searched: 212, withheld: 4 }, permissions: [], said: [], expires: null, name: 'haven.pdf' };

const openDialog = async (): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Exporteren' }));
  return screen.findByRole('dialog', { name: `${BRIEFING.title} exporteren` });
};

describe('exporting a briefing', () => {
  it('asks for whom and why, saves what is still being typed, signs, and says what was written', async () => {
    const faked = fakeBriefings({
      briefings: [FOR_COURT],
      app: { 'app.exportBriefing': () => RELEASE, 'app.chooseCertificate': () => ({ token: 'c1', name: 'peeters.p12', bytes: 3 }) },
    });
    await show(<BriefingPanel />);
    await userEvent.type(await screen.findByLabelText('Titel'), '!');
    await userEvent.click(await screen.findByRole('button', { name: 'Exporteren' }));
    const dialog = await screen.findByRole('dialog', { name: `${BRIEFING.title}! exporteren` });
    const go = within(dialog).getByRole('button', { name: 'Exporteren als PDF' }) as HTMLButtonElement;
    expect(go.disabled).toBe(true);
    await userEvent.type(within(dialog).getByLabelText('Reden (verplicht)'), 'verzoek');
    await userEvent.type(within(dialog).getByLabelText('Wettelijke grond (verplicht)'), 'art. 1');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ondertekenen' }));
    await userEvent.type(await within(dialog).findByLabelText('Wachtwoord van het certificaat'), 'geheim');
    await waitFor(() => expect(go.disabled).toBe(false));
    await userEvent.click(go);
    expect(await screen.findByText('212 teksten gezocht, 0 gevonden')).toBeTruthy();
    expect(screen.getByText('haven.pdf')).toBeTruthy();
    expect(faked.of('app.exportBriefing')[0]).toMatchObject({
      format: 'pdf', briefing: { title: `${BRIEFING.title}!` }, certificate: { file: 'c1', passphrase: 'geheim' },
      about: { recipient: RECIPIENT.id, purpose: 'judicial', reason: 'verzoek', basis: 'art. 1', copyNumber: '3', expires: null },
    });
    expect(puts(faked).at(-1)?.title).toBe(`${BRIEFING.title}!`);
  });

  it('goes on over doubts only when they were seen', async () => {
    fakeBriefings({ findings: [{ kind: 'uncited', block: id(10), sentence: id(11), excerpt: 'Hij belde.' }], app: { 'app.exportBriefing': () => null } });
    await show(<BriefingPanel />);
    const dialog = await openDialog();
    const go = within(dialog).getByRole('button', { name: 'Exporteren als PDF' }) as HTMLButtonElement;
    expect(go.disabled).toBe(true);
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Toch exporteren; ik heb deze punten gezien' }));
    expect(go.disabled).toBe(false);
  });

  it('warns of what weighs most, and leads to its place', async () => {
    fakeBriefings({ briefings: [FOR_COURT], findings: [{ kind: 'witnessAsSuspect', block: id(10), sentence: id(11), excerpt: 'Hij belde.' }] });
    await show(<BriefingPanel />);
    const dialog = await openDialog();
    expect(await within(dialog).findByText('Kijk de punten met een rood teken na voor u verdergaat.')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: /Getuigen of slachtoffers die als verdachte voorkomen/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hij belde.' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-sentence')).toBe(id(11)));
  });

  it('keeps the dialog and says why, when it fails', async () => {
    fakeBriefings({ app: { 'app.exportBriefing': () => { throw new Failure('diskFull'); } } });
    await show(<BriefingPanel />);
    const dialog = await openDialog();
    await userEvent.click(await within(dialog).findByRole('radio', { name: 'Word (DOCX)' }));
    const go = await within(dialog).findByRole<HTMLButtonElement>('button', { name: 'Exporteren als DOCX' });
    await waitFor(() => expect(go.disabled).toBe(false));
    await userEvent.click(go);
    expect(await within(dialog).findByRole('alert')).toBeTruthy();
  });

  it('can be asked for from anywhere: it opens the newest briefing', async () => {
    fakeBriefings({ open: false });
    await show(<BriefingPanel />);
    await screen.findByText(BRIEFING.title);
    await exportLastBriefing();
    expect(await screen.findByRole('dialog', { name: `${BRIEFING.title} exporteren` })).toBeTruthy();
  });
});

describe('the pages', () => {
  it('are asked for when they are shown, of what stands in the editor, and tell why there are none', async () => {
    const faked = fakeBriefings({ briefings: [FOR_COURT], app: { 'app.previewBriefing': () => { throw new Failure('recipientWithoutRights', { recipient: 'Parket Antwerpen' }); } } });
    await show(<BriefingPanel />);
    await screen.findByLabelText('Titel');
    expect(faked.of('app.previewBriefing')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Voorbeeld' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(faked.of('app.previewBriefing')).toHaveLength(1);
    await userEvent.type(screen.getByLabelText('Titel'), ' II');
    await waitFor(() => expect(faked.of('app.previewBriefing').at(-1)).toMatchObject({ briefing: { title: `${BRIEFING.title} II` } }), { timeout: 4000 });
  });
});
