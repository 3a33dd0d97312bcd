import { expect, test } from 'vitest';
import { SHIPPED } from '../../../electron/case/catalogue';
import { compileMapping } from '../../../shared/mapping/compile';
import type { Mapping, Reading } from '../../../shared/mapping/mapping';
import { mapRow } from '../../../shared/mapping/mapRow';
import { propose } from '../../../shared/mapping/propose';
import { buildCatalogue } from '../../../shared/schema/catalogue';

const catalogue = buildCatalogue(SHIPPED);
const READING: Reading = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };
const proposed = (text: string, country = 'BE'): Mapping => {
  const [head = [], ...rows] = text.trim().split('\n').map((line) => line.trim().split(';').map((cell) => cell.trim()));
  return propose({ headings: head, rows, reading: { ...READING, country }, namespace: 'file' }, catalogue);
};
const from = (mapping: Mapping, source: Mapping['links'][0]['properties'][0]['from']): string => ('column' in source ? mapping.headings[source.column] ?? '' : 'columns' in source ? source.columns.map((column) => mapping.headings[column]).join(source.join) : `=${source.constant}`);

/** One line per entity and link: what each property is read from, and which columns tell kinds (unless, when) and directions (reverse, far). */
function lines(mapping: Mapping): string[] {
  const read = (properties: Mapping['links'][0]['properties']): string => properties.map((each) => `${each.property}=${from(mapping, each.from)}`).sort().join(', ');
  const column = (word: string, told: { column: number } | undefined): string => (told === undefined ? '' : ` ${word} ${mapping.headings[told.column]}`);
  return [
    ...mapping.entities.map((entity) => `${entity.key}: ${read(entity.properties)}`).sort(),
    ...mapping.links.map((link) => `${link.type} ${link.from}>${link.to}: ${read(link.properties)}${column('when', link.when)}${column('unless', link.unless)}${column('reverse', link.reverseWhen)}${column('far', link.farWhen)}${link.legs === undefined ? '' : ' legs'}`),
  ];
}

const HEADS: Record<string, string> = {
  proximus: `A-nummer;B-nummer;Datum;Starttijd;Duur (sec);Richting;IMEI;IMSI;Eerste cel;Laatste cel
+32470550101;+32470550102;01/02/2026;14:05:00;61;MOC;350006857858644;206012000000001;Kaai 1 Antwerpen;Dok 3 Antwerpen
+32470550103;+32470550101;01/02/2026;15:05:00;12;MTC;350006857858644;206012000000001;Kaai 1 Antwerpen;Kaai 1 Antwerpen
+32470550101;+32470550104;02/02/2026;16:05:00;0;SMS-MO;350006857858644;206012000000001;Kaai 1 Antwerpen;`,
  orange: `Numéro appelant;Numéro appelé;Date;Heure de début;Durée;Type d'appel;IMEI;IMSI;Cellule de début;Adresse du relais;Cellule de fin
0470550101;0470550102;01/02/2026;14:05:00;00:01:01;Sortant;350006857858644;206102000000001;BE-206-10-1234;Rue du Quai 1, Liège;BE-206-10-1235
0470550103;0470550101;01/02/2026;15:05:00;00:00:12;Entrant;350006857858644;206102000000001;BE-206-10-1234;Rue du Quai 1, Liège;BE-206-10-1235
0470550101;0470550102;01/02/2026;16:05:00;00:00:00;SMS sortant;350006857858644;206102000000001;BE-206-10-1234;Rue du Quai 1, Liège;`,
  telenet: `MSISDN_A;MSISDN_B;START_TIME;END_TIME;DURATION;CALL_TYPE;IMEI_A;IMEI_B;IMSI_A;IMSI_B;FIRST_CELL_ID_A;LAST_CELL_ID_A;FIRST_CELL_ID_B;LAST_CELL_ID_B
+32470550101;+32470550102;2026-02-01 14:05:00;2026-02-01 14:06:01;61;MOC;350006857858644;350006857858651;206202000000001;206202000000002;206-20-100-1;206-20-100-2;206-20-200-1;206-20-200-2
+32470550103;+32470550101;2026-02-01 15:05:00;2026-02-01 15:06:01;61;MTC;350006857858644;350006857858651;206202000000001;206202000000002;206-20-100-1;206-20-100-2;206-20-200-1;206-20-200-2`,
  kpn: `Doelnummer;Tegennummer;Richting;Begin;Einde;Duur;Dienst;IMEI;IMSI;LAC;CI;Adres mast
+31612345601;+31612345602;UIT;01-02-2026 14:05:00;01-02-2026 14:06:01;61;Spraak;350006857858644;204080000000001;1201;45001;Kade 1 Rotterdam
+31612345601;+31612345603;IN;01-02-2026 15:05:00;01-02-2026 15:05:10;10;Spraak;350006857858644;204080000000001;1201;45001;Kade 1 Rotterdam
+31612345601;+31612345603;IN;01-02-2026 16:05:00;01-02-2026 16:05:00;0;SMS;350006857858644;204080000000001;1201;45001;Kade 1 Rotterdam`,
  vodafone: `Calling Party;Called Party;Call Start Time;Call Duration;Originating/Terminating;Handset IMEI;IMSI;First Cell Name;First Cell CGI;Last Cell Name;Last Cell CGI
447700900101;447700900102;2026-02-01T14:05:00Z;61;Originating;350006857858644;234150000000001;QUAY;234-15-1-1;DOCK;234-15-1-2
447700900103;447700900101;2026-02-01T15:05:00Z;12;Terminating;350006857858644;234150000000001;QUAY;234-15-1-1;DOCK;234-15-1-2
447700900101;447700900104;2026-02-01T16:05:00Z;0;SMS Originating;350006857858644;234150000000001;QUAY;234-15-1-1;;`,
  telekom: `A-Rufnummer;B-Rufnummer;Datum;Uhrzeit;Dauer;Verbindungsart;IMEI;IMSI;Funkzelle;Zellkennung;Azimut;Breitengrad;Längengrad
+4915112345601;+4915112345602;01.02.2026;14:05:00;61;Gespräch;350006857858644;262010000000001;Kai 1 Hamburg;262-01-100-1;120;53,5412;9,9871
+4915112345603;+4915112345602;01.02.2026;14:06:00;0;SMS;350006857858651;262010000000002;Kai 1 Hamburg;262-01-100-1;120;53,5412;9,9871
+4915112345601;;01.02.2026;14:07:00;600;GPRS;350006857858644;262010000000001;Kai 1 Hamburg;262-01-100-1;120;53,5412;9,9871`,
  bouygues: `Abonné;Correspondant;Date;Heure;Durée;Sens;Type de communication;IMEI;IMSI;Adresse du relais;Cell-ID;Azimut;X;Y
+33612345601;+33612345602;01/02/2026;14:05:00;61;Sortant;Voix;350006857858644;208200000000001;Quai 1 Le Havre;20820-100-1;240;49.4901;0.1201
+33612345601;+33612345603;01/02/2026;15:05:00;12;Entrant;Voix;350006857858644;208200000000001;Quai 1 Le Havre;20820-100-1;240;49.4901;0.1201
+33612345601;+33612345603;01/02/2026;16:05:00;0;Entrant;SMS;350006857858644;208200000000001;Quai 1 Le Havre;20820-100-1;240;49.4901;0.1201`,
  etsi: `calling_number;called_number;forwarded_number;start_time;end_time;duration_s;direction;imei;imsi;cgi_start;cgi_end;visited_network
+32470550101;+32470550102;;2026-02-01T14:05:00Z;2026-02-01T14:06:01Z;61;originating;350006857858644;206012000000001;206-01-1-1;206-01-1-2;
+32470550103;+32470550101;+32470550109;2026-02-01T15:05:00Z;2026-02-01T15:06:01Z;61;terminating;350006857858644;206012000000001;206-01-1-1;206-01-1-2;20820
+32470550103;+32470550101;+32470550109;2026-02-01T16:05:00Z;2026-02-01T16:06:01Z;61;terminating;350006857858644;206012000000001;206-01-1-1;206-01-1-2;20820
+32470550103;+32470550101;+32470550108;2026-02-01T17:05:00Z;2026-02-01T17:06:01Z;61;terminating;350006857858644;206012000000001;206-01-1-1;206-01-1-2;20820`,
  data: `MSISDN;B Number;Start time;End time;Type;Volume;IMEI;IMSI;Cell ID;Cell Name
+32470550101;;2026-02-01T14:05:00;2026-02-01T14:25:00;GPRS;12000;350006857858644;206012000000001;206-01-1-1;Kaai
+32470550101;+32470550102;2026-02-01T15:05:00;2026-02-01T15:06:00;MOC;;350006857858644;206012000000001;206-01-1-1;Kaai
+32470550105;+32470550101;2026-02-01T16:05:00;2026-02-01T16:06:00;MTC;;350006857858644;206012000000001;206-01-1-1;Kaai`,
  sfr: `Numéro A;Numéro B;Horodatage;Durée (s);Nature;Sens;IMEI;Cellule initiale;Cellule finale
33612345601;33612345602;01/02/2026 14:05:00;61;Appel;Emis;350006857858644;LE HAVRE QUAI;LE HAVRE DOCK
33612345603;33612345601;01/02/2026 15:05:00;61;Appel;Reçu;350006857858644;LE HAVRE QUAI;LE HAVRE DOCK
33612345601;33612345602;01/02/2026 16:05:00;;SMS;Emis;350006857858644;LE HAVRE QUAI;`,
  zoller: `Anschluss;Partnerrufnummer;Datum;Beginn;Ende;Dauer;Richtung;Dienst;IMEI;Standort Funkzelle;Funkzellen-ID
+4915112345601;+4915112345602;01.02.2026;14:05:00;14:06:01;61;gehend;Sprache;350006857858644;Kai 1;262-01-1-1
+4915112345601;+4915112345603;01.02.2026;15:05:00;15:06:01;61;kommend;Sprache;350006857858644;Kai 1;262-01-1-1
+4915112345601;+4915112345603;01.02.2026;16:05:00;;;kommend;SMS;350006857858644;Kai 1;262-01-1-1`,
  sample: `A_NUMBER;B_NUMBER;START;DURATION_S;DIRECTION;IMEI;IMSI;CELL_ID;CELL_NAME;CELL_LAT;CELL_LON
0032455006225;+905320042865;2025-12-01T04:39:06+01:00;263;MOC;350006857858644;206102591797384;SO-0505;WESTERKREEK POORT 2;51.2941;4.2249
+32468005989;0032465005016;2025-12-01T04:54:30+01:00;12;SMS-MO;350001196647642;206017336855355;SO-0502;WESTERKREEK TERMINAL;51.2966;4.2178`,
  retro: `Nummer A;Nummer B;Begin gesprek;Einde gesprek;Soort communicatie;IMEI A;IMSI A;Cel-ID A;Adres cel A;Cel-ID B;Adres cel B
0470550101;0470550102;01/02/2026 14:05:00;01/02/2026 14:06:01;Voice;350006857858644;206012000000001;206-1-1;Kaai 1;206-1-9;Dok 9
0470550101;0470550102;01/02/2026 15:05:00;01/02/2026 15:05:00;SMS;350006857858644;206012000000001;206-1-1;Kaai 1;206-1-9;Dok 9`,
  minimal: `A nummer;B nummer;Datum;Tijd;Duur
0470550127;0470550128;01/02/2026;14:05;12`,
};

const COUNTRIES: Record<string, string> = { kpn: 'NL', telekom: 'DE', zoller: 'DE', bouygues: 'FR', sfr: 'FR', vodafone: 'GB' };

const EXPECTED: Record<string, string[]> = {
  proximus: [
    'device: imei=IMEI',
    'phone2: number=B-nummer',
    'phone: number=A-nummer',
    'sim: imsi=IMSI',
    'called phone>phone2: cellA=Eerste cel, date=Datum Starttijd, direction=Richting, duration=Duur (sec), imeiA=IMEI, imsiA=IMSI, lastCellA=Laatste cel unless Richting far Richting legs',
    'messaged phone>phone2: cellA=Eerste cel, date=Datum Starttijd, direction=Richting, imeiA=IMEI, imsiA=IMSI when Richting far Richting legs',
    'uses phone>device: end=Datum Starttijd, start=Datum Starttijd unless Richting',
    'uses phone2>device: end=Datum Starttijd, start=Datum Starttijd when Richting',
    'uses phone>sim: end=Datum Starttijd, start=Datum Starttijd unless Richting',
    'uses phone2>sim: end=Datum Starttijd, start=Datum Starttijd when Richting',
  ],
  orange: [
    'device: imei=IMEI',
    'phone2: number=Numéro appelé',
    'phone: number=Numéro appelant',
    'sim: imsi=IMSI',
    "called phone>phone2: cellA=Adresse du relais, cellIdA=Cellule de début, date=Date Heure de début, direction=Type d'appel, duration=Durée, imeiA=IMEI, imsiA=IMSI, lastCellIdA=Cellule de fin unless Type d'appel far Type d'appel legs",
    "messaged phone>phone2: cellA=Adresse du relais, cellIdA=Cellule de début, date=Date Heure de début, direction=Type d'appel, imeiA=IMEI, imsiA=IMSI when Type d'appel far Type d'appel legs",
    "uses phone>device: end=Date Heure de début, start=Date Heure de début unless Type d'appel",
    "uses phone2>device: end=Date Heure de début, start=Date Heure de début when Type d'appel",
    "uses phone>sim: end=Date Heure de début, start=Date Heure de début unless Type d'appel",
    "uses phone2>sim: end=Date Heure de début, start=Date Heure de début when Type d'appel",
  ],
  telenet: [
    'device2: imei=IMEI_B',
    'device: imei=IMEI_A',
    'phone2: number=MSISDN_B',
    'phone: number=MSISDN_A',
    'sim2: imsi=IMSI_B',
    'sim: imsi=IMSI_A',
    'called phone>phone2: cellIdA=FIRST_CELL_ID_A, cellIdB=FIRST_CELL_ID_B, date=START_TIME, direction=CALL_TYPE, duration=DURATION, end=END_TIME, imeiA=IMEI_A, imeiB=IMEI_B, imsiA=IMSI_A, imsiB=IMSI_B, lastCellIdA=LAST_CELL_ID_A, lastCellIdB=LAST_CELL_ID_B unless CALL_TYPE far CALL_TYPE legs',
    'messaged phone>phone2: cellIdA=FIRST_CELL_ID_A, cellIdB=FIRST_CELL_ID_B, date=START_TIME, direction=CALL_TYPE, imeiA=IMEI_A, imeiB=IMEI_B, imsiA=IMSI_A, imsiB=IMSI_B when CALL_TYPE far CALL_TYPE legs',
    'uses phone>device: end=START_TIME, start=START_TIME',
    'uses phone>sim: end=START_TIME, start=START_TIME',
    'uses phone2>device2: end=START_TIME, start=START_TIME',
    'uses phone2>sim2: end=START_TIME, start=START_TIME',
  ],
  kpn: [
    'device: imei=IMEI',
    'phone2: number=Tegennummer',
    'phone: number=Doelnummer',
    'sim: imsi=IMSI',
    'called phone>phone2: cellA=Adres mast, cellIdA=LAC-CI, date=Begin, direction=Richting, duration=Duur, end=Einde, imeiA=IMEI, imsiA=IMSI, service=Dienst unless Dienst reverse Richting legs',
    'messaged phone>phone2: cellA=Adres mast, cellIdA=LAC-CI, date=Begin, direction=Richting, imeiA=IMEI, imsiA=IMSI, service=Dienst when Dienst reverse Richting legs',
    'uses phone>device: end=Begin, start=Begin',
    'uses phone>sim: end=Begin, start=Begin',
  ],
  vodafone: [
    'device: imei=Handset IMEI',
    'phone2: number=Called Party',
    'phone: number=Calling Party',
    'sim: imsi=IMSI',
    'called phone>phone2: cellA=First Cell Name, cellIdA=First Cell CGI, date=Call Start Time, direction=Originating/Terminating, duration=Call Duration, imeiA=Handset IMEI, imsiA=IMSI, lastCellA=Last Cell Name, lastCellIdA=Last Cell CGI unless Originating/Terminating far Originating/Terminating legs',
    'messaged phone>phone2: cellA=First Cell Name, cellIdA=First Cell CGI, date=Call Start Time, direction=Originating/Terminating, imeiA=Handset IMEI, imsiA=IMSI when Originating/Terminating far Originating/Terminating legs',
    'uses phone>sim: end=Call Start Time, start=Call Start Time unless Originating/Terminating',
    'uses phone2>sim: end=Call Start Time, start=Call Start Time when Originating/Terminating',
    'uses phone>device: end=Call Start Time, start=Call Start Time unless Originating/Terminating',
    'uses phone2>device: end=Call Start Time, start=Call Start Time when Originating/Terminating',
  ],
  telekom: [
    'device: imei=IMEI',
    'location: code=Zellkennung, coordinates=Breitengrad,Längengrad, name=Funkzelle',
    'phone2: number=B-Rufnummer',
    'phone: number=A-Rufnummer',
    'sim: imsi=IMSI',
    'called phone>phone2: azimuthA=Azimut, cellA=Funkzelle, cellCoordinatesA=Breitengrad,Längengrad, cellIdA=Zellkennung, date=Datum Uhrzeit, duration=Dauer, imeiA=IMEI, imsiA=IMSI, service=Verbindungsart unless Verbindungsart',
    'messaged phone>phone2: azimuthA=Azimut, cellA=Funkzelle, cellCoordinatesA=Breitengrad,Längengrad, cellIdA=Zellkennung, date=Datum Uhrzeit, imeiA=IMEI, imsiA=IMSI, service=Verbindungsart when Verbindungsart',
    'uses phone>device: end=Datum Uhrzeit, start=Datum Uhrzeit',
    'uses phone>sim: end=Datum Uhrzeit, start=Datum Uhrzeit',
    'presentAt phone>location: end=Datum Uhrzeit, start=Datum Uhrzeit',
  ],
  bouygues: [
    'device: imei=IMEI',
    'location: code=Cell-ID, coordinates=Y,X, name=Adresse du relais',
    'phone2: number=Correspondant',
    'phone: number=Abonné',
    'sim: imsi=IMSI',
    'called phone>phone2: azimuthA=Azimut, cellA=Adresse du relais, cellCoordinatesA=Y,X, cellIdA=Cell-ID, date=Date Heure, direction=Sens, duration=Durée, imeiA=IMEI, imsiA=IMSI, service=Type de communication unless Type de communication reverse Sens legs',
    'messaged phone>phone2: azimuthA=Azimut, cellA=Adresse du relais, cellCoordinatesA=Y,X, cellIdA=Cell-ID, date=Date Heure, direction=Sens, imeiA=IMEI, imsiA=IMSI, service=Type de communication when Type de communication reverse Sens legs',
    'uses phone>device: end=Date Heure, start=Date Heure',
    'uses phone>sim: end=Date Heure, start=Date Heure',
    'presentAt phone>location: end=Date Heure, start=Date Heure',
  ],
  etsi: [
    'device: imei=imei',
    'phone2: number=called_number',
    'phone: number=calling_number',
    'sim: imsi=imsi',
    'called phone>phone2: cellIdA=cgi_start, date=start_time, direction=direction, duration=duration_s, end=end_time, forwardedTo=forwarded_number, imeiA=imei, imsiA=imsi, lastCellIdA=cgi_end, roamingNetwork=visited_network far direction legs',
    'uses phone>device: end=start_time, start=start_time unless direction',
    'uses phone2>device: end=start_time, start=start_time when direction',
    'uses phone>sim: end=start_time, start=start_time unless direction',
    'uses phone2>sim: end=start_time, start=start_time when direction',
  ],
  data: [
    'device: imei=IMEI',
    'location: code=Cell ID, name=Cell Name',
    'phone2: number=B Number',
    'phone: number=MSISDN',
    'sim: imsi=IMSI',
    'called phone>phone2: cellA=Cell Name, cellIdA=Cell ID, date=Start time, end=End time, imeiA=IMEI, imsiA=IMSI, other:Volume=Volume, service=Type unless Type far Type legs',
    'messaged phone>phone2: cellA=Cell Name, cellIdA=Cell ID, date=Start time, imeiA=IMEI, imsiA=IMSI, service=Type when Type far Type legs',
    'uses phone>device: end=Start time, start=Start time unless Type',
    'uses phone2>device: end=Start time, start=Start time when Type',
    'uses phone>sim: end=Start time, start=Start time unless Type',
    'uses phone2>sim: end=Start time, start=Start time when Type',
    'presentAt phone>location: end=Start time, start=Start time when B Number',
  ],
  sfr: [
    'device: imei=IMEI',
    'phone2: number=Numéro B',
    'phone: number=Numéro A',
    'called phone>phone2: cellA=Cellule initiale, date=Horodatage, direction=Sens, duration=Durée (s), imeiA=IMEI, lastCellA=Cellule finale, service=Nature unless Nature far Sens legs',
    'messaged phone>phone2: cellA=Cellule initiale, date=Horodatage, direction=Sens, imeiA=IMEI, service=Nature when Nature far Sens legs',
    'uses phone>device: end=Horodatage, start=Horodatage unless Sens',
    'uses phone2>device: end=Horodatage, start=Horodatage when Sens',
  ],
  zoller: [
    'device: imei=IMEI',
    'phone2: number=Partnerrufnummer',
    'phone: number=Anschluss',
    'called phone>phone2: cellA=Standort Funkzelle, cellIdA=Funkzellen-ID, date=Datum Beginn, direction=Richtung, duration=Dauer, imeiA=IMEI, other:Ende=Ende, service=Dienst unless Dienst reverse Richtung legs',
    'messaged phone>phone2: cellA=Standort Funkzelle, cellIdA=Funkzellen-ID, date=Datum Beginn, direction=Richtung, imeiA=IMEI, service=Dienst when Dienst reverse Richtung legs',
    'uses phone>device: end=Datum Beginn, start=Datum Beginn',
  ],
  sample: [
    'device: imei=IMEI',
    'location: code=CELL_ID, coordinates=CELL_LAT,CELL_LON, name=CELL_NAME',
    'phone2: number=B_NUMBER',
    'phone: number=A_NUMBER',
    'sim: imsi=IMSI',
    'called phone>phone2: cellA=CELL_NAME, cellCoordinatesA=CELL_LAT,CELL_LON, cellIdA=CELL_ID, date=START, direction=DIRECTION, duration=DURATION_S, imeiA=IMEI, imsiA=IMSI unless DIRECTION far DIRECTION legs',
    'messaged phone>phone2: cellA=CELL_NAME, cellCoordinatesA=CELL_LAT,CELL_LON, cellIdA=CELL_ID, date=START, direction=DIRECTION, imeiA=IMEI, imsiA=IMSI when DIRECTION far DIRECTION legs',
    'uses phone>device: end=START, start=START unless DIRECTION',
    'uses phone2>device: end=START, start=START when DIRECTION',
    'uses phone>sim: end=START, start=START unless DIRECTION',
    'uses phone2>sim: end=START, start=START when DIRECTION',
    'presentAt phone>location: end=START, start=START unless DIRECTION',
    'presentAt phone2>location: end=START, start=START when DIRECTION',
  ],
  retro: [
    'device: imei=IMEI A',
    'phone2: number=Nummer B',
    'phone: number=Nummer A',
    'sim: imsi=IMSI A',
    'called phone>phone2: cellA=Adres cel A, cellB=Adres cel B, cellIdA=Cel-ID A, cellIdB=Cel-ID B, date=Begin gesprek, end=Einde gesprek, imeiA=IMEI A, imsiA=IMSI A, service=Soort communicatie unless Soort communicatie',
    'messaged phone>phone2: cellA=Adres cel A, cellB=Adres cel B, cellIdA=Cel-ID A, cellIdB=Cel-ID B, date=Begin gesprek, imeiA=IMEI A, imsiA=IMSI A, service=Soort communicatie when Soort communicatie',
    'uses phone>device: end=Begin gesprek, start=Begin gesprek',
    'uses phone>sim: end=Begin gesprek, start=Begin gesprek',
  ],
  minimal: [
    'phone2: number=B nummer',
    'phone: number=A nummer',
    'called phone>phone2: date=Datum Tijd, duration=Duur',
  ],
};

test.each(Object.keys(HEADS))('a table of calls as %s writes it is mapped by itself', (name) => {
  const mapping = proposed(HEADS[name] ?? '', COUNTRIES[name]);
  expect(compileMapping(mapping, catalogue).faults).toEqual([]);
  expect(lines(mapping)).toEqual(EXPECTED[name]);
});

test('the texts of a column of directions are known beyond those that the head shows', () => {
  const [called, messaged] = proposed(HEADS.proximus ?? '').links;
  expect(called?.farWhen?.values).toEqual(expect.arrayContaining(['MTC', 'SMS-MT']));
  expect(messaged?.when?.values).toEqual(called?.unless?.values);
  expect(messaged?.when?.values).toEqual(expect.arrayContaining(['SMS-MO', 'SMS-MT', 'MMS']));
  const orange = proposed(HEADS.orange ?? '').links;
  expect(orange[0]?.farWhen?.values).toEqual(expect.arrayContaining(['Entrant', 'SMS entrant']));
  expect(orange[1]?.when?.values).toEqual(expect.arrayContaining(['SMS sortant', 'SMS entrant']));
});

test('a row from the far end speaks of the far end, one that is turned of both the other way round', () => {
  const { plan } = compileMapping(proposed(HEADS.proximus ?? ''), catalogue);
  const row = (direction: string): unknown => mapRow(plan, ['+32470550101', '+32470550102', '01/02/2026', '14:05:00', '61', direction, '350006857858649', '206012000000001', 'Kaai 1', 'Dok 3']).links.map(({ type, values }) => [type, Object.keys(values).filter((id) => /[AB]$/.test(id)).sort()]);
  expect(row('MOC')).toMatchObject([['called', ['cellA', 'imeiA', 'imsiA', 'lastCellA']], ['uses', []], ['uses', []]]);
  expect(row('MTC')).toMatchObject([['called', ['cellB', 'imeiB', 'imsiB', 'lastCellB']], ['uses', []], ['uses', []]]);
  expect(row('SMS-MT')).toMatchObject([['messaged', ['cellB', 'imeiB', 'imsiB']], ['uses', []], ['uses', []]]);
  const { plan: both } = compileMapping(proposed(HEADS.telenet ?? ''), catalogue);
  const [call] = mapRow(both, ['+32470550101', '+32470550102', '2026-02-01 14:05:00', '', '61', 'MTC', '350006857858649', '', '', '', 'A-1', '', 'B-1', '']).links;
  expect(call?.values).toMatchObject({ cellIdA: [{ v: 'A-1' }], cellIdB: [{ v: 'B-1' }], imeiA: [{ v: '350006857858649' }] });
  expect(call?.leg).toMatchObject({ end: 'to', length: 61 });
});

test('a session without a second number leaves where its phone was', () => {
  const { plan } = compileMapping(proposed(HEADS.data ?? ''), catalogue);
  const row = mapRow(plan, ['+32470550101', '', '2026-02-01T14:05:00', '2026-02-01T14:25:00', 'GPRS', '12000', '350006857858649', '206012000000001', '206-01-1-1', 'Kaai']);
  expect(row.links.map(({ type }) => type).sort()).toEqual(['presentAt', 'uses', 'uses']);
});
