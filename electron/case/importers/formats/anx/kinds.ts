import i2 from '../../../../../resources/vocabularies/i2.json';
import type { RecordPlan } from '../../../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import { foldHeading } from '../../../../../shared/schema/heading';
import { FileTypes } from '../../records/fileTypes';
import { Vocabulary } from '../../records/vocabulary';
import type { Definitions } from './definitions';
import { glyphOf } from './drawing';

const GENERAL: ReadonlySet<string> = new Set(i2.general);
const REVERSED: ReadonlySet<string> = new Set(i2.reversed);
const THING = 'item';
const LINKED = 'linked';

export interface LinkKind {
  readonly type: string;
  /** True when no type of the case comes near. */
  readonly general: boolean;
  /** What the file called a link whose type is called otherwise; null when that says nothing more. */
  readonly role: string | null;
  /** True when Knoop's link runs from the file's second end to its first. */
  readonly turned: boolean;
}

/** Types of the case for a chart's own kinds; makes types for the kinds that none comes near. */
export class Kinds {
  private readonly probe: Vocabulary;
  private readonly own: FileTypes;
  private vocabulary: Vocabulary | null = null;
  private uncounted: Vocabulary | null = null;
  private wide: Catalogue | null = null;

  constructor(private readonly base: Catalogue, private readonly plan: RecordPlan) {
    this.probe = new Vocabulary(base, plan, i2);
    this.own = new FileTypes(base, 'i2');
  }

  /** The case's catalogue with the file's own types. To be asked when all kinds were met. */
  get catalogue(): Catalogue {
    return (this.wide ??= this.own.widened());
  }

  get types(): FileTypes['types'] {
    return this.own.types;
  }

  /** Meets a kind while the chart is read for the first time: makes a type for it where none comes near. */
  meet(label: string, definitions: Definitions, icon: string, meaning: string): void {
    if (label.trim() === '' || this.isKnown(label)) return;
    const near = definitions.meaningsOf(meaning).find((name) => this.isKnown(name) && this.probe.entity(name) !== THING);
    const glyph = glyphOf(icon) ?? glyphOf(label);
    this.own.add({ label, base: near === undefined ? THING : this.probe.entity(near), icon: glyph ?? null });
  }

  private isKnown(label: string): boolean {
    const folded = foldHeading(label);
    return Object.hasOwn(this.plan.entityTypes, label) || Object.hasOwn(i2.entities, folded) || this.probe.entity(label) !== THING || Object.values(this.base.entityType(THING)?.label ?? {}).some((name) => foldHeading(name) === folded);
  }

  private get words(): Vocabulary {
    return (this.vocabulary ??= new Vocabulary(this.catalogue, this.plan, i2));
  }

  /** Type of an entity of this kind; counts it. */
  entity(label: string): string {
    return this.words.entity(label);
  }

  /** Type of an entity that is only pointed at; not counted again. */
  pointedAt(label: string): string {
    return this.quiet.entity(label);
  }

  /** As `words`, for questions that are not to be counted. */
  private get quiet(): Vocabulary {
    return (this.uncounted ??= new Vocabulary(this.catalogue, this.plan, i2));
  }

  /** Type of a link of this kind between two types, and which way it runs. `arrow`: the file's own direction. */
  link(label: string, meanings: readonly string[], from: string, to: string, arrow: 'on' | 'back' | 'none'): LinkKind {
    const backwards = REVERSED.has(foldHeading(label)) !== (arrow === 'back');
    const names = [label, ...meanings].filter((name) => name.trim() !== '');
    for (const turned of [backwards, !backwards]) {
      for (const name of names) {
        const [a, b] = turned ? [to, from] : [from, to];
        if (this.quiet.link(name, a, b).type === LINKED) continue;
        const { type } = this.words.link(name, a, b);
        return { type, general: false, role: name === label || label.trim() === '' ? null : label.trim(), turned };
      }
    }
    const { type } = this.words.link(label, from, to);
    return { type, general: type === LINKED, role: GENERAL.has(foldHeading(label)) || label.trim() === '' ? null : label.trim(), turned: arrow === 'back' };
  }

  found(): ReturnType<Vocabulary['kinds']> {
    return this.words.kinds();
  }
}
