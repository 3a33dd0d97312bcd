import { Failure } from '../../shared/contract/failure';
import type { SubjectView } from '../../shared/contract/views';
import type { Actor } from './actor';
import type { CaseStore } from './store';

/**
 * Journals who looked at whom, as the law asks (Directive 2016/680 art. 25): once per subject and person in a session, and by reference, because the
 * journal holds no content. While an import holds the case the note waits; looking is never refused for it.
 */
export class Consultations {
  private readonly seen = new Set<string>();
  private waiting: { readonly label: { readonly type: string; readonly subject: string }; readonly actor: Actor }[] = [];

  constructor(private readonly store: CaseStore) {}

  /** A subject was opened. */
  opened({ id, type }: Pick<SubjectView, 'id' | 'type'>, actor: Actor): void {
    const mark = `${actor.name}\u0000${id}`;
    if (this.seen.has(mark)) return;
    this.seen.add(mark);
    this.waiting.push({ label: { type, subject: id }, actor });
    this.write();
  }

  /** Writes what is waiting, if the case can be written to now. */
  write(): void {
    while (this.waiting[0]) {
      try {
        this.store.note('case.consulted', this.waiting[0].label, this.waiting[0].actor);
      } catch (error) {
        // A full disk must not keep an investigator from reading; what could not be written now is tried again.
        if (error instanceof Failure && (error.code === 'importRunning' || error.code === 'diskFull')) return;
        throw error;
      }
      this.waiting = this.waiting.slice(1);
    }
  }
}
