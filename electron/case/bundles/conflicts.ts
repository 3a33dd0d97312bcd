import type { Database } from 'better-sqlite3';
import { canContradict, valuesAgree } from '../../../shared/analysis/contradiction';
import type { BundleConflict } from '../../../shared/contract/bundling';
import { takenBundleSchema } from '../../../shared/model/bundle';
import type { TakenBundle } from '../../../shared/model/bundle';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { formatProperty } from '../../../shared/schema/choice';
import type { Language, StoredValue } from '../../../shared/values/kind';
import { ImagedRows } from '../db/imaged';
import { UNITE } from './standing';

/** More than anybody reads; what is left out shows once some of these are settled. */
const MOST = 2000;

/** Bundles that were taken in and not taken out again, newest first. */
export function takenBundles(db: Database): TakenBundle[] {
  return new ImagedRows(db).list('taken_bundle').map((record) => takenBundleSchema.parse(record)).sort((a, b) => b.seq - a.seq);
}

const CAPTION = `coalesce((SELECT caption FROM entity WHERE entity.id = @id), (SELECT a.caption || ' – ' || b.caption FROM link JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n WHERE link.id = @id), '')`;

interface Said { readonly bundle: string; readonly id: string; readonly subject: string; readonly type: string; readonly values: string }
interface Judged { readonly left_id: string; readonly right_id: string; readonly ours: string; readonly theirs: string; readonly bundle: string }
interface Valued { readonly subject: string; readonly type: string; readonly values: string; readonly bundle: string | null }
interface Differing { readonly kind: 'content' | 'type'; readonly bundle: string; readonly subject: string; readonly ours: string; readonly theirs: string; readonly about: string | null; readonly type: string | null }

/** Statements that a bundle says and that somebody here took back. */
const REFUSED = `SELECT word.bundle, s.id, coalesce(e.id, l.id) AS subject, coalesce(e.type, l.type) AS type, s."values" FROM bundle_word word JOIN statement s ON s.id = word.id JOIN journal ON journal.seq = s.seq_retracted
  LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject
  WHERE word.word = 'said' AND journal.command <> '${UNITE}' AND s."values" <> '{}' ORDER BY s.n LIMIT ${MOST}`;
/** Our own statements that somebody who had repeated them has taken back. */
const RECALLED = `SELECT word.bundle, s.id, coalesce(e.id, l.id) AS subject, coalesce(e.type, l.type) AS type, s."values" FROM bundle_word word JOIN statement s ON s.id = word.id
  LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject
  WHERE word.word = 'recalled' AND s.seq_retracted IS NULL AND s.seq_added NOT IN (SELECT seq FROM bundle_step) ORDER BY s.n LIMIT ${MOST}`;
const JUDGED = `SELECT own.left_id, own.right_id, own.verdict AS ours, other.verdict AS theirs, step.bundle FROM judgement own
  JOIN judgement other ON (other.left_id = own.left_id AND other.right_id = own.right_id) OR (other.left_id = own.right_id AND other.right_id = own.left_id)
  JOIN bundle_step step ON step.seq = other.seq_added
  WHERE own.seq_retracted IS NULL AND other.seq_retracted IS NULL AND own.verdict <> other.verdict AND own.seq_added NOT IN (SELECT seq FROM bundle_step) ORDER BY own.n LIMIT ${MOST}`;
/** What is said of entities of which both sides speak, and on which sources do not agree. */
const VALUED = `SELECT e.id AS subject, e.type, s."values", step.bundle FROM entity e JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n AND s.seq_retracted IS NULL LEFT JOIN bundle_step step ON step.seq = s.seq_added
  WHERE e.seq_retracted IS NULL AND e.contradicts = 1 AND EXISTS (SELECT 1 FROM statement t JOIN bundle_step ON bundle_step.seq = t.seq_added WHERE t.subject_kind = 'entity' AND t.subject = e.n AND t.seq_retracted IS NULL) ORDER BY e.n, s.n`;
const DIFFERING = `SELECT kind, bundle, c.subject, ours, theirs, coalesce(e.id, l.id) AS about, coalesce(e.type, l.type) AS type FROM bundle_conflict c LEFT JOIN statement s ON s.id = c.subject
  LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject ORDER BY c.bundle, c.subject LIMIT ${MOST}`;

/** Sets side by side what the case and its bundles do not agree on, in words of the reader's language. */
export class Conflicts {
  private readonly services: ReadonlyMap<string, string>;

  constructor(private readonly db: Database, private readonly catalogue: Catalogue, private readonly language: Language) {
    this.services = new Map(takenBundles(db).map(({ id, service, person }) => [id, service || person]));
  }

  /** Of all bundles, or of one. */
  list(bundle?: string): BundleConflict[] {
    const all = [...this.differing(), ...this.taken(REFUSED, 'theirs'), ...this.taken(RECALLED, 'ours'), ...this.judged(), ...this.valued()];
    return all.filter((each) => this.services.has(each.bundle) && (bundle === undefined || each.bundle === bundle)).slice(0, MOST);
  }

  private caption(id: string): string {
    return this.db.prepare<{ id: string }, string>(`SELECT ${CAPTION}`).pluck().get({ id }) ?? '';
  }

  private service(bundle: string): string {
    return this.services.get(bundle) ?? '';
  }

  private shown(type: string, property: string, value: StoredValue): string {
    const known = this.catalogue.property(type, property);
    return known === undefined ? value.v : formatProperty(known, value.v, this.language);
  }

  /** "Name: Ahmed B. · Born: 3 May 1984". */
  private text(type: string, values: Values): string {
    return Object.entries(values).map(([property, list]) => `${this.catalogue.property(type, property)?.label[this.language] ?? property}: ${list.map((value) => this.shown(type, property, value)).join(', ')}`).join(' · ');
  }

  private *differing(): Generator<BundleConflict> {
    const parsed = (text: string): Values | null => (JSON.parse(text) as { values?: Values }).values ?? null;
    for (const { kind, bundle, subject, ours, theirs, about, type } of this.db.prepare<[], Differing>(DIFFERING).all()) {
      const shown = (text: string): string => {
        const values = kind === 'content' ? parsed(text) : null;
        return values === null ? this.nameOf(text) : this.text(type ?? '', values);
      };
      yield { kind, subject: about ?? subject, caption: this.caption(about ?? subject), property: null, ours: shown(ours), theirs: shown(theirs), bundle, service: this.service(bundle) };
    }
  }

  /** Name of a type, or of a definition of one that differs from ours. */
  private nameOf(text: string): string {
    const known = this.catalogue.entityType(text) ?? this.catalogue.linkType(text);
    if (known !== undefined) return known.label[this.language];
    if (!text.startsWith('{')) return text;
    const { id } = JSON.parse(text) as { id?: string };
    return id ?? '';
  }

  private *taken(sql: string, saidBy: 'ours' | 'theirs'): Generator<BundleConflict> {
    for (const { bundle, subject, type, values } of this.db.prepare<[], Said>(sql).all()) {
      const text = this.text(type, JSON.parse(values) as Values);
      yield { kind: 'retracted', subject, caption: this.caption(subject), property: null, ours: saidBy === 'ours' ? text : '', theirs: saidBy === 'theirs' ? text : '', bundle, service: this.service(bundle) };
    }
  }

  private *judged(): Generator<BundleConflict> {
    for (const { left_id, right_id, ours, theirs, bundle } of this.db.prepare<[], Judged>(JUDGED).all()) {
      yield { kind: 'judgement', subject: left_id, caption: `${this.caption(left_id)} – ${this.caption(right_id)}`, property: null, ours, theirs, bundle, service: this.service(bundle) };
    }
  }

  private *valued(): Generator<BundleConflict> {
    const bySubject = new Map<string, Valued[]>();
    for (const row of this.db.prepare<[], Valued>(VALUED).iterate()) bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row]);
    for (const [subject, rows] of bySubject) {
      const type = rows[0]?.type ?? '';
      for (const property of this.catalogue.entityType(type)?.properties.filter(canContradict) ?? []) {
        const said = rows.flatMap(({ values, bundle }) => ((JSON.parse(values) as Values)[property.id] ?? []).map((value) => ({ value, bundle })));
        const ours = said.find(({ bundle }) => bundle === null);
        if (ours === undefined) continue;
        for (const theirs of new Map(said.filter(({ value, bundle }) => bundle !== null && !valuesAgree(property, ours.value, value)).map((each) => [`${each.bundle} ${each.value.v}`, each])).values()) {
          const bundle = theirs.bundle ?? '';
          yield { kind: 'value', subject, caption: this.caption(subject), property: property.id, ours: this.shown(type, property.id, ours.value), theirs: this.shown(type, property.id, theirs.value), bundle, service: this.service(bundle) };
        }
      }
    }
  }
}
