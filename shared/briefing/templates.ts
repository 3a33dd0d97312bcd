import type { AuthoredText, BriefingBlock, BriefingRecord } from '../model/briefing';
import type { Id } from '../model/ids';
import { LANGUAGES, type Language } from '../values/kind';
import type { Words } from './words';

/** What a template is filled with. */
export interface TemplateStart {
  /** Charts to show, in order. */
  readonly charts: readonly { readonly id: Id; readonly name: string }[];
  /** Whom a profile is about; null where nobody was chosen: then it has the first part alone. */
  readonly entity: Id | null;
  /** Language that the author writes in. */
  readonly language: Language;
  /** What documents say, per language. */
  readonly words: (language: Language) => Words;
  readonly nextId: () => Id;
}

type Generated = Extract<BriefingBlock, { kind: 'generated' }>['of'];
type TableOf = Extract<BriefingBlock, { kind: 'table' }>['of'];

/** Makes the blocks that templates are put together from. */
class Blocks {
  readonly made: BriefingBlock[] = [];
  private readonly start: TemplateStart;
  private readonly words: readonly (readonly [Language, Words])[];

  constructor(start: TemplateStart) {
    this.start = start;
    this.words = LANGUAGES.map((language) => [language, start.words(language)]);
  }

  /** A text of Knoop's own, in all languages, so that the language can be chosen at export. */
  private text(key: string): AuthoredText {
    return { original: this.start.language, texts: Object.fromEntries(this.words.map(([language, words]) => [language, words(key)])) };
  }

  /** What people called something: in the language they wrote it in, whichever that is. */
  private named(name: string): AuthoredText {
    return { original: this.start.language, texts: Object.fromEntries(LANGUAGES.map((language) => [language, name])) };
  }

  heading(key: string, level: 1 | 2 = 1): this {
    this.made.push({ kind: 'heading', id: this.start.nextId(), level, text: this.text(key) });
    return this;
  }

  /** Room for the author's words. */
  writing(): this {
    this.made.push({ kind: 'text', id: this.start.nextId(), sentences: [] });
    return this;
  }

  /** One figure per chart, each under its name; or one figure alone, under the heading before. */
  figures(most = Infinity): this {
    for (const chart of this.start.charts.slice(0, most)) {
      if (most > 1) this.made.push({ kind: 'heading', id: this.start.nextId(), level: 1, text: this.named(chart.name) });
      this.made.push({ kind: 'figure', id: this.start.nextId(), chart: chart.id, snapshot: null, places: 'drawn', caption: null });
    }
    return this;
  }

  table(of: TableOf): this {
    this.made.push({ kind: 'table', id: this.start.nextId(), of, scope: { kind: 'charts' } });
    return this;
  }

  timeline(): this {
    this.made.push({ kind: 'timeline', id: this.start.nextId(), scope: { kind: 'charts' } });
    return this;
  }

  profile(): this {
    if (this.start.entity !== null) this.made.push({ kind: 'profile', id: this.start.nextId(), entity: this.start.entity });
    return this;
  }

  generated(of: Generated): this {
    this.made.push({ kind: 'generated', id: this.start.nextId(), of });
    return this;
  }
}

const BUILDERS: Readonly<Record<BriefingRecord['template'], (blocks: Blocks) => Blocks>> = {
  dossier: (blocks) => blocks
    .generated('contents')
    .heading('summary').writing()
    .figures()
    .heading('persons').table('persons')
    .heading('others').table('others')
    .heading('timeline').timeline()
    .heading('chronology').table('chronology')
    .heading('exhibits').generated('exhibits')
    .heading('index').generated('persons')
    .heading('glossary').generated('glossary')
    .heading('legend').generated('legend')
    .heading('sources').generated('sources'),
  operational: (blocks) => blocks.heading('situation').writing().figures(1).heading('persons').table('persons'),
  profile: (blocks) => blocks.heading('summary').writing().heading('profile').profile().heading('glossary').generated('glossary').heading('sources').generated('sources'),
  liaison: (blocks) => blocks
    .heading('summary').writing()
    .heading('network').figures(1)
    .heading('persons').table('persons')
    .heading('links').table('links')
    .heading('glossary').generated('glossary')
    .heading('sources').generated('sources'),
  free: (blocks) => blocks.heading('summary').writing(),
};

/** The blocks that a briefing of this kind begins with; its author adds, moves and removes them freely. */
export const templateBlocks = (template: BriefingRecord['template'], start: TemplateStart): BriefingBlock[] => BUILDERS[template](new Blocks(start)).made;
