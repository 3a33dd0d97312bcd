import { randomBytes } from 'node:crypto';
import { Failure } from '../../shared/contract/failure';
import type { SubjectView } from '../../shared/contract/views';
import type { Actor } from './actor';
import type { JournalDraft, Label } from './journal';
import { readSettings } from './settings';
import type { CaseStore } from './store';

interface Note {
  readonly command: string;
  readonly label: Label;
  readonly actor: Actor;
  readonly beside?: JournalDraft['beside'];
}

/** Why the case is used in this session: the entry that says it, its code and its words. */
export interface Reason {
  readonly seq: number;
  readonly code: string;
  readonly text: string;
}

/** A search counts once it has stood for so long, ms; before that somebody is still typing. */
const STOOD = 1000;

/**
 * Journals who looked at whom and what for, as the law asks (Directive 2016/680 art. 25): once per subject, document or search and person in a session, and by
 * reference, because the journal holds no content. The words of a search stand beside its entry, where an erasure reaches them. While an import holds the
 * case the note waits; looking is never refused for it.
 */
export class Consultations {
  private given: Reason | null = null;
  private readonly seen = new Set<string>();
  private shows = 0;
  private waiting: readonly Note[] = [];
  private typed: { readonly text: string; readonly hits: number; readonly actor: Actor; readonly timer: NodeJS.Timeout } | null = null;

  constructor(private readonly store: CaseStore, private readonly stood: number = STOOD) {}

  get reason(): Reason | null {
    return this.given;
  }

  /** From now on this is why: what is looked at again is looked at for it, and journalled anew. */
  begin(reason: Reason): void {
    this.settle();
    this.given = reason;
    this.seen.clear();
  }

  /** Throws Failure reasonNeeded where the case asks for a reason and none was given in this session. */
  require(): void {
    if (this.given === null && readSettings(this.store.db).asksReason === true) throw new Failure('reasonNeeded');
  }

  /** A subject was opened; a search that was just typed led to it. */
  opened({ id, type }: Pick<SubjectView, 'id' | 'type'>, actor: Actor): void {
    this.settle();
    this.note(id, { command: 'case.consulted', label: { type, subject: id, ...this.because() }, actor });
  }

  /** It was asked whether other cases of this workstation know a subject, or (null) anybody in this case. */
  askedElsewhere(subject: Pick<SubjectView, 'id' | 'type'> | null, actor: Actor): void {
    this.settle();
    if (subject === null) this.note('elsewhere', { command: 'case.listedElsewhere', label: this.because(), actor });
    else this.note(`elsewhere ${subject.id}`, { command: 'case.askedElsewhere', label: { type: subject.type, subject: subject.id, ...this.because() }, actor });
  }

  /** Pages or rows of a document were read. */
  read(source: string, actor: Actor): void {
    this.settle();
    this.note(source, { command: 'case.sourceConsulted', label: { source, ...this.because() }, actor });
  }

  /** A presentation was begun before an audience, as it is or as a recipient may see it: each time anew. */
  presented(presentation: string, slides: number, recipient: string | null, actor: Actor): void {
    this.settle();
    this.shows += 1;
    this.note(`show ${this.shows}`, { command: 'case.presented', label: { presentation, slides, ...(recipient === null ? {} : { recipient }), ...this.because() }, actor });
  }

  /** A question about calls or payments was answered: told by its name; whom and what it was about is not. */
  questioned(question: string, asked: unknown, actor: Actor): void {
    this.settle();
    const name = question.slice('case.'.length);
    this.note(`question ${name} ${JSON.stringify(asked)}`, { command: 'case.trafficAsked', label: { question: name, ...this.because() }, actor });
  }

  /** A question about the network was answered: its method and what it asked stand beside the entry, as the words of a search do, since a pattern may name somebody. */
  askedNetwork(question: string, { asked, words }: { readonly asked: string; readonly words: string }, actor: Actor): void {
    this.settle();
    const name = question.slice('case.'.length);
    this.note(`network ${name} ${asked}`, { command: 'case.networkAsked', label: { question: name, ...this.because() }, actor, beside: { salt: randomBytes(16).toString('hex'), text: words, asked } });
  }

  /** A search was answered: it is journalled when it stands for a second, or when something is opened after it. */
  searched(text: string, hits: number, actor: Actor): void {
    if (this.typed !== null) clearTimeout(this.typed.timer);
    const words = text.trim();
    this.typed = words === '' ? null : { text: words, hits, actor, timer: setTimeout(() => this.settle(), this.stood).unref() };
  }

  /** Writes what is waiting, if the case can be written to now. */
  write(): void {
    while (this.waiting[0]) {
      const { command, label, actor, beside } = this.waiting[0];
      try {
        this.store.note(command, label, actor, beside);
      } catch (error) {
        // A full disk must not keep an investigator from reading; what could not be written now is tried again.
        if (error instanceof Failure && (error.code === 'importRunning' || error.code === 'diskFull')) return;
        throw error;
      }
      this.waiting = this.waiting.slice(1);
    }
  }

  /** The session ends: a search that was just typed stood to its end. */
  end(): void {
    this.settle();
    this.write();
  }

  private because(): Label {
    return this.given === null ? {} : { because: this.given.seq };
  }

  private settle(): void {
    const { typed } = this;
    this.typed = null;
    if (typed === null) return;
    clearTimeout(typed.timer);
    if (!this.store.db.open) return;
    this.note(`search ${typed.text.toLowerCase()}`, { command: 'case.searched', label: { hits: typed.hits, ...this.because() }, actor: typed.actor, beside: { salt: randomBytes(16).toString('hex'), text: typed.text } });
  }

  private note(what: string, note: Note): void {
    const mark = `${note.actor.name}\u0000${what}`;
    if (this.seen.has(mark)) return;
    this.seen.add(mark);
    this.waiting = [...this.waiting, note];
    this.write();
  }
}
