export const SHORTEST_PASSPHRASE = 10;

/** How a new case is to be locked: not chosen yet, with a passphrase, or knowingly without. */
export interface LockChoice {
  readonly encrypt: 'yes' | 'no' | null;
  readonly passphrase: string;
  readonly repeat: string;
}

/** What is still wrong with a choice: a key of the namespace "start", or null when the case can be made. */
export function lockProblem({ encrypt, passphrase, repeat }: LockChoice): 'chooseLock' | 'passphraseTooShort' | 'passphraseDiffers' | null {
  if (encrypt === null) return 'chooseLock';
  if (encrypt === 'no') return null;
  if (passphrase.length < SHORTEST_PASSPHRASE) return 'passphraseTooShort';
  return passphrase === repeat ? null : 'passphraseDiffers';
}
