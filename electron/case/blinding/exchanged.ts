import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { askSchema, exchangedSchema, exchangeSchema } from '../../../shared/model/exchange';
import type { AskRecord, ExchangedRecord, ExchangeRecord, Grounds } from '../../../shared/model/exchange';

/** Words beside a journal entry, which an erasure may empty; salted, since the entry keeps their hash. */
export const besideOf = (text: string, { reason = '', basis = '' }: Partial<Grounds> = {}): Record<string, string> => ({ salt: randomBytes(16).toString('hex'), text, reason, basis });

interface Row { readonly content: string }

/**
 * The table blind_exchange: what a case keeps of comparisons with other services and of requests to and from them, and, apart from that, the secrets of comparisons that go on. To be
 * written in the transaction of the journal entry that tells of it. A secret is in no journal entry, and is overwritten when it goes (secure_delete).
 */
export class Exchanged {
  constructor(private readonly db: Database) {}

  private read(id: string): ExchangedRecord | null {
    const row = this.db.prepare<[string], Row>('SELECT content FROM blind_exchange WHERE id = ?').get(id);
    return row === undefined ? null : exchangedSchema.parse(JSON.parse(row.content));
  }

  exchange(id: string): ExchangeRecord | null {
    const record = this.read(id);
    return record?.what === 'exchange' ? record : null;
  }

  ask(id: string): AskRecord | null {
    const record = this.read(id);
    return record?.what === 'ask' ? record : null;
  }

  /** Newest first. */
  list(): { readonly exchanges: ExchangeRecord[]; readonly asks: AskRecord[] } {
    const all = this.db.prepare<[], Row>('SELECT content FROM blind_exchange').all().map(({ content }) => exchangedSchema.parse(JSON.parse(content)));
    const exchanges = all.filter((each) => each.what === 'exchange').sort((a, b) => (a.begunAt < b.begunAt ? 1 : -1));
    return { exchanges, asks: all.filter((each) => each.what === 'ask').sort((a, b) => (a.at < b.at ? 1 : -1)) };
  }

  /** The secret of a comparison that goes on; null when there is none (any more). */
  stateOf(id: string): string | null {
    const state = this.db.prepare<[string], Buffer | null>('SELECT state FROM blind_exchange WHERE id = ?').pluck().get(id);
    return state === null || state === undefined ? null : state.toString('utf8');
  }

  /** Writes a record; `state` null erases the secret, absent leaves it. */
  put(record: ExchangedRecord, state?: string | null): void {
    const content = JSON.stringify(record.what === 'exchange' ? exchangeSchema.parse(record) : askSchema.parse(record));
    const known = this.read(record.id) !== null;
    if (!known) this.db.prepare('INSERT INTO blind_exchange (id, content, state) VALUES (?, ?, ?)').run(record.id, content, state === undefined || state === null ? null : Buffer.from(state, 'utf8'));
    else if (state === undefined) this.db.prepare('UPDATE blind_exchange SET content = ? WHERE id = ?').run(content, record.id);
    else this.db.prepare('UPDATE blind_exchange SET content = ?, state = ? WHERE id = ?').run(content, state === null ? null : Buffer.from(state, 'utf8'), record.id);
  }

  /** What was read before an erasure may hold what went: it must not leave, nor be kept. Throws Failure cancelled. */
  requireNothingErased(since: number): void {
    if (this.db.prepare("SELECT 1 FROM journal WHERE command = 'case.erased' AND seq > ?").get(since) !== undefined) throw new Failure('cancelled');
  }

  /** Empties the log that writes go through first, so that an erased secret does not stay in it either; as far as nobody reads just now. */
  settle(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
  }
}
