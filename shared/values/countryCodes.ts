/** ISO 3166-1 codes of two and three letters, paired; three-letter codes stand in travel documents. */
const PAIRS =
  'AF AFG AX ALA AL ALB DZ DZA AS ASM AD AND AO AGO AI AIA AQ ATA AG ATG AR ARG AM ARM AW ABW AU AUS AT AUT AZ AZE BS BHS BH BHR BD BGD BB BRB BY BLR BE BEL BZ BLZ BJ BEN BM BMU BT BTN BO BOL BQ BES BA BIH BW BWA BV BVT BR BRA IO IOT BN BRN BG BGR BF BFA BI BDI CV CPV KH KHM CM CMR CA CAN KY CYM CF CAF TD TCD CL CHL CN CHN CX CXR CC CCK CO COL KM COM CG COG CD COD CK COK CR CRI CI CIV HR HRV CU CUB CW CUW CY CYP CZ CZE DK DNK DJ DJI DM DMA DO DOM EC ECU EG EGY SV SLV GQ GNQ ER ERI EE EST SZ SWZ ET ETH FK FLK FO FRO FJ FJI FI FIN FR FRA GF GUF PF PYF TF ATF GA GAB GM GMB GE GEO DE DEU GH GHA GI GIB GR GRC GL GRL GD GRD GP GLP GU GUM GT GTM GG GGY GN GIN GW GNB GY GUY HT HTI HM HMD VA VAT HN HND HK HKG HU HUN IS ISL IN IND ID IDN IR IRN IQ IRQ IE IRL IM IMN IL ISR IT ITA JM JAM JP JPN JE JEY JO JOR KZ KAZ KE KEN KI KIR KP PRK KR KOR KW KWT KG KGZ LA LAO LV LVA LB LBN LS LSO LR LBR LY LBY LI LIE LT LTU LU LUX MO MAC MG MDG MW MWI MY MYS MV MDV ML MLI MT MLT MH MHL MQ MTQ MR MRT MU MUS YT MYT MX MEX FM FSM MD MDA MC MCO MN MNG ME MNE MS MSR MA MAR MZ MOZ MM MMR NA NAM NR NRU NP NPL NL NLD NC NCL NZ NZL NI NIC NE NER NG NGA NU NIU NF NFK MK MKD MP MNP NO NOR OM OMN PK PAK PW PLW PS PSE PA PAN PG PNG PY PRY PE PER PH PHL PN PCN PL POL PT PRT PR PRI QA QAT RE REU RO ROU RU RUS RW RWA BL BLM SH SHN KN KNA LC LCA MF MAF PM SPM VC VCT WS WSM SM SMR ST STP SA SAU SN SEN RS SRB SC SYC SL SLE SG SGP SX SXM SK SVK SI SVN SB SLB SO SOM ZA ZAF GS SGS SS SSD ES ESP LK LKA SD SDN SR SUR SJ SJM SE SWE CH CHE SY SYR TW TWN TJ TJK TZ TZA TH THA TL TLS TG TGO TK TKL TO TON TT TTO TN TUN TR TUR TM TKM TC TCA TV TUV UG UGA UA UKR AE ARE GB GBR US USA UM UMI UY URY UZ UZB VU VUT VE VEN VN VNM VG VGB VI VIR WF WLF EH ESH YE YEM ZM ZMB ZW ZWE XK XKX';

/** What suppliers write besides the names that Intl knows: nationalities and older names, without accents and blanks. */
const OTHER: Readonly<Record<string, string>> = {
  BE: 'belg belgische belgisch belge belgier belgian', NL: 'holland nederlander nederlandse nederlands neerlandais neerlandaise hollandais niederlandisch niederlander dutch thenetherlands',
  FR: 'fransman franse frans francais francaise franzose franzosisch french', DE: 'duitser duitse duits allemand allemande deutscher deutsche deutsch german brd',
  GB: 'uk greatbritain engeland angleterre england brit brits britse britannique britisch british grootbrittannie grandebretagne grossbritannien', LU: 'luxemburger luxemburgse luxembourgeois luxembourgeoise luxembourger',
  MA: 'marokkaan marokkaanse marokkaans marocain marocaine marokkaner marokkanisch moroccan', TR: 'turk turkse turks turc turque turke turkisch turkish turkey', AL: 'albanees albanese albanais albanaise albaner albanisch albanian',
  ES: 'spanjaard spaanse spaans espagnol espagnole spanier spanisch spanish', IT: 'italiaan italiaanse italiaans italien italienne italiener italienisch italian', PT: 'portugees portugese portugais portugaise portugiese portugiesisch portuguese',
  PL: 'pool poolse pools polonais polonaise pole polnisch polish', RO: 'roemeen roemeense roemeens roumain roumaine rumane rumanisch romanian', BG: 'bulgaar bulgaarse bulgare bulgarisch bulgarian', RU: 'rus russische russisch russe russian',
  CO: 'colombiaan colombiaanse colombien colombienne kolumbianer kolumbianisch colombian', EC: 'ecuadoraan ecuadoriaanse equatorien equatorienne ecuadorianer ecuadorian', BR: 'braziliaan braziliaanse bresilien bresilienne brasilianer brasilianisch brazilian',
  SR: 'surinamer surinaamse surinamais surinamaise surinamese', DZ: 'algerijn algerijnse algerien algerienne algerier algerian', TN: 'tunesier tunesische tunisien tunisienne tunisian', SY: 'syrier syrische syrien syrienne syrian',
  US: 'vs amerikaan amerikaanse americain americaine amerikaner amerikanisch american', CN: 'chinees chinese chinois chinoise', DO: 'dominicaan dominicaanse dominicain dominicaine dominican', CI: 'ivorycoast', CZ: 'czechrepublic tsjechie republiquetcheque tschechischerepublik', CD: 'congokinshasa rdcongo drcongo',
};

/** Letters of a name without accents, blanks and marks, lower case. */
export function foldedName(text: string): string {
  return text.normalize('NFD').replace(/[^\p{L}]+/gu, '').toLowerCase();
}

const WORDS = PAIRS.split(' ');
const CODES = WORDS.filter((word) => word.length === 2);

function allNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of ['nl', 'fr', 'de', 'en']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code);
      if (name !== undefined) names.set(foldedName(name), code);
    }
  }
  for (const [code, others] of Object.entries(OTHER)) for (const other of others.split(' ')) names.set(other, code);
  WORDS.forEach((word, at) => names.set(word.toLowerCase(), CODES[at >> 1] ?? word));
  names.set('el', 'GR');
  return names;
}

const NAMES = allNames();

/** The two-letter code that a code, a country's name or a nationality in one of the four languages means; null when unknown. */
export function countryCode(text: string): string | null {
  return NAMES.get(foldedName(text)) ?? null;
}
