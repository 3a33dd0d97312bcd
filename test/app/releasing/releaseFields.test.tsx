import { fireEvent, screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aboutFor, OWN_USE, releaseProblem } from '../../../renderer/ui/release';
import { ReleaseFields } from '../../../renderer/ui/ReleaseFields';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { RecipientRecord } from '../../../shared/model/recipient';
import { fakeSession } from '../fakeSession';
import { show } from '../show';

const ID = '01930000-0000-7000-8000-0000000000aa';
const recipient: RecipientRecord = { id: ID, name: 'Parket', service: 'Parket', purpose: 'judicial', language: null, rights: { allowedHandling: {}, maximumMarkings: [] }, permissions: [], encryptionKey: null, signingKey: null, retired: false };

describe('what is missing before something leaves', () => {
  it('is nothing for own use', () => expect(releaseProblem(OWN_USE, [])).toBeNull());
  it('is a recipient where own use is not what it is for', () => expect(releaseProblem({ ...OWN_USE, purpose: 'judicial' }, [])).toBe('noRecipient'));
  it('is a recipient that is in the case', () => expect(releaseProblem({ ...OWN_USE, recipient: ID }, [])).toBe('noRecipient'));
  it('is rights, then a reason, then a basis', () => {
    expect(releaseProblem(aboutFor(recipient), [{ ...recipient, rights: null }])).toBe('noRights');
    expect(releaseProblem(aboutFor(recipient), [recipient])).toBe('noReason');
    expect(releaseProblem({ ...aboutFor(recipient), reason: 'verzoek' }, [recipient])).toBe('noBasis');
    expect(releaseProblem({ ...aboutFor(recipient), reason: 'verzoek', basis: 'art. 1' }, [recipient])).toBeNull();
  });
});

function Held({ start }: { start: ReleaseAbout }): ReactElement {
  const [about, setAbout] = useState(start);
  return <><ReleaseFields value={about} onChange={setAbout} recipients={[recipient, { ...recipient, id: ID.replace('aa', 'bb'), name: 'Vervallen', retired: true }]} /><output>{JSON.stringify(about)}</output></>;
}

describe('the fields', () => {
  beforeEach(() => void fakeSession());
  it('take over the purpose of the recipient, and own use takes it back', async () => {
    await show(<Held start={OWN_USE} />);
    expect(screen.queryByText('Vervallen')).toBeNull();
    fireEvent.change(screen.getByLabelText('Bestemd voor'), { target: { value: ID } });
    expect(JSON.parse(screen.getByRole('status').textContent ?? '')).toMatchObject({ recipient: ID, purpose: 'judicial' });
    fireEvent.change(screen.getByLabelText('Bestemd voor'), { target: { value: 'own' } });
    expect(JSON.parse(screen.getByRole('status').textContent ?? '')).toMatchObject({ recipient: null, purpose: 'internal' });
  });
});
