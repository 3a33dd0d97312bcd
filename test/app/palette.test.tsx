import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { changeSession, session } from '../../renderer/actions/session';
import { CommandPalette } from '../../renderer/app/CommandPalette';
import { useAppearance } from '../../renderer/app/useAppearance';
import { SettingsDialog } from '../../renderer/features/settings/SettingsDialog';
import { fakeSession } from './fakeSession';
import { show } from './show';

function Appearance(): null {
  useAppearance();
  return null;
}

describe('the palette', () => {
  it('finds what is in the case and what can be done, and runs it', async () => {
    const fake = fakeSession({ open: { 'case.search': () => ({ more: false, pages: [], hits: [{ entity: { id: '01930000-0000-7000-8000-00000000000a', type: 'person', caption: 'Driss Amellal', key: '', start: null, end: null, sources: 1, links: 0, grading: '', handling: '', category: '', contradicts: false }, property: '', excerpt: '' }] }) } });
    changeSession({ palette: true });
    const user = userEvent.setup();
    await show(<CommandPalette />);
    await user.type(screen.getByRole('textbox'), 'sneltoetsen');
    expect(await screen.findByText('Driss Amellal')).toBeTruthy();
    expect(fake.of('case.search').at(-1)).toMatchObject({ text: 'sneltoetsen' });
    await user.click(screen.getByText('Sneltoetsen'));
    await waitFor(() => expect(session().dialog).toBe('shortcuts'));
    expect(session().palette).toBe(false);
  });

  it('takes letters that are typed before its field has the focus, and no key of the chart does', async () => {
    fakeSession({ open: { 'case.search': () => ({ more: false, pages: [], hits: [] }) } });
    changeSession({ palette: true });
    await show(<CommandPalette />);
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    try {
      fireEvent.keyDown(document.body, { key: 's' });
      fireEvent.keyDown(document.body, { key: 'n' });
      expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('sn');
      expect(heard).not.toHaveBeenCalled();
      fireEvent.keyDown(document.body, { key: 'Escape' });
      expect(session().palette).toBe(false);
    } finally {
      window.removeEventListener('keydown', heard);
    }
  });
});

describe('the settings', () => {
  it('change language and colours at once', async () => {
    fakeSession();
    changeSession({ dialog: 'settings' });
    const user = userEvent.setup();
    await show(<><Appearance /><SettingsDialog /></>);
    await user.selectOptions(screen.getByLabelText('Taal'), 'de');
    expect(await screen.findByText('Einstellungen')).toBeTruthy();
    expect(document.documentElement.lang).toBe('de');
    await user.selectOptions(screen.getByLabelText('Farben'), 'dark');
    await waitFor(() => expect(document.body.classList.contains('bp6-dark')).toBe(true));
  });
});
