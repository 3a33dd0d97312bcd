import { hkdfSync } from 'node:crypto';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';

/** What the two keys are for: one opens the file, the other makes the hashes in it. Neither can be told from the other. */
const USES = { file: 'knoop across', hashes: 'knoop across hashes' } as const;

/** 32 bytes that only this workstation has, derived from its signing key: HKDF-SHA256. To be wiped by the caller. */
export const acrossKey = (keys: WorkstationKeys, use: keyof typeof USES): Buffer => Buffer.from(hkdfSync('sha256', Buffer.from(keys.signing, 'base64'), Buffer.alloc(0), USES[use], 32));
