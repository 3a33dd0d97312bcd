/** Words in column headings that tell how columns belong together, normalised; in the four languages and as systems write them. */

/** Words that put a column on one side of a pair: the one that acts, and the one that it is done to. */
export const SIDE_WORDS: Readonly<Record<'a' | 'b', readonly string[]>> = {
  a: ['a', 'caller', 'calling', 'oproeper', 'oproepend', 'beller', 'appelant', 'anrufer', 'source', 'src', 'from', 'van', 'de', 'von', 'sender', 'afzender', 'expediteur', 'absender', 'opdrachtgever', 'donneur', 'auftraggeber', 'payer', 'debtor', 'consignor', 'shipper', 'origin', 'node1', 'eigen', 'originating', 'orig', 'oproepende', 'rufende', 'anrufende', 'doelnummer', 'abonne', 'abonnee', 'subscriber', 'served', 'cible', 'zielrufnummer', 'zielnummer', 'uberwachter'],
  b: ['b', 'called', 'callee', 'dialled', 'opgeroepene', 'opgeroepen', 'gebelde', 'appele', 'angerufener', 'target', 'tgt', 'to', 'naar', 'aan', 'vers', 'an', 'nach', 'recipient', 'receiver', 'ontvanger', 'destinataire', 'empfanger', 'begunstigde', 'beneficiaire', 'payee', 'creditor', 'consignee', 'destination', 'tegenrekening', 'tegenpartij', 'tegennummer', 'contrepartie', 'counterparty', 'gegenkonto', 'gegenpartei', 'other', 'node2', 'terminating', 'dest', 'dialed', 'gerufene', 'angerufene', 'correspondant', 'distant', 'gegenstelle', 'partnernummer', 'partnerrufnummer', 'ander', 'andere', 'counterpart'],
};

/** Pairs of headings that make a table a list of links between two names or numbers. */
export const EDGE_HEADINGS: readonly (readonly [string, string])[] = [
  ['source', 'target'], ['src', 'dst'], ['from', 'to'], ['van', 'naar'], ['de', 'vers'], ['von', 'nach'], ['node1', 'node2'], ['ego', 'alter'], ['a', 'b'], ['bron', 'doel'], ['entity 1', 'entity 2'], ['person 1', 'person 2'], ['persoon 1', 'persoon 2'],
];
/** Endings of a second column per side that holds the number where the first holds the name. */
export const NUMBER_ENDINGS: readonly string[] = ['id', 'nr', 'no', 'number', 'nummer', 'key'];
/** Headings of the number in a list of things, and of their name. */
export const NODE_NUMBERS: readonly string[] = ['id', 'node id', 'node', 'key', 'nodeid'];
export const NODE_NAMES: readonly string[] = ['name', 'label', 'naam', 'nom', 'caption', 'bezeichnung'];

export const TIME_HEADINGS: readonly string[] = ['tijd', 'uur', 'tijdstip', 'heure', 'uhrzeit', 'zeit', 'time', 'hour', 'start time', 'begintijd', 'starttijd', 'beginuur', 'startuur', 'aanvangsuur', 'heure debut', 'heure de debut', 'heure d appel', 'startzeit', 'beginnzeit', 'uhrzeit beginn', 'begin', 'beginn', 'start', 'debut', 'aanvang', 'call time'];
/** Words that tell the end of a stretch of time, or the last of several places, from the first. */
export const LAST_WORDS: readonly string[] = ['last', 'end', 'final', 'stop', 'laatste', 'einde', 'eind', 'eindtijd', 'eindcel', 'derniere', 'dernier', 'fin', 'finale', 'letzte', 'ende', 'endzeit', 'endzelle'];
/** Words that put what a column says on one end of what a row tells; more than those above would be taken for such by chance. */
export const END_WORDS: Readonly<Record<'from' | 'to', readonly string[]>> = {
  from: ['a', 'caller', 'calling', 'appelant', 'anrufer', 'oproeper', 'beller', 'orig', 'originating', 'expediteur', 'absender', 'sender'],
  to: ['b', 'called', 'callee', 'appele', 'angerufener', 'angerufene', 'opgeroepene', 'gebelde', 'dest', 'destinataire', 'empfanger', 'recipient', 'ontvanger'],
};
/** Headings of the part of a network that a cell's own number is counted within. */
export const AREA_HEADINGS: readonly string[] = ['lac', 'tac', 'lac tac', 'location area', 'location area code', 'tracking area code', 'lac a', 'lac b'];

export const LATITUDE: readonly string[] = ['lat', 'latitude', 'breedtegraad', 'breitengrad', 'y'];
export const LONGITUDE: readonly string[] = ['lon', 'lng', 'long', 'longitude', 'lengtegraad', 'langengrad', 'x'];
/** Endings of file names that tell the parts of one network apart. */
export const PART_ENDINGS = /[\s._-]*(?:nodes?|edges?|links?|vertices|relations?|knopen|verbindingen|lijnen)$/i;
