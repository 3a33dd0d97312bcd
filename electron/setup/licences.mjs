/**
 * Checks the licences of the npm packages, and lists those that are shipped.
 *
 * Shipped is what the build put into a bundle (out/packages/*.json) and what package.json calls a dependency. Its licence must
 * allow distribution inside a work under the EUPL-1.2. Packages that only build or test may also have a licence that is
 * fine as long as nothing of it is distributed.
 *
 *   node electron/setup/licences.mjs
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { out, root } from './places.mjs';
import { entry, SetupFailure } from './report.mjs';

/** Licences of what is shipped: permissive ones, and those whose conditions stay with their own files. */
export const shippable = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'EUPL-1.2', 'ISC', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'Unlicense', 'Zlib'];

/** Licences of what only builds and tests, beyond the shippable ones. */
export const usable = ['CC-BY-3.0', 'CC-BY-4.0', 'LGPL-3.0-or-later', 'Python-2.0', 'WTFPL'];

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression
 * @property {string | null} licenceFile
 * @property {boolean} shipped
 */

/**
 * Whether an SPDX expression can be satisfied with the allowed licences. `OR` needs one side, `AND` all; AND binds tighter.
 * @param {string} expression
 * @param {readonly string[]} allowed
 */
export function satisfies(expression, allowed) {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const either = () => {
    let result = both();
    while (tokens[at] === 'OR') {
      at += 1;
      result = both() || result;
    }
    return result;
  };
  const both = () => {
    let result = single();
    while (tokens[at] === 'AND') {
      at += 1;
      result = single() && result;
    }
    return result;
  };
  const single = () => {
    const token = tokens[at];
    at += 1;
    if (token === '(') {
      const inner = either();
      at += 1;
      return inner;
    }
    return token !== undefined && allowed.includes(token);
  };
  return either() && at === tokens.length;
}

/**
 * The packages whose licence does not fit their use.
 * @param {Package[]} packages
 */
export function unfit(packages) {
  return packages.filter(({ licence, shipped }) => !satisfies(licence, shipped ? shippable : [...shippable, ...usable]));
}

/** Every installed package with its licence. Shipped ones are known after a build. @returns {Promise<Package[]>} */
export async function packages() {
  const shipped = shippedNames();
  const found = await inspect();
  return Object.entries(found).map(([key, facts]) => {
    const at = key.lastIndexOf('@');
    const name = key.slice(0, at);
    const stated = Array.isArray(facts.licenses) ? facts.licenses.join(' OR ') : String(facts.licenses);
    return {
      name,
      version: key.slice(at + 1),
      // A star means that the licence was recognised by its text, because package.json names none.
      licence: stated.replace(/\*$/, ''),
      licenceFile: facts.licenseFile && /licen[cs]e|copying|notice/i.test(facts.licenseFile) ? facts.licenseFile : null,
      shipped: shipped.has(name),
    };
  });
}

/** Writes names, versions and licence texts of the shipped packages. @param {string} file */
export async function writeLicences(file) {
  const shipped = (await packages()).filter((item) => item.shipped).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const parts = shipped.map(({ name, version, licence, licenceFile }) => {
    const text = licenceFile ? readFileSync(licenceFile, 'utf8').trim() : `Licence: ${licence}`;
    return `${name} ${version} (${licence})\n\n${text}\n`;
  });
  writeFileSync(file, `Knoop contains the following packages of others.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`);
}

function shippedNames() {
  const folder = join(out, 'packages');
  if (!existsSync(folder)) {
    throw new SetupFailure('Which packages are shipped is known only after a build.', 'Run: npm run build');
  }
  const bundled = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const declared = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies ?? {};
  // An alias such as "npm:other@1.0.0" is installed under its own name, so that is the one in the list.
  const real = Object.entries(declared).map(([name, range]) => /^npm:(.+)@/.exec(range)?.[1] ?? name);
  return new Set([...bundled, ...real]);
}

async function inspect() {
  // Loaded late: when this module is first read, npm packages may not be there yet.
  const { init } = await import('license-checker-rseidelsohn');
  return new Promise((settle, refuse) => {
    init({ start: root, excludePackagesStartingWith: 'knoop@' }, (error, found) => (error ? refuse(error) : settle(found)));
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await entry(async () => {
    const all = await packages();
    const wrong = unfit(all);
    for (const { name, version, licence, shipped } of wrong) {
      process.stdout.write(`${name} ${version}: ${licence} is not allowed for a package that ${shipped ? 'is shipped' : 'builds or tests'}\n`);
    }
    process.stdout.write(`${all.length} packages, ${all.filter((item) => item.shipped).length} of them shipped, ${wrong.length} with a licence that does not fit\n`);
    return wrong.length === 0 ? 0 : 1;
  });
}
