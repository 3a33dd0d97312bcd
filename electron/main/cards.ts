import { open } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract';
import { cardSchema, type Card } from '../../shared/contract/appService';

export const CARD_ENDING = '.knoopcard';
const LARGEST = 16 * 1024;

const cardFileSchema = cardSchema.extend({
  format: z.literal('knoopcard'),
  version: z.literal(1),
  encryptionKey: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  signingKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});

/** A card as it is written into a file for others. */
export const cardText = ({ service, person, encryptionKey, signingKey }: Card): string => `${JSON.stringify({ format: 'knoopcard', version: 1, service, person, encryptionKey, signingKey }, null, 2)}\n`;

/** The card in a file that somebody sent. Rejects with Failure cardInvalid. */
export async function readCard(file: string): Promise<Card> {
  const name = path.basename(file);
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LARGEST + 1), 0, LARGEST + 1, 0);
      if (bytesRead > LARGEST) throw new Failure('cardInvalid', { file: name });
      const { service, person, encryptionKey, signingKey } = cardFileSchema.parse(JSON.parse(buffer.toString('utf8', 0, bytesRead)));
      return { service, person, encryptionKey, signingKey };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('cardInvalid', { file: name }, { cause: error });
  }
}
