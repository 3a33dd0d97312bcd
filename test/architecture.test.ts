import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The architecture as data: what each folder may import besides itself and outside libraries. The longest prefix of a file's path is its row.
 * "shared" lists its parts from left to right: each may import only those before it.
 */
const SHARED = ['values', 'schema', 'model', 'mapping', 'commands', 'analysis', 'briefing', 'contract'] as const;
const TABLE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(SHARED.map((part, index) => [`shared/${part}`, SHARED.slice(0, index).map((each) => `shared/${each}`)])),
  'electron/main': ['shared', 'resources'],
  'electron/preload': [],
  'electron/case': ['shared', 'resources'],
  'renderer/ui': ['shared', 'resources'],
  'renderer/ipc': ['shared'],
  'renderer/case': ['shared', 'resources', 'renderer/ipc'],
  'renderer/canvas': ['shared', 'resources', 'renderer/case', 'renderer/ipc'],
  'renderer/actions': ['shared', 'resources', 'renderer/ui', 'renderer/ipc', 'renderer/case', 'renderer/canvas'],
  'renderer/print': ['shared', 'resources', 'renderer/ipc', 'renderer/canvas', 'renderer/ui'],
  'renderer/app': ['shared', 'resources', 'renderer/ui', 'renderer/ipc', 'renderer/case', 'renderer/canvas', 'renderer/actions', 'renderer/features'],
};
const FEATURE = ['shared', 'resources', 'renderer/ui', 'renderer/ipc', 'renderer/case', 'renderer/canvas', 'renderer/actions'];

/** Libraries that only some folders may import. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  cytoscape: ['renderer/canvas'],
  'better-sqlite3': ['electron/case'],
  electron: ['electron/main', 'electron/preload'],
  react: ['renderer'],
};

interface Import { readonly file: string; readonly target: string }

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) return sources(full);
    return /\.(ts|tsx)$/.test(name) ? [full] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|import\.meta\.glob(?:<[^(]*>)?\(\s*['"]([^'"]+)['"]/g)];
  return found.map((match) => ({ file: relative(file), target: match[1] ?? match[2] ?? match[3] ?? '' }));
}

const relative = (file: string): string => path.relative(root, file).split(path.sep).join('/');
const within = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

function rowOf(file: string): { folder: string; allowed: readonly string[] } | undefined {
  const feature = /^renderer\/features\/[^/]+/.exec(file)?.[0];
  if (feature) return { folder: feature, allowed: FEATURE };
  const folder = Object.keys(TABLE).filter((each) => within(file, each)).sort((a, b) => b.length - a.length)[0];
  return folder === undefined ? undefined : { folder, allowed: TABLE[folder] ?? [] };
}

const library = (target: string): string => target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/');

/** One line per breach, so that the failing test says all of them. */
function breaches(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, target }) => {
    const row = rowOf(file);
    if (!row) return [];
    if (target.startsWith('.')) {
      const aim = path.posix.normalize(path.posix.join(path.posix.dirname(file), target.replace(/\*.*$/, '')));
      return [row.folder, ...row.allowed].some((folder) => within(aim, folder)) ? [] : [`${file} imports ${aim}`];
    }
    const name = library(target);
    if (file.startsWith('shared/') && (target.startsWith('node:') || name === 'electron')) return [`${file} imports ${target}`];
    if (file.startsWith('renderer/') && (target.startsWith('node:') || name === 'electron')) return [`${file} imports ${target}`];
    const owners = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
    return owners && !owners.some((folder) => within(file, folder)) ? [`${file} imports ${name}`] : [];
  });
}

const everyImport = ['electron', 'renderer', 'shared'].flatMap((folder) => sources(path.join(root, folder))).flatMap(importsOf);

describe('the import table', () => {
  it('holds for every file', () => {
    expect(everyImport.length).toBeGreaterThan(200);
    expect(breaches(everyImport)).toEqual([]);
  });

  it('finds a breach of every kind', () => {
    const planted: Import[] = [
      { file: 'shared/values/date.ts', target: '../model/ids' },
      { file: 'shared/model/ids.ts', target: 'node:fs' },
      { file: 'electron/case/store.ts', target: '../main/log' },
      { file: 'electron/case/store.ts', target: 'electron' },
      { file: 'renderer/features/search/SearchPanel.tsx', target: '../inspector/Inspector' },
      { file: 'renderer/features/search/SearchPanel.tsx', target: 'cytoscape' },
      { file: 'renderer/ipc/app.ts', target: '../case/mirror' },
      { file: 'renderer/app/App.tsx', target: '../../electron/main/main' },
      { file: 'electron/main/main.ts', target: 'better-sqlite3' },
    ];
    expect(breaches(planted)).toHaveLength(planted.length);
  });

  it('knows where every source file belongs', () => {
    const loose = ['electron', 'renderer', 'shared'].flatMap((folder) => sources(path.join(root, folder))).map(relative).filter((file) => !rowOf(file) && !/\/vite\.config\.ts$|\/vite-env\.d\.ts$/.test(file) && !file.endsWith('.d.ts'));
    expect(loose).toEqual([]);
  });
});

describe('the code', () => {
  it('keeps SQL in the case process', () => {
    const found = ['electron/main', 'electron/preload', 'renderer', 'shared'].flatMap((folder) => sources(path.join(root, folder))).filter((file) => /\b(SELECT [\w*("]|INSERT INTO \w|DELETE FROM \w|UPDATE \w+ SET )/.test(readFileSync(file, 'utf8'))).map(relative);
    expect(found).toEqual([]);
  });

  it('writes nothing into the page as HTML', () => {
    const found = sources(path.join(root, 'renderer')).filter((file) => /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|\beval\(|new Function\(/.test(readFileSync(file, 'utf8'))).map(relative);
    expect(found).toEqual([]);
  });

  it('has a preload under 25 lines', () => {
    expect(readFileSync(path.join(root, 'electron/preload/preload.ts'), 'utf8').split('\n').length).toBeLessThan(25);
  });

  it('has just the agreed top level', () => {
    const allowed = new Set(['electron', 'renderer', 'shared', 'resources', 'test', 'package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml', 'README.md', 'LICENSE', 'node_modules', 'out', 'dist', 'coverage']);
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
  });
});
