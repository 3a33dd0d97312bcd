/** Large files of records, written piece by piece, the same on every machine: entities of three kinds, and links between them. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Xorshift. */
function seeded(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const FIRST = ['Jan', 'An', 'Mohamed', 'Zoë', 'Pieter', 'Fatima', 'Luc', 'Émile', 'Olga', 'Sven'];
const LAST = ['Peeters', 'Janssens', 'El Amrani', 'De Smet', 'Dubois', 'Müller', 'Van den Berghe', 'Kowalski'];
const SEEN = 'Gezien bij de loodsen aan de Scheldelaan, in gezelschap van twee onbekenden, volgens de verklaring van een getuige';
const PIECE = 2000;

/** What records of all formats are made of. Of three records in a row, two are entities and one is a link between entities before it. */
function texts(random) {
  const two = (value) => String(value).padStart(2, '0');
  return {
    random,
    name: () => `${FIRST[random(10)]} ${LAST[random(8)]} ${random(100_000)}`,
    phone: () => `+3247${1_000_000 + random(8_999_999)}`,
    date: () => `20${10 + random(15)}-${two(1 + random(12))}-${two(1 + random(28))}`,
    /** `length`: about how long, in characters. */
    remark: (length) => `${random(1_000_000)} ${SEEN.repeat(Math.ceil(length / SEEN.length)).slice(0, length)}`,
    /** Number of an entity that stands before record `at`. */
    earlier: (at) => {
      const found = random(at);
      return found % 3 === 2 ? found - 1 : found;
    },
  };
}

const isLink = (at) => at % 3 === 2;

/** By the name of the format: its file's ending, beginning, end, and a record's text; `at` counts records, `remark` is the length of its remark. */
export const KINDS = {
  graphml: {
    ending: 'graphml',
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n<key id="d0" for="node" attr.name="name" attr.type="string"/>\n<key id="d1" for="node" attr.name="type" attr.type="string"/>\n<key id="d2" for="node" attr.name="phone" attr.type="string"/>\n<key id="d3" for="all" attr.name="remark" attr.type="string"/>\n<key id="d4" for="edge" attr.name="type" attr.type="string"/>\n<key id="d5" for="edge" attr.name="date" attr.type="string"/>\n<graph edgedefault="directed">\n',
    tail: '</graph>\n</graphml>\n',
    record: (at, remark, { name, phone, date, remark: text, earlier }) => (isLink(at)
      ? `<edge id="e${at}" source="n${earlier(at)}" target="n${earlier(at)}"><data key="d4">knows</data><data key="d5">${date()}</data><data key="d3">${text(remark)}</data></edge>\n`
      : `<node id="n${at}"><data key="d0">${name()}</data><data key="d1">${at % 3 === 1 ? 'Company' : 'Person'}</data><data key="d2">${phone()}</data><data key="d3">${text(remark)} &amp; meer</data></node>\n`),
  },
  anx: {
    ending: 'anx',
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<Chart IdReferenceLinking="true" Rigorous="true">\n<EntityTypeCollection><EntityType Id="et1" Name="Person" IconFile="person"/><EntityType Id="et2" Name="Company" IconFile="office"/></EntityTypeCollection>\n<LinkTypeCollection><LinkType Id="lt1" Name="Knows" Colour="0"/></LinkTypeCollection>\n<AttributeClassCollection><AttributeClass Id="ac1" Name="Phone" Type="AttText"/></AttributeClassCollection>\n<ChartItemCollection>\n',
    tail: '</ChartItemCollection>\n</Chart>\n',
    record: (at, remark, { random, name, phone, date, remark: text, earlier }) => {
      if (isLink(at)) return `<ChartItem Id="L${at}" Label="Knows" DateSet="true" DateTime="${date()}T12:00:00.000" Description="${text(remark)}"><Link End1Reference="E${earlier(at)}" End2Reference="E${earlier(at)}"><LinkStyle LinkTypeReference="lt1" ArrowStyle="ArrowOnHead"/></Link></ChartItem>\n`;
      const label = name();
      return `<ChartItem Id="I${at}" Label="${label}" XPosition="${random(100_000)}" Description="${text(remark)}"><End X="${random(100_000)}" Y="${random(100_000)}"><Entity Id="E${at}" Identity="${at} ${label}" LabelIsIdentity="false"><Icon><IconStyle EntityTypeReference="et${1 + (at % 3)}"/></Icon></Entity></End><AttributeCollection><Attribute AttributeClassReference="ac1" Value="${phone()}"/></AttributeCollection></ChartItem>\n`;
    },
  },
  ftm: {
    ending: 'ftm.json',
    head: '',
    tail: '',
    record: (at, remark, { name, phone, date, remark: text, earlier }) => `${JSON.stringify(isLink(at)
      ? { id: `link-${at}`, schema: 'UnknownLink', properties: { subject: [`subject-${earlier(at)}`], object: [`subject-${earlier(at)}`], role: ['kent'], startDate: [date()], summary: [text(remark)] }, datasets: ['be_bench'] }
      : { id: `subject-${at}`, schema: at % 3 === 1 ? 'Company' : 'Person', properties: { name: [name()], phone: [phone()], country: ['be'], notes: [text(remark)] }, datasets: ['be_bench'], first_seen: `${date()}T00:00:00` })}\n`,
  },
  json: {
    ending: 'json',
    head: '[\n',
    tail: '\n]\n',
    record: (at, remark, { random, name, phone, date, remark: text }) => `${at === 0 ? '' : ',\n'}${JSON.stringify({ nr: at, naam: name(), telefoon: phone(), geboortedatum: date(), adres: { straat: `Kaai ${random(900)}`, gemeente: 'Antwerpen' }, bedrag: random(1_000_000) / 100, opmerking: text(remark) })}`,
  },
};

/**
 * Writes a file of about `bytes` bytes; with `records`, of so many records, whose remarks are as long as it takes. Gives the number of records.
 * @param {string} path
 * @param {keyof typeof KINDS} kind
 * @param {{ bytes: number, records?: number }} size
 */
export function writeLarge(path, kind, { bytes, records = 0 }) {
  const { head, tail, record } = KINDS[kind];
  const parts = texts(seeded(12345));
  const bare = record(1, 0, parts).length;
  const remark = records === 0 ? 60 : Math.max(0, Math.round(bytes / records) - bare);
  const file = openSync(path, 'w');
  let written = 0;
  let at = 0;
  try {
    writeSync(file, head);
    while (records === 0 ? written < bytes : at < records) {
      const piece = [];
      for (let left = records === 0 ? PIECE : Math.min(PIECE, records - at); left > 0; left -= 1) piece.push(record(at++, remark, parts));
      written += writeSync(file, piece.join(''));
    }
    writeSync(file, tail);
  } finally {
    closeSync(file);
  }
  return at;
}
