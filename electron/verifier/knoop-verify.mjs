#!/usr/bin/env node
/**
 * Checks without Knoop what Knoop let out. Plain Node 18 or newer, no packages, no network; reads files and writes nothing.
 *
 *   node knoop-verify.mjs FILE --log LOG.json [--key KEY]      is FILE an unchanged release of this log or slip?
 *   node knoop-verify.mjs --log LOG.json [--key KEY]           is the log itself as it was signed?
 *   node knoop-verify.mjs --journal JOURNAL.json [--seal SEALS.json] [--key KEY]
 *                                                              is the journal's chain whole, and as long as it was when it was sealed?
 *   --key KEY   the signing key (base64) or the fingerprint that the service reads out; --lang nl|fr|de|en
 *
 * Ends with 0 when all is as it was, 1 when the file is not (or not in the log), 2 when log, journal or seal were altered or signed with another key,
 * 3 when something could not be read.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const EXIT = { ok: 0, changed: 1, altered: 2, unreadable: 3 };

const TEXTS = {
  nl: { usage: 'Gebruik: node knoop-verify.mjs BESTAND --log LIJST.json [--key SLEUTEL] | --journal LOGBOEK.json [--seal SEALS.json]', unreadable: 'Dit kan niet gelezen worden: {file}', signedBy: 'Ondertekend door {service}, {person}. Vergelijk de vingerafdruk met wat de dienst u zegt:', badSignature: 'De handtekening klopt niet: {file} is gewijzigd nadat het ondertekend werd.', otherKey: 'Ondertekend met een andere sleutel dan verwacht.', same: 'Ongewijzigd: dit bestand is de vrijgave hieronder.', notInLog: 'Niet in deze lijst: het bestand is gewijzigd, of het is geen vrijgave van deze lijst.', logWhole: 'De lijst is ongewijzigd: {count} vrijgaven.', broken: 'De keten breekt bij #{seq}: het logboek is gewijzigd.', chainWhole: 'De keten is heel: {count} regels, laatste hash {head}.', wrongHead: 'De keten eindigt anders dan ondertekend werd.', sealFits: 'Het logboek klopt met het zegel van {at} (regel {count}).', sealShorter: 'Het logboek is korter dan toen het verzegeld werd ({count} regels): er ontbreekt een stuk.', sealDifferent: 'Regel {count} is anders dan toen het verzegeld werd: het logboek is herschreven.', noSeal: 'Er is geen zegel van deze zaak.' },
  fr: { usage: 'Usage : node knoop-verify.mjs FICHIER --log JOURNAL.json [--key CLÉ] | --journal JOURNAL.json [--seal SEALS.json]', unreadable: 'Illisible : {file}', signedBy: 'Signé par {service}, {person}. Comparez l’empreinte avec ce que le service vous dit :', badSignature: 'La signature ne correspond pas : {file} a été modifié après sa signature.', otherKey: 'Signé avec une autre clé que prévu.', same: 'Inchangé : ce fichier est la communication ci-dessous.', notInLog: 'Absent de ce registre : le fichier a été modifié, ou n’est pas une communication de ce registre.', logWhole: 'Le registre est inchangé : {count} communications.', broken: 'La chaîne se rompt à #{seq} : le journal a été modifié.', chainWhole: 'La chaîne est entière : {count} lignes, dernière empreinte {head}.', wrongHead: 'La chaîne finit autrement que ce qui a été signé.', sealFits: 'Le journal correspond au sceau du {at} (ligne {count}).', sealShorter: 'Le journal est plus court qu’au moment du sceau ({count} lignes) : il en manque une partie.', sealDifferent: 'La ligne {count} diffère de celle du sceau : le journal a été réécrit.', noSeal: 'Il n’y a pas de sceau de ce dossier.' },
  de: { usage: 'Aufruf: node knoop-verify.mjs DATEI --log LISTE.json [--key SCHLÜSSEL] | --journal PROTOKOLL.json [--seal SEALS.json]', unreadable: 'Nicht lesbar: {file}', signedBy: 'Unterzeichnet von {service}, {person}. Vergleichen Sie den Fingerabdruck mit dem, was die Dienststelle Ihnen nennt:', badSignature: 'Die Unterschrift stimmt nicht: {file} wurde nach dem Unterzeichnen geändert.', otherKey: 'Mit einem anderen Schlüssel unterzeichnet als erwartet.', same: 'Unverändert: diese Datei ist die folgende Weitergabe.', notInLog: 'Nicht in dieser Liste: die Datei wurde geändert oder ist keine Weitergabe dieser Liste.', logWhole: 'Die Liste ist unverändert: {count} Weitergaben.', broken: 'Die Kette bricht bei #{seq}: das Protokoll wurde geändert.', chainWhole: 'Die Kette ist ganz: {count} Zeilen, letzter Hash {head}.', wrongHead: 'Die Kette endet anders, als unterzeichnet wurde.', sealFits: 'Das Protokoll stimmt mit dem Siegel vom {at} überein (Zeile {count}).', sealShorter: 'Das Protokoll ist kürzer als beim Versiegeln ({count} Zeilen): ein Stück fehlt.', sealDifferent: 'Zeile {count} ist anders als beim Versiegeln: das Protokoll wurde neu geschrieben.', noSeal: 'Es gibt kein Siegel dieses Falls.' },
  en: { usage: 'Usage: node knoop-verify.mjs FILE --log LOG.json [--key KEY] | --journal JOURNAL.json [--seal SEALS.json]', unreadable: 'This cannot be read: {file}', signedBy: 'Signed by {service}, {person}. Compare the fingerprint with what the service tells you:', badSignature: 'The signature does not fit: {file} was changed after it was signed.', otherKey: 'Signed with another key than expected.', same: 'Unchanged: this file is the release below.', notInLog: 'Not in this log: the file was changed, or it is no release of this log.', logWhole: 'The log is unchanged: {count} releases.', broken: 'The chain breaks at #{seq}: the journal was changed.', chainWhole: 'The chain is whole: {count} entries, last hash {head}.', wrongHead: 'The chain ends otherwise than was signed.', sealFits: 'The journal fits the seal of {at} (entry {count}).', sealShorter: 'The journal is shorter than when it was sealed ({count} entries): a part is missing.', sealDifferent: 'Entry {count} is not what it was when it was sealed: the journal was written anew.', noSeal: 'There is no seal of this case.' },
};

/** One text for one value (RFC 8785): keys in order, no blanks. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  return JSON.stringify(value);
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a signing key in hex: what its owner reads out over the telephone. */
export const fingerprint = (signingKey) => sha256(Buffer.from(signingKey, 'base64'));

/** Whether the holder of `signingKey` (base64 of 32 bytes, Ed25519) signed this object, less its member "signature". */
export function isSigned(object, signingKey, signature) {
  const raw = Buffer.from(String(signingKey), 'base64');
  const given = Buffer.from(String(signature), 'base64');
  if (raw.length !== 32 || given.length !== 64) return false;
  const { signature: _signature, ...body } = object;
  try {
    return verify(null, Buffer.from(canonical(body), 'utf8'), createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]), format: 'der', type: 'spki' }), given);
  } catch {
    return false;
  }
}

/** Whether `expected` names this key: its base64, its fingerprint, or the first and last groups of that ("3f2a 9c41 77b0 1d2e … 0b6e 55aa 1c9d e0f4"). */
export function isKey(signingKey, expected) {
  if (expected === undefined || expected === signingKey) return true;
  const full = fingerprint(signingKey);
  const groups = expected.toLowerCase().split(/…|\.\.\./).map((part) => part.replace(/[^0-9a-f]/g, ''));
  if (groups.some((part) => part.length < 16)) return false;
  return groups.length === 2 ? full.startsWith(groups[0]) && full.endsWith(groups[1]) : groups.length === 1 && full === groups[0];
}

/** Looks at a signed log or slip. Answers "ok", "badSignature" or "otherKey". */
export function checkLog(log, key) {
  if (log?.format !== 'knoop-releases' || !isSigned(log, log.issuer?.signingKey, log.signature)) return 'badSignature';
  return isKey(log.issuer.signingKey, key) ? 'ok' : 'otherKey';
}

/** The release that these bytes are, by their SHA-256 (hex) and length; undefined when they are none of the log. */
export const releaseOf = (log, hash, bytes) => log.releases.find((release) => release.sha256 === hash && (release.bytes === 0 || release.bytes === bytes));

/** Number of the first entry of a chain that does not fit; null when all do. */
export function brokenAt(rows) {
  let previous = '0'.repeat(64);
  for (const [index, row] of rows.entries()) {
    const { seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash } = row;
    const text = canonical({ seq, at, actor, workstation, app_version, kind, command, label, refers, patch_hash });
    const hash = createHash('sha256').update(Buffer.of(0)).update(Buffer.from(previous, 'hex')).update(text, 'utf8').digest('hex');
    if (seq !== index + 1 || row.previous !== previous || row.hash !== hash) return seq ?? index + 1;
    previous = hash;
  }
  return null;
}

/** How a chain stands to a seal: "fits", "shorter", "different" or "badSignature". */
export function checkSeal(rows, caseId, seal) {
  const { entries, head, at } = seal;
  if (!isSigned({ format: 'knoop-seal', version: 1, case: caseId, entries, head, at }, seal.signingKey, seal.signature)) return 'badSignature';
  if (entries === 0) return 'fits';
  if (rows.length < entries) return 'shorter';
  return rows[entries - 1].hash === head ? 'fits' : 'different';
}

/** Looks at a saved journal, and at the seal of its case where one is given. Answers lines of [text id, values] and the exit code. */
export function checkJournal(journal, seals, key) {
  if (journal?.format !== 'knoop-journal' || !Array.isArray(journal.rows) || !isSigned(journal, journal.issuer?.signingKey, journal.signature)) return { code: EXIT.altered, lines: [['badSignature', {}]] };
  if (!isKey(journal.issuer.signingKey, key)) return { code: EXIT.altered, lines: [['otherKey', {}]] };
  const { rows } = journal;
  const seq = brokenAt(rows);
  if (seq !== null) return { code: EXIT.altered, lines: [['broken', { seq }]] };
  const head = rows.at(-1)?.hash ?? '0'.repeat(64);
  if (journal.head.hash !== head || journal.head.seq !== rows.length) return { code: EXIT.altered, lines: [['wrongHead', {}]] };
  const lines = [['chainWhole', { count: rows.length, head }]];
  if (seals === undefined) return { code: EXIT.ok, lines };
  const seal = seals.seals?.find((each) => each.case === journal.case.id);
  if (seal === undefined) return { code: EXIT.altered, lines: [...lines, ['noSeal', {}]] };
  const state = checkSeal(rows, seal.case, seal);
  const text = { fits: 'sealFits', shorter: 'sealShorter', different: 'sealDifferent', badSignature: 'badSignature' }[state];
  return { code: state === 'fits' ? EXIT.ok : EXIT.altered, lines: [...lines, [text, { at: seal.at, count: seal.entries, file: 'seal' }]] };
}

function options(words) {
  const given = { files: [] };
  for (let at = 0; at < words.length; at += 1) {
    const name = /^--(log|journal|seal|key|lang)$/.exec(words[at])?.[1];
    if (name === undefined) given.files.push(words[at]);
    else given[name] = words[(at += 1)];
  }
  return given;
}

function hashFile(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    let bytes = 0;
    createReadStream(file).on('data', (part) => { hash.update(part); bytes += part.length; }).on('error', reject).on('end', () => resolve({ hash: hash.digest('hex'), bytes }));
  });
}

const grouped = (hex) => hex.match(/.{4}/g).join(' ');

async function run(words) {
  const given = options(words);
  const texts = TEXTS[given.lang] ?? TEXTS[(process.env.LANG ?? '').slice(0, 2)] ?? TEXTS.en;
  const say = (id, values = {}) => process.stdout.write(`${texts[id].replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? '')}\n`);
  const json = (file) => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      say('unreadable', { file });
      return null;
    }
  };
  const signer = (issuer) => {
    say('signedBy', issuer);
    process.stdout.write(`  ${grouped(fingerprint(issuer.signingKey))}\n`);
  };
  if (given.journal !== undefined) {
    const journal = json(given.journal);
    const seals = given.seal === undefined ? undefined : json(given.seal);
    if (journal === null || seals === null) return EXIT.unreadable;
    const { code, lines } = checkJournal(journal, seals, given.key);
    for (const [id, values] of lines) say(id, { file: given.journal, ...values });
    if (code === EXIT.ok) signer(journal.issuer);
    return code;
  }
  if (given.log === undefined || given.files.length > 1) {
    say('usage');
    return EXIT.unreadable;
  }
  const log = json(given.log);
  if (log === null) return EXIT.unreadable;
  const state = checkLog(log, given.key);
  if (state !== 'ok') {
    say(state, { file: given.log });
    return EXIT.altered;
  }
  signer(log.issuer);
  const [file] = given.files;
  if (file === undefined) {
    say('logWhole', { count: log.releases.length });
    return EXIT.ok;
  }
  const read = await hashFile(file).catch(() => null);
  if (read === null) {
    say('unreadable', { file });
    return EXIT.unreadable;
  }
  const release = releaseOf(log, read.hash, read.bytes);
  say(release === undefined ? 'notInLog' : 'same');
  process.stdout.write(`  SHA-256 ${read.hash}\n`);
  if (release === undefined) return EXIT.changed;
  for (const member of ['id', 'at', 'by', 'recipient', 'title', 'format', 'marking', 'copyNumber', 'expires']) if (release[member]) process.stdout.write(`  ${member}: ${release[member]}\n`);
  return EXIT.ok;
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) process.exitCode = await run(process.argv.slice(2));
