import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corresponds, essence } from '../../../electron/setup/dependencies.mjs';
import { needsVirtualScreen } from '../../../electron/setup/display.mjs';
import { cacheFolder } from '../../../electron/setup/places.mjs';
import { isTooOld } from '../../../electron/setup/prepare.mjs';
import { sentence, SetupFailure } from '../../../electron/setup/report.mjs';
import { electronEnvironment, record, recorded } from '../../../electron/setup/runtime.mjs';
import { compiledFile, headersFolder } from '../../../electron/setup/sqlite.mjs';
import { hasSubstitute, integrityOf, place } from '../../../electron/setup/substitute.mjs';
import { knownPackage, provide } from '../../../electron/setup/system.mjs';

describe('the oldest Node', () => {
  it.each([
    ['18.20.4', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.2.0', false],
    ['24.21.0', false],
  ])('%s is too old: %s', (version, tooOld) => expect(isTooOld(version)).toBe(tooOld));
});

describe('the lockfile and what is installed', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' },
      'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-w', optional: true },
    },
  };
  const a = { version: '1.2.3', integrity: 'sha512-a' };

  it('correspond, with or without packages for other systems', () => {
    expect(corresponds(lock, { packages: { 'node_modules/a': a } })).toBe(true);
    expect(corresponds(lock, { packages: { 'node_modules/a': a, 'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-w' } } })).toBe(true);
  });

  it.each([
    ['nothing is installed', {}],
    ['a package is missing', { packages: {} }],
    ['a version differs', { packages: { 'node_modules/a': { ...a, version: '1.2.4' } } }],
    ['the content differs', { packages: { 'node_modules/a': { ...a, integrity: 'sha512-b' } } }],
    ['one too many is there', { packages: { 'node_modules/a': a, 'node_modules/b': a } }],
  ])('do not correspond when %s', (_case, installed) => expect(corresponds(lock, installed)).toBe(false));
});

describe("npm's complaint", () => {
  it('is cut down to its sentence', () => {
    expect(essence('npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error FetchError: request to http://registry/react failed\nnpm error     at x')).toBe(
      'FetchError: request to http://registry/react failed',
    );
    expect(essence('')).toBe('npm did not say why.');
  });
});

describe('places', () => {
  it('follow the system and can be named', () => {
    expect(cacheFolder({}, 'linux', '/home/an')).toBe('/home/an/.cache/knoop');
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' }, 'linux', '/home/an')).toBe('/cache/knoop');
    expect(cacheFolder({}, 'darwin', '/Users/an')).toBe('/Users/an/Library/Caches/knoop');
    expect(cacheFolder({ KNOOP_CACHE: '/big' }, 'linux', '/home/an')).toBe('/big');
    expect(compiledFile('13.0.3', 'linux', 'x64', '/c')).toBe('/c/sqlite-13.0.3-linux-x64-napi9/better_sqlite3.node');
  });

  it("find Node's headers beside Node first, then in the system's folders", () => {
    const at = (folder) => (path) => path === `${folder}/include/node/node_api.h`;
    expect(headersFolder('/opt/node/bin/node', at('/opt/node'))).toBe('/opt/node');
    expect(headersFolder('/opt/node/bin/node', at('/usr'))).toBe('/usr');
    expect(headersFolder('/opt/node/bin/node', () => false)).toBeNull();
  });
});

describe('the recorded runtime', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'knoop-setup-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('comes back as written, and not at all once one of its files has gone', () => {
    const file = join(folder, 'some', 'runtime.json');
    const electronPath = join(folder, 'electron');
    writeFileSync(electronPath, '');
    const runtime = { inputs: 'x', electronPath, electronVersion: '45.4.1', electronIsSubstitute: false, sqliteBinding: null, nodeSqliteBinding: null };
    expect(recorded(file)).toBeNull();
    record(runtime, file);
    expect(recorded(file)).toEqual(runtime);
    rmSync(electronPath);
    expect(recorded(file)).toBeNull();
  });

  it('is not believed when the file is cut in half', () => {
    const file = join(folder, 'runtime.json');
    writeFileSync(file, '{"inputs": "x", "elec');
    expect(recorded(file)).toBeNull();
  });

  it('gives Electron its SQLite binary and keeps it an Electron', () => {
    expect(electronEnvironment({ sqliteBinding: '/b.node' }, { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1' })).toEqual({ PATH: '/bin', KNOOP_SQLITE_BINDING: '/b.node' });
    expect(electronEnvironment({ sqliteBinding: null }, { PATH: '/bin' })).toEqual({ PATH: '/bin' });
  });
});

describe('the substitute Electron', () => {
  it('exists for 64-bit Linux only', () => {
    expect([hasSubstitute('linux', 'x64'), hasSubstitute('linux', 'arm64'), hasSubstitute('win32', 'x64')]).toEqual([true, false, false]);
  });

  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/nl.pak', 'locales/nl.pak'],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/resources/app-update.yml', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['elsewhere/file', null],
  ])('of %s takes %s', (path, target) => expect(place(path)).toBe(target));

  it('is checked by a hash as npm writes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knoop-setup-'));
    writeFileSync(join(folder, 'abc'), 'abc');
    expect(await integrityOf(join(folder, 'abc'))).toBe('sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==');
    rmSync(folder, { recursive: true });
  });
});

describe('system packages', () => {
  it('take the first name that the release knows, else the last', () => {
    expect(knownPackage('libasound2t64|libasound2', (name) => name === 'libasound2t64')).toBe('libasound2t64');
    expect(knownPackage('libasound2t64|libasound2', () => false)).toBe('libasound2');
  });

  it.runIf(process.platform === 'linux')('are not looked at when nothing is missing', async () => {
    await expect(provide([{ name: 'a thing', packages: ['nowhere'], present: () => true }], 'Electron')).resolves.toBeUndefined();
  });

  it.runIf(process.platform === 'linux')('that are missing are named in one sentence with the next step', async () => {
    const path = process.env.PATH;
    const uid = process.getuid;
    process.getuid = () => 1000;
    try {
      const failure = await provide([{ name: 'a thing', packages: ['a-package'], present: () => false }], 'Electron').catch((error) => error);
      expect(failure).toBeInstanceOf(SetupFailure);
      expect(sentence(failure)).toMatch(/^Electron needs a thing, and (only root may install them|this system has no apt-get)\.\n/);
      expect(failure.next).toMatch(/apt-get install -y --no-install-recommends a-package|package manager/);
    } finally {
      process.getuid = uid;
      process.env.PATH = path;
    }
  });
});

describe('the screen', () => {
  it('is virtual only on Linux without one', () => {
    expect(needsVirtualScreen({}, 'linux')).toBe(true);
    expect(needsVirtualScreen({ DISPLAY: ':0' }, 'linux')).toBe(false);
    expect(needsVirtualScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false);
    expect(needsVirtualScreen({}, 'win32')).toBe(false);
  });
});

describe('set-up itself', () => {
  it('imports nothing but Node and its own files before the packages are installed', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'electron', 'setup');
    const seen = new Set();
    const visit = (file) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(/^import .* from '(.+)';$/gm)) {
        expect(name, `in ${file}`).toMatch(/^(node:|\.\/)/);
        if (name.startsWith('./')) visit(name.slice(2));
      }
    };
    ['prepare.mjs', 'start.mjs', 'build.mjs', 'test.mjs'].forEach(visit);
    expect(seen.size).toBeGreaterThan(10);
  });
});
