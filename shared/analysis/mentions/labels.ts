/** Words that may stand between a label and its number. */
const BETWEEN = 'nummers?|numbers?|numéros?|numeros?|nrs?|no|nos|n°|nº|num|is|was|waren|op|het|de|den|der|die|le|la|les|est|sont|the|ist|war|van|von|of|met|avec|mit|at|on|au|sur|auf|du|des|bei|unter|onder|sous|under|to|naar|aan|vers|nach|zijn|haar|son|sa|seine|ihre|his|her|hun|leur|code|id|a|b';
/** Numbers that were listed before, under the same label. */
const LISTED = '(?:\\p{N}[\\p{N} .\\-/]{4,40}?(?: ?[,;/] ?|\\s(?:en|et|und|and|of|ou|oder|or)\\s)\\s*){0,8}';

/**
 * Words that say what the number behind them is, in the languages of the case files: what a reader goes by where the number itself could be anything. The
 * label may go on in the same word ("rekeningnummer").
 */
const behind = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\p{L}*(?:[^\\p{L}\\p{N}]{1,4}(?:${BETWEEN})(?![\\p{L}]))*[^\\p{L}\\p{N}]{0,4}${LISTED}$`, 'iu');

export const PHONE = behind('tel|tél|gsm|mobiel|mobil|mobile|handy|telefoon|telephone|téléphone|telefon|rufnummer|phone|nummer|numéro|number|appel|belde|bellen|opgebeld|gebeld|whatsapp|signal|portable|fax|anruf|called|call|msisdn|sms');
/** What is counted, ordered or filed: a number behind these is no telephone. */
export const NO_PHONE = /(?:\b(?:bestel|order|factuur|invoice|facture|rechnung|commande|auftrag|dossier|zaak|referentie|référence|reference|ref|pv|proces-verbaal|notitie|ticket|klant|kunden|client|customer|artikel|polis|police|contract|aktenzeichen|az|zegel|seal|scellé|plombe|booking|cmr|b\/l|awb|imei|imsi|iccid|mmsi|imo|kbo|bce|btw|tva|ondernemings|entreprise|ust|vat|rijksregister|rrn|insz|niss|nationaal|registre|bsn|rekening|konto|iban|serie|serial|chassis)[\p{L}]*[-\s]*(?:nummer|number|numéro|nr|no|n°|id|nat(?:ional)?)?[\s.:#°]*)$/iu;
export const ACCOUNT = behind('rekening|compte|konto|account|bankrek');
export const CARD = behind('identiteitskaart|carte d[’\']identité|personalausweis|identity card|id[- ]?card|id[- ]?kaart|eid');
export const PASSPORT = behind('paspoort|passeport|passport|reisepass');
export const NATIONAL = behind('rijksregister|rrn?|insz|niss|nationaal|registre national|national|nn|bis');
export const BSN = behind('bsn|burgerservice|sofi');
export const NIR = behind('nir|sécurité sociale|insee');
export const ENTERPRISE = behind('kbo|bce|zdu|btw|tva|vat|ust|ust-?id|mwst|ondernemings|entreprise|unternehmens|enterprise|rpr|rpm|company');
export const IMEI = behind('imei(?:sv)?');
export const IMSI = behind('imsi');
export const VIN = behind('chassis|châssis|vin|fin|fahrgestell|fahrzeugident');
export const IMO = behind('imo');
export const MMSI = behind('mmsi');
/** A sentence about a vehicle: what looks like a plate probably is one. Words that mean something else in another of the languages ("van", "car") need an article. */
export const VEHICLE = /(?<!\p{L})(?:nummerpla|plaat|platen|kenteken|ingeschreven|voertuig|wagen|bestelwagen|vrachtwagen|auto|trekker|oplegger|motorfiets|motorrijder|bromfiets|personenwagen|taxi|busje|plaque|immatricul|véhicule|voiture|camion|remorque|kennzeichen|fahrzeug|pkw|lkw|anhänger|transporter|zugelassen|plate|registration|registered|vehicle|truck|lorry|trailer|vrm|(?:a|an|the|his|her|this|that|rental|hired?|white|grey|black|blue|red|silver) (?:car|van)s?(?!\p{L}))|(?:wagen|voertuig|fahrzeug)(?!\p{L})/iu;
/** A sentence about accounts on line: what begins with @ is a user there. */
export const ONLINE = /(?<!\p{L})(?:telegram|snapchat|snap|instagram|insta|tiktok|facebook|messenger|twitter|wickr|threema|signal|discord|reddit|linkedin|username|gebruikersnaam|gebruiker|account|profiel|pseudo|utilisateur|compte|benutzername|benutzer|profil|handle|nickname|chat)/iu;
