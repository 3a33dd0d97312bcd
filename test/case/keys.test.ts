import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changePassphrase, createKeys, STANDARD_COST, unlockKeys } from '../../electron/case/keys';
import { closeCase } from '../../electron/case/life';
import { CHEAP, newCase, openAgain, PASSPHRASE, temporaryFolder } from './place';

const ID = '01890000-0000-7000-8000-000000000001';
const OTHER = 'een heel andere zin';

/** Closes a new encrypted case and gives its folder. */
async function closedCase(): Promise<string> {
  const made = await newCase(PASSPHRASE);
  closeCase(made);
  return made.store.folder;
}

describe('keys', () => {
  it('wrap a random key under the standard cost and give it back to the right passphrase only', async () => {
    const { file, key } = await createKeys(ID, { passphrase: PASSPHRASE });
    expect(file.slots[0]?.kdf).toMatchObject({ name: 'argon2id', ...STANDARD_COST });
    expect(await unlockKeys(file, PASSPHRASE)).toEqual(key);
    await expect(unlockKeys(file, `${PASSPHRASE} `)).rejects.toThrow('wrongPassphrase');
    await expect(unlockKeys(file, null)).rejects.toThrow('wrongPassphrase');
    expect(JSON.stringify(file)).not.toContain(key?.toString('base64') ?? '');
  });

  it('open by the recovery slot as well, and not when a slot was moved from another case', async () => {
    const { file, key } = await createKeys(ID, { passphrase: PASSPHRASE, recovery: OTHER }, CHEAP);
    expect(await unlockKeys(file, OTHER)).toEqual(key);
    await expect(unlockKeys({ ...file, id: ID.replace('1', '2') }, PASSPHRASE)).rejects.toThrow('wrongPassphrase');
  });

  it('take the same passphrase in either Unicode form', async () => {
    const { file, key } = await createKeys(ID, { passphrase: 'Şükrü é dokken'.normalize('NFC') }, CHEAP);
    expect(await unlockKeys(file, 'Şükrü é dokken'.normalize('NFD'))).toEqual(key);
  });

  it('refuse a passphrase under ten characters, whatever a character weighs', async () => {
    await expect(createKeys(ID, { passphrase: 'negen: 89' }, CHEAP)).rejects.toMatchObject({ code: 'passphraseTooShort', details: { minimum: 10 } });
    await expect(createKeys(ID, { passphrase: '🔑🔑🔑🔑🔑' }, CHEAP)).rejects.toThrow('passphraseTooShort');
  });

  it('leave nothing readable in the case file', async () => {
    const folder = await closedCase();
    const bytes = readFileSync(join(folder, 'case.db')).toString('latin1');
    expect(bytes).not.toContain('SQLite format');
    expect(bytes).not.toContain('CREATE TABLE');
  });

  it('tell a wrong passphrase, a missing and a damaged key file, and a damaged case apart', async () => {
    const folder = await closedCase();
    await expect(openAgain(folder, OTHER)).rejects.toThrow('wrongPassphrase');
    const file = join(folder, 'keys.json');
    const good = readFileSync(file, 'utf8');
    for (const bad of ['', '{"version":1', good.replace('argon2id', 'md5'), good.replace(/"memoryKiB": \d+/, '"memoryKiB": 99999999'), good.replace('"encrypted": true', '"encrypted": false')]) {
      writeFileSync(file, bad);
      await expect(openAgain(folder, PASSPHRASE)).rejects.toThrow('keyFileDamaged');
    }
    rmSync(file);
    await expect(openAgain(folder, PASSPHRASE)).rejects.toThrow('keyFileMissing');
    writeFileSync(file, good);
    const content = readFileSync(join(folder, 'case.db'));
    content[100]! ^= 1;
    writeFileSync(join(folder, 'case.db'), content);
    await expect(openAgain(folder, PASSPHRASE)).rejects.toThrow('caseDamaged');
  });

  it('of another case do not open this one', async () => {
    const [one, two] = [await closedCase(), await closedCase()];
    copyFileSync(join(two, 'keys.json'), join(one, 'keys.json'));
    await expect(openAgain(one, PASSPHRASE)).rejects.toThrow('caseDamaged');
  });

  it('are slow to try after five wrong passphrases, over restarts, and quick again after the right one', async () => {
    const folder = await closedCase();
    let now = 1_000_000;
    const clock = (): number => now;
    for (let count = 0; count < 5; count += 1) await expect(openAgain(folder, OTHER, clock)).rejects.toThrow('wrongPassphrase');
    await expect(openAgain(folder, PASSPHRASE, clock)).rejects.toMatchObject({ code: 'tooManyTries', details: { seconds: 5 } });
    now += 5_000;
    await expect(openAgain(folder, OTHER, clock)).rejects.toThrow('wrongPassphrase');
    await expect(openAgain(folder, PASSPHRASE, clock)).rejects.toMatchObject({ details: { seconds: 10 } });
    now += 10_000;
    closeCase(await openAgain(folder, PASSPHRASE, clock));
    await expect(openAgain(folder, OTHER, clock)).rejects.toThrow('wrongPassphrase');
  });

  it('change by rewrapping: the case file stays as it is', async () => {
    const folder = await closedCase();
    const before = readFileSync(join(folder, 'case.db'));
    await expect(changePassphrase(folder, OTHER, OTHER, CHEAP)).rejects.toThrow('wrongPassphrase');
    await expect(changePassphrase(folder, PASSPHRASE, 'kort', CHEAP)).rejects.toThrow('passphraseTooShort');
    await changePassphrase(folder, PASSPHRASE, OTHER, CHEAP);
    expect(readFileSync(join(folder, 'case.db')).equals(before)).toBe(true);
    await expect(openAgain(folder, PASSPHRASE)).rejects.toThrow('wrongPassphrase');
    closeCase(await openAgain(folder, OTHER));
  });

  it('are not needed, and come back, where a case is not encrypted', async () => {
    const made = await newCase(null, join(temporaryFolder(), 'Open.knoop'));
    closeCase(made);
    rmSync(join(made.store.folder, 'keys.json'));
    const again = await openAgain(made.store.folder);
    expect(again.id).toBe(made.id);
    expect(again.encrypted).toBe(false);
    expect(JSON.parse(readFileSync(join(made.store.folder, 'keys.json'), 'utf8'))).toMatchObject({ id: made.id, encrypted: false, slots: [] });
  });

  it('are wiped from memory when the case is closed', async () => {
    const made = await newCase(PASSPHRASE);
    expect(made.store.key?.some((byte) => byte !== 0)).toBe(true);
    closeCase(made);
    expect(made.store.key?.every((byte) => byte === 0)).toBe(true);
  });
});
