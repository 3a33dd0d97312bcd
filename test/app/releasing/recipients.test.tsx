import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../../../renderer/actions/session';
import { RecipientsPanel } from '../../../renderer/features/recipients/RecipientsPanel';
import { ViewAsBar } from '../../../renderer/features/viewAs/ViewAsBar';
import { WithheldPanel } from '../../../renderer/features/viewAs/WithheldPanel';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { fakeSession, type FakeSession } from '../fakeSession';
import { show } from '../show';

const ID = '01930000-0000-7000-8000-0000000000aa';
const STATEMENT = '01930000-0000-7000-8000-0000000000bb';
const recipient = (over: Partial<RecipientRecord> = {}): RecipientRecord => ({ id: ID, name: 'Parket Antwerpen', service: 'Parket', purpose: 'judicial', language: null, rights: { allowedHandling: { handling: ['H1'] }, maximumMarkings: [] }, permissions: [], encryptionKey: null, signingKey: null, retired: false, ...over });

let recipients: RecipientRecord[];
let fake: FakeSession;
const puts = (): RecipientRecord[] => (fake.of('case.execute') as { command: string; args: RecipientRecord }[]).filter((each) => each.command === 'recipient.put').map((each) => each.args);

beforeEach(() => {
  recipients = [recipient()];
  fake = fakeSession({
    app: { 'app.chooseCard': () => ({ service: 'Douane', person: 'L. Janssens', encryptionKey: 'age1abc', signingKey: 'AAAA' }) },
    open: {
      'case.recipients': () => recipients,
      'case.sources': () => [],
      'case.viewAs': ({ recipient: id }) => ({ recipient: id, entities: 3, links: 1, statements: 5, withheld: 2 }),
      'case.withheld': () => ({
        total: 2,
        groups: [{ reason: 'originator', cause: { scheme: 'handling', code: 'H1' }, originator: 'Douane', count: 1 }, { reason: 'unknownCode', cause: { scheme: 'gone', code: 'X' }, originator: null, count: 1 }],
        withheld: [
          { statement: STATEMENT, subject: ID, subjectKind: 'entity', caption: 'A. Peeters', type: 'person', source: ID, sourceTitle: 'lijst.csv', reason: 'originator', cause: { scheme: 'handling', code: 'H1' }, originator: 'Douane' },
          { statement: ID, subject: ID, subjectKind: 'entity', caption: 'B. Claes', type: 'person', source: ID, sourceTitle: 'tip.csv', reason: 'unknownCode', cause: { scheme: 'gone', code: 'X' }, originator: null },
        ],
      }),
    },
  });
});

describe('recipients', () => {
  it('says what a recipient without rights means, and lets nothing be seen as it', async () => {
    recipients = [recipient({ rights: null })];
    await show(<RecipientsPanel />);
    await screen.findByText(/kan er niets naar hem vertrekken/);
    expect(screen.getByText<HTMLElement>('Zien als deze ontvanger').closest('button')?.disabled).toBe(true);
    fireEvent.click(screen.getByText('Rechten vastleggen'));
    await waitFor(() => expect(puts().at(-1)?.rights).toEqual({ allowedHandling: {}, maximumMarkings: [] }));
  });

  it('ticks codes on and off', async () => {
    await show(<RecipientsPanel />);
    fireEvent.click(await screen.findByRole('checkbox', { name: /H1/ }));
    await waitFor(() => expect(puts().at(-1)?.rights?.allowedHandling).toEqual({}));
  });

  it('keeps a permission only when all of who, when, reference, codes and purposes is said, and keeps it when withdrawn', async () => {
    await show(<RecipientsPanel />);
    fireEvent.click(await screen.findByText('Toestemming toevoegen'));
    await screen.findAllByText('Gebruik');
    const keep = screen.getByText('Toestemming bewaren').closest('button');
    const type = (label: string, value: string): void => { fireEvent.change(screen.getByLabelText(label), { target: { value } }); };
    type('Dienst die toestemt', 'Douane');
    type('Gegeven door', 'L. Janssens');
    type('Kenmerk', 'D-12');
    expect(keep?.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /Gerechtelijk/ }));
    for (const part of document.querySelectorAll('details')) part.open = true;
    fireEvent.click(screen.getAllByRole('checkbox', { name: /H1/ }).at(-1)!);
    expect(keep?.disabled).toBe(false);
    fireEvent.submit(keep!.closest('form')!);
    await waitFor(() => expect(puts().at(-1)?.permissions).toMatchObject([{ originator: 'Douane', givenBy: 'L. Janssens', reference: 'D-12', purposes: ['judicial'], codes: [{ scheme: 'handling', code: 'H1' }], withdrawnOn: null }]));
    fireEvent.click(await screen.findByText('Intrekken'));
    await waitFor(() => expect(puts().at(-1)?.permissions[0]?.withdrawnOn).toMatch(/^\d{4}-\d{2}-\d{2}$/));
  });

  it('takes the keys of a service from its card', async () => {
    await show(<RecipientsPanel />);
    fireEvent.click(await screen.findByText('Kaart van de dienst inlezen'));
    await waitFor(() => expect(puts().at(-1)).toMatchObject({ encryptionKey: 'age1abc', signingKey: 'AAAA', service: 'Parket' }));
  });
});

describe('seeing as a recipient', () => {
  it('says so on top, shows what is held back, why and who frees it, and ends', async () => {
    await show(<><ViewAsBar /><RecipientsPanel /><WithheldPanel /></>);
    await screen.findByText('U ziet de hele zaak');
    fireEvent.click((await screen.findAllByText('Zien als deze ontvanger'))[0]!);
    await screen.findByText('Gezien als Parket Antwerpen');
    expect(fake.of('case.viewAs')).toEqual([{ recipient: ID, purpose: 'judicial' }]);
    await screen.findByText('Toestemming van Douane geeft het vrij');
    await screen.findByText('Geen toestemming kan dit vrijgeven');
    expect(screen.getByText('A. Peeters')).toBeTruthy();
    // A reason that is picked leaves what it holds back.
    fireEvent.click(screen.getByRole('button', { name: /Onbekende code/ }));
    expect(screen.queryByText('A. Peeters')).toBeNull();
    fireEvent.click(screen.getByText('De hele zaak tonen'));
    await waitFor(() => expect(session().viewingAs).toBeNull());
    expect(fake.of('case.viewAs').at(-1)).toEqual({ recipient: null });
  });
});
