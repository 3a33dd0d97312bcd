import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../shared/contract';
import { changeSession, session } from '../../renderer/actions/session';
import { NewCaseDialog } from '../../renderer/features/start/NewCaseDialog';
import { StartScreen } from '../../renderer/features/start/StartScreen';
import { UnlockDialog } from '../../renderer/features/start/UnlockDialog';
import { fakeSession } from './fakeSession';
import { show } from './show';

describe('the start screen', () => {
  it('makes an encrypted case only with a long enough passphrase that was typed twice', async () => {
    const fake = fakeSession({ withCase: false, app: { 'app.createCase': ({ name }) => ({ name, encrypted: true }) } });
    const user = userEvent.setup();
    await show(<><StartScreen /><NewCaseDialog /></>);
    await user.click(screen.getByRole('button', { name: /Nieuwe zaak/ }));
    await user.type(await screen.findByLabelText('Naam van de zaak'), 'Loodslicht');
    const create = screen.getByRole('button', { name: 'Zaak maken' });
    expect(create).toHaveProperty('disabled', true);
    await user.click(screen.getByLabelText('Ja, met een wachtzin'));
    await user.type(screen.getByLabelText('Wachtzin'), 'te kort');
    expect(screen.getByText('Te kort: minstens 10 tekens.')).toBeTruthy();
    await user.type(screen.getByLabelText('Wachtzin'), ' maar nu niet meer');
    await user.type(screen.getByLabelText('Wachtzin herhalen'), 'te kort maar nu niet');
    expect(screen.getByText('De twee wachtzinnen zijn niet gelijk.')).toBeTruthy();
    expect(create).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('Wachtzin herhalen'), ' meer');
    await user.click(create);
    await waitFor(() => expect(session().open).toEqual({ name: 'Loodslicht', encrypted: true }));
    expect(fake.of('app.createCase')).toEqual([{ name: 'Loodslicht', reference: '', folder: null, passphrase: 'te kort maar nu niet meer' }]);
  });

  it('says why a case was not opened, and lets the passphrase be typed again', async () => {
    fakeSession({
      withCase: false,
      app: { 'app.inspectCase': () => ({ name: 'Oud', encrypted: true }), 'app.openCase': ({ passphrase }) => { if (passphrase !== 'juist genoeg') throw new Failure('wrongPassphrase'); return { name: 'Oud', encrypted: true }; } },
    });
    changeSession({ recent: [{ id: 'r', name: 'Oud', folder: '/cases/Oud.knoop', bytes: 4_200_000, lastOpened: '2026-11-01T10:00:00Z', lastChanged: null, encrypted: true, state: 'ready' }] });
    const user = userEvent.setup();
    await show(<><StartScreen /><UnlockDialog /></>);
    await user.click(screen.getByRole('button', { name: 'Oud' }));
    await user.type(await screen.findByLabelText('Wachtzin'), 'fout{Enter}');
    expect(await screen.findByText(/Deze wachtzin past niet/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Wachtzin'));
    await user.type(screen.getByLabelText('Wachtzin'), 'juist genoeg{Enter}');
    await waitFor(() => expect(session().open?.name).toBe('Oud'));
  });
});
