import facts from './facts.mjs';
import { enterpriseNumber } from './checkDigits.mjs';

const belgian = (serial) => enterpriseNumber(`0${9871200 + serial * 37}`.slice(0, 8));

/** Consignees and hauliers of the port; `vat` is the enterprise number without punctuation. The first is the forwarder of the story. */
export const BELGIAN_COMPANIES = [
  { key: 'forwarder', name: 'Zilverplaat Logistics BV', forms: ['ZILVERPLAAT LOGISTICS BV', 'Zilverplaat Logistic', 'Zilver-Plaat Logistics BVBA'], trade: 'expeditie' },
  { key: 'consultancy', name: 'Noordkreek Consult BV', forms: ['NOORDKREEK CONSULT', 'Noordkreek Consulting BV'], trade: 'advies' },
  { key: 'telshop', name: 'Telshop Kadeplein BV', forms: ['TELSHOP KADEPLEIN', 'Telshop Kadeplein'], trade: 'winkel' },
  { key: 'snack', name: 'Snack Kadeplein Comm.V', forms: ['SNACK KADEPLEIN'], trade: 'horeca' },
  { key: 'haulier', name: 'Transport Hoornickx & Zn NV', forms: ['Tpt Hoornickx', 'TRANSPORT HOORNICKX EN ZONEN'], trade: 'vervoer' },
  { key: 'fruitA', name: 'Polderfruit Invoer NV', forms: ['POLDERFRUIT INVOER'], trade: 'fruit' },
  { key: 'fruitB', name: 'Van Lierdeman Vers BV', forms: ['VAN LIERDEMAN VERS'], trade: 'fruit' },
  { key: 'coffee', name: 'Koffiebranderij De Bries BV', forms: ['Koffiebranderij De Bries'], trade: 'koffie' },
  { key: 'timber', name: 'Scheldoord Houtimport NV', forms: ['SCHELDOORD HOUTIMPORT', 'Houtimport Scheldoord'], trade: 'hout' },
  { key: 'tiles', name: 'Tegelhuis Kallebeke BV', forms: ['TEGELHUIS KALLEBEKE'], trade: 'tegels' },
  { key: 'parts', name: 'Autodelen Westerkreek BV', forms: ['Autodelen Westerkreek'], trade: 'onderdelen' },
  { key: 'textile', name: 'Textiles Bastinelle SRL', forms: ['TEXTILES BASTINELLE'], trade: 'textiel' },
  { key: 'fish', name: 'Noorderdok Diepvries NV', forms: ['NOORDERDOK DIEPVRIES'], trade: 'vis' },
  { key: 'paper', name: 'Papierhandel Stuyvaertens NV', forms: ['Papierhandel Stuyvaertens'], trade: 'papier' },
  { key: 'haulierB', name: 'Kreekland Trucking BV', forms: ['KREEKLAND TRUCKING'], trade: 'vervoer' },
  { key: 'haulierC', name: 'Roosemontier Trans BV', forms: ['ROOSEMONTIER TRANS'], trade: 'vervoer' },
  { key: 'accountant', name: 'Fiduciaire Wauthierson SRL', forms: ['FIDUCIAIRE WAUTHIERSON'], trade: 'boekhouding' },
  { key: 'garage', name: 'Garage Sluisweg BV', forms: ['GARAGE SLUISWEG'], trade: 'garage' },
  { key: 'landlord', name: 'Immo Loodsdreef BV', forms: ['IMMO LOODSDREEF'], trade: 'vastgoed' },
].map((company, index) => ({ ...company, vat: belgian(index + 1), country: 'BE' }));

const FOREIGN_COMPANIES = [
  { key: 'shipper', name: 'Frutas Cerro Plata S.A.', forms: ['FRUTAS CERRO PLATA SA', 'Frutas Cerroplata'], country: 'ES', trade: 'fruit' },
  { key: 'shipperB', name: 'Bananera Río Zaruma S.A.', forms: ['BANANERA RIO ZARUMA'], country: 'ES', trade: 'fruit' },
  { key: 'shipperC', name: 'Café Alto Quindal S.A.S.', forms: ['CAFE ALTO QUINDAL'], country: 'ES', trade: 'koffie' },
  { key: 'shipperD', name: 'Anadol Seramik İhracat A.Ş.', forms: ['ANADOL SERAMIK IHRACAT'], country: 'TR', trade: 'tegels' },
  { key: 'shipperE', name: 'Maghreb Pêche Nadoria SARL', forms: ['MAGHREB PECHE NADORIA'], country: 'MA', trade: 'vis' },
  { key: 'shipperF', name: 'Nordskog Tre AS', forms: ['NORDSKOG TRE'], country: 'NO', trade: 'hout' },
  { key: 'shipperG', name: 'Bosfor Tekstil Ltd. Şti.', forms: ['BOSFOR TEKSTIL'], country: 'TR', trade: 'textiel' },
  { key: 'shipperH', name: 'Port Meridian Parts FZE', forms: ['PORT MERIDIAN PARTS'], country: 'AE', trade: 'onderdelen' },
  { key: 'shipperI', name: 'Celuloza Atlántica S.L.', forms: ['CELULOZA ATLANTICA'], country: 'ES', trade: 'papier' },
  { key: 'dubai', name: 'Blue Dhow Harbour Trading LLC', forms: ['BLUE DHOW HARBOUR TRDG LLC'], country: 'AE', trade: 'handel' },
  { key: 'builder', name: 'Ndërtimi Bregu i Artë Sh.p.k.', forms: ['NDERTIMI BREGU I ARTE SHPK'], country: 'AL', trade: 'bouw' },
];

export const COMPANIES = [...BELGIAN_COMPANIES, ...FOREIGN_COMPANIES];
/** The company with this key. */
export const company = (key) => COMPANIES.find((one) => one.key === key);

/** Accounts that the story names; others are made when the bank file is written. */
export const COMPANY_ACCOUNTS = {
  forwarder: facts.accounts.forwarder,
  consultancy: facts.accounts.consultancy,
  telshop: facts.accounts.telshop,
  dubai: facts.accounts.dubai,
  builder: facts.accounts.albania,
  shipper: facts.accounts.shipper,
};
