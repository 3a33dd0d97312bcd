import writing from '../../../../../resources/vocabularies/i2Writing.json';
import { ownComment, USUAL_COLOUR } from '../../../importers/formats/anx/ownItem';
import type { Told } from '../../../importers/formats/anx/ownItem';
import type { Outgoing, OutgoingEntity, OutgoingLink, OutgoingStatement } from '../../outgoing';
import { OwnWriting, ownText } from '../../own';
import { cardOf } from './cards';
import type { ChartDefinitions } from './definitions';
import { element, elementText } from './element';
import { chartMoment } from './moment';
import { colourNumber, enlargementOf, iconOf } from './style';
import { itemWords, nameOf, oneLine, shortened, shown } from './values';

/** Between neighbours where no chart says how things lie. */
const STEP = 150;
/** Universal time, in the program's own list of zones. */
const UNIVERSAL = { UniqueID: 1, Name: 'UTC' };

/** More cards on one item than anyone leafs through; what the others say stands in its attributes and in Knoop's own comment. */
const MOST_CARDS = 1000;

/** Writes the items of a chart: entities first, for links point at them by their number. */
export class ChartItems {
  private readonly numbers = new Map<string, number>();
  private readonly columns: number;
  private readonly own: OwnWriting;

  constructor(private readonly outgoing: Outgoing, private readonly definitions: ChartDefinitions) {
    this.columns = Math.ceil(Math.sqrt(outgoing.counts.entities));
    this.own = new OwnWriting(outgoing);
  }

  entity(entity: OutgoingEntity): string {
    const { definitions } = this;
    const number = this.numbers.size + 1;
    this.numbers.set(entity.id, number);
    const at = entity.place === null
      ? { x: ((number - 1) % this.columns) * STEP, y: Math.floor((number - 1) / this.columns) * STEP }
      : { x: Math.round(entity.place.x) || 0, y: Math.round(entity.place.y) || 0 };
    const type = this.outgoing.catalogue.entityType(entity.type);
    const defined = definitions.entityTypes.get(entity.type);
    const { colour, icon, size } = entity.place?.style ?? {};
    const style = element('IconStyle', {
      Type: defined?.name, EntityTypeReference: defined?.id, Enlargement: enlargementOf(size), IconShadingColour: colour === undefined ? null : colourNumber(colour),
      ...(icon === undefined ? {} : { OverrideTypeIcon: true, TypeIconName: iconOf(icon) }),
    });
    const end = element('End', { X: at.x, Y: at.y, Z: 0 }, [
      element('Entity', { EntityId: number, Identity: entity.id, LabelIsIdentity: false }, [element('Icon', {}, [style]), this.cards(entity)]),
    ]);
    const label = shortened(oneLine(entity.caption === '' ? (defined?.name ?? entity.type) : entity.caption));
    const item = this.item(label, entity, entity.values[type?.dates?.start ?? '']?.[0]?.v, { XPosition: at.x }, end, null);
    return elementText(item, ownComment(item, at, ownText(this.own.entity(entity))));
  }

  link(link: OutgoingLink): string {
    const { definitions } = this;
    const type = this.outgoing.catalogue.linkType(link.type);
    const defined = definitions.linkTypes.get(link.type);
    const { colour, width, line } = link.style ?? {};
    const strength = definitions.strength(link.strength, line);
    const tie = element('Link', { End1Id: this.numbers.get(link.from), End2Id: this.numbers.get(link.to), ConnectionReference: definitions.connection }, [
      this.cards(link),
      element('LinkStyle', {
        Strength: strength, StrengthReference: definitions.strengths.get(strength)?.id, ArrowStyle: type?.directed === false ? 'ArrowNone' : 'ArrowOnHead',
        LineWidth: Math.max(1, Math.round(width ?? 1)), LineColour: colourNumber(colour ?? USUAL_COLOUR), Type: defined?.name, LinkTypeReference: defined?.id,
      }),
    ]);
    const item = this.item(this.linkLabel(link, defined?.name ?? link.type), link, link.start ?? undefined, {}, tie, link.id);
    return elementText(item, ownComment(item, null, ownText(this.own.link(link))));
  }

  /** What stands on a line: its amount, else what its type shows first, else what it is called. */
  private linkLabel({ type, values }: OutgoingLink, name: string): string {
    const { catalogue } = this.outgoing;
    const known = catalogue.linkType(type);
    const first = [known?.amount, ...(known?.properties ?? []).filter(({ kind, featured }) => featured === true && kind !== 'date' && kind !== 'longText').map(({ id }) => id)];
    const texts = first.flatMap((id) => (id === undefined ? [] : (values[id] ?? []).slice(0, 1).map((value) => shown(catalogue.property(type, id), value, this.outgoing))));
    return shortened(oneLine(texts.find((text) => text.trim() !== '') ?? name));
  }

  private item(Label: string, { type, values, statements }: OutgoingEntity | OutgoingLink, start: string | undefined, place: Readonly<Record<string, number>>, drawn: Told, own: string | null): Told {
    const { description, attributes } = itemWords(type, values, this.outgoing);
    const moment = start === undefined ? null : chartMoment(start);
    return element('ChartItem', {
      Id: this.definitions.newId(), Label, Description: description === '' ? null : description,
      DateSet: moment !== null, TimeSet: moment?.timed ?? false, DateTime: moment === null ? null : `${moment.text}.000`,
      DateTimeDescription: start === undefined || (moment !== null && !moment.approximate) ? null : shown(this.startOf(type), { v: start }, this.outgoing),
      ...this.evaluation(statements), ...place,
    }, [drawn, this.definitions.attributes(attributes, own), moment?.universal === true ? element('TimeZone', UNIVERSAL) : null]);
  }

  private startOf(type: string): ReturnType<Outgoing['catalogue']['property']> {
    const { catalogue } = this.outgoing;
    return catalogue.property(type, (catalogue.entityType(type) ?? catalogue.linkType(type))?.dates?.start ?? '');
  }

  /** Source and grades of an item, as far as all its statements agree; each card has its own. */
  private evaluation(statements: readonly OutgoingStatement[]): Readonly<Record<string, string | number | null>> {
    const agreed = <T>(of: (statement: OutgoingStatement) => T, otherwise: T): T => {
      const [first, ...others] = statements;
      return first !== undefined && others.every((other) => JSON.stringify(of(other)) === JSON.stringify(of(first))) ? of(first) : otherwise;
    };
    const source = shortened(oneLine(agreed((each) => each.source, '')));
    const supplier = shortened(oneLine(agreed((each) => each.supplier, '')));
    return { SourceReference: source === '' ? null : source, SourceType: supplier === '' ? null : supplier, ...this.definitions.grades.indexes(agreed((each) => each.grading, null), agreed((each) => each.handling, [])) };
  }

  private cards({ type, statements }: OutgoingEntity | OutgoingLink): Told | null {
    const { outgoing } = this;
    const { language, catalogue } = outgoing;
    if (statements.length === 0) return null;
    const start = (catalogue.entityType(type) ?? catalogue.linkType(type))?.dates?.start ?? '';
    return element('CardCollection', {}, statements.slice(0, MOST_CARDS).map((statement) => {
      const said = Object.entries(statement.values).flatMap(([id, values]) => {
        const property = catalogue.property(type, id);
        return values.map((value) => `${nameOf(property, id, outgoing)}: ${shown(property, value, outgoing)}${value.doubt === undefined ? '' : ` (${writing.doubted[language]})`}`);
      });
      return cardOf(statement, said, statement.values[start]?.[0]?.v, this.definitions.grades, language);
    }));
  }
}
