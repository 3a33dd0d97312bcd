import type { Database } from 'better-sqlite3';
import type { IdentityMode } from '../../../shared/model/identity';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { identityOf } from '../db/identity';
import { readDealings, type Dealings, type Money } from './dealings';

/** Calls and payments of a case, each read when first asked for. */
export class Traffic {
  private readCalls: Dealings | null = null;
  private readPayments: Money | null = null;

  constructor(private readonly db: Database, private readonly catalogue: Catalogue, readonly mode: IdentityMode) {}

  get calls(): Dealings {
    return (this.readCalls ??= readDealings(this.db, this.catalogue, identityOf(this.db, this.mode), 'calls'));
  }

  get payments(): Money {
    return (this.readPayments ??= readDealings(this.db, this.catalogue, identityOf(this.db, this.mode), 'payments'));
  }
}

/** Keeps the traffic of one connection until the case changes in something that it rests on. */
export class TrafficMemory {
  /** `stamp` changes whenever links, entities or judgements do. */
  private kept: { readonly stamp: object; readonly types: string; readonly traffic: Traffic } | null = null;

  constructor(private readonly db: Database) {}

  of(mode: IdentityMode, catalogue: Catalogue): Traffic {
    const stamp = identityOf(this.db, 'judged');
    // Types of the case's own may have come.
    const types = JSON.stringify([catalogue.linkTypes.map(({ id, occurrence, amount }) => [id, occurrence, amount]), catalogue.entityTypes.map(({ id, family }) => [id, family])]);
    if (this.kept?.stamp === stamp && this.kept.types === types && this.kept.traffic.mode === mode) return this.kept.traffic;
    // One that is out of date would only take memory.
    this.kept = null;
    const traffic = new Traffic(this.db, catalogue, mode);
    this.kept = { stamp, types, traffic };
    return traffic;
  }
}
