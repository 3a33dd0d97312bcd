import type { MappedEntity, MappedRow } from '../../../../shared/mapping/mapRow';
import type { Reject } from '../../../../shared/mapping/mapping';
import type { RecordFormatId, RecordPlan } from '../../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import type { EntityType, LinkType } from '../../../../shared/schema/types';
import type { Bytes } from '../bytes';

/** First bytes of a file, for telling its format. */
export interface FileHead {
  /** Last part of its name, lower case. */
  readonly name: string;
  /** At most 64 KiB. */
  readonly bytes: Buffer;
  /** The same as text by its encoding, without a byte order mark; empty where it is no text. */
  readonly text: string;
  readonly size: number;
}

/** What an importer reads with. */
export interface ReadingContext {
  /** Last part of the file's name. */
  readonly name: string;
  readonly plan: RecordPlan;
  readonly catalogue: Catalogue;
}

/** One step through a file of records. `row` counts from 1 in the unit that `RecordStream.unit` names. */
export type RecordOutcome =
  /** What one record says. `cells` are its main texts as written, for people to see what it was. */
  | { readonly kind: 'row'; readonly row: number; readonly cells: readonly string[]; readonly mapped: MappedRow }
  | { readonly kind: 'reject'; readonly reject: Reject }
  /** The file takes back what it, or an earlier file, said of this entity. */
  | { readonly kind: 'revoke'; readonly row: number; readonly entity: MappedEntity }
  /** A page of readable text: found by search, and what it names is proposed to the user. */
  | { readonly kind: 'page'; readonly page: number; readonly text: string };

/** A file of records as a stream, to be walked once. Entities come before the links that point at them. */
export interface RecordStream {
  /** Batches of moderate size (about 500 records), so that imports can be followed and stopped between them. */
  outcomes(): AsyncIterable<readonly RecordOutcome[]>;
  /** Size in the unit that `done` counts, usually bytes of the document times passes over it. */
  readonly total: number;
  done(): number;
  /** What `row` counts: lines of the text, or records (messages, objects, elements) of the file. */
  readonly unit: 'line' | 'record' | 'page';
  /**
   * Types that the file defines itself and that no type of Knoop comes near; they are added to the case. Read after every batch: a type must be in the
   * answer by the batch that first uses it.
   */
  types?(): { readonly entities: readonly EntityType[]; readonly links: readonly LinkType[] };
  /** The file's own names of kinds that were met, with the type that each became. To be read after the walk. */
  kinds?(): readonly FoundKind[];
}

export interface FoundKind {
  readonly of: 'entity' | 'link';
  /** As the file names it. */
  readonly label: string;
  readonly type: string;
  readonly count: number;
}

/**
 * One format of files: one file in `formats/` that exports `format`, found by itself. Nothing here changes a case: it reads bytes and says what
 * they say.
 */
export interface RecordFormat {
  readonly id: RecordFormatId;
  readonly mediaType: string;
  /** File name endings, lower case, with dot. */
  readonly endings: readonly string[];
  /** How sure this is the format, 0 (not at all) to 1 (a signature that no other format has). Cheap, and never throws. The name alone counts at most 0.3. */
  recognise(head: FileHead): number;
  /** Set in the plan that is proposed for such a file, where it differs from the usual. */
  readonly proposes?: Partial<Pick<RecordPlan, 'dateOrder' | 'decimal' | 'namespace' | 'chart'>>;
  /**
   * Opens the file. Throws Failure fileNotThisFormat, fileTooLarge, fileEncrypted, fileUnreadable or noRows with what a user can act on;
   * bad records come as rejects instead.
   */
  open(bytes: Bytes, context: ReadingContext): RecordStream | Promise<RecordStream>;
}
