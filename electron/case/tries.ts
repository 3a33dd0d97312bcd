import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure';

/** Wrong passphrases since the last right one. Kept in the folder, since each try may come from a process of its own. */
const TRIES_FILE = 'tries.json';
const FREE_TRIES = 5;
const FIRST_WAIT = 5;
const LONGEST_WAIT = 300;

const triesSchema = z.object({ count: z.number().int().nonnegative(), last: z.number() });

function read(folder: string): z.infer<typeof triesSchema> {
  try {
    return triesSchema.parse(JSON.parse(readFileSync(join(folder, TRIES_FILE), 'utf8')));
  } catch {
    return { count: 0, last: 0 };
  }
}

/** Throws Failure tooManyTries with the `seconds` still to wait: 5, 10, 20 … up to 300 after the fifth wrong passphrase in a row. `now` in ms. */
export function checkTries(folder: string, now: number): void {
  const { count, last } = read(folder);
  if (count < FREE_TRIES) return;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - FREE_TRIES)) * 1000;
  // A clock that was set back must not lock a person out for longer than one wait.
  const left = Math.min(wait, last + wait - now);
  if (left > 0) throw new Failure('tooManyTries', { seconds: Math.ceil(left / 1000) });
}

export function countTry(folder: string, now: number): void {
  try {
    writeFileSync(join(folder, TRIES_FILE), JSON.stringify({ count: read(folder).count + 1, last: now }));
  } catch {
    // Slowing a person down is a courtesy; a disk that cannot take the count must not hide the real answer.
  }
}

export function forgetTries(folder: string): void {
  rmSync(join(folder, TRIES_FILE), { force: true });
}
