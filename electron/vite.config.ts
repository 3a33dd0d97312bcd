/**
 * Builds the three programs that run under Electron, one per mode: `main`, `preload` and `case`.
 * All come out as CommonJS with everything bundled, so that the packaged app holds no node_modules but better-sqlite3,
 * and a sandboxed preload script, which can require nothing but electron, works.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const folder = import.meta.dirname;

/** The entries of a mode: output name without ending → source file. */
function entries(mode: string): Record<string, string> {
  if (mode === 'main') {
    return { main: join(folder, 'main', 'main.ts') };
  }
  if (mode === 'preload') {
    return { preload: join(folder, 'preload', 'preload.ts') };
  }
  if (mode === 'case') {
    return { process: join(folder, 'case', 'process.ts'), ...workers() };
  }
  throw new Error(`There is nothing to build for the mode "${mode}": main, preload or case.`);
}

/** Every file directly in case/workers is the start of a worker thread. */
function workers(): Record<string, string> {
  const place = join(folder, 'case', 'workers');
  const files = existsSync(place) ? readdirSync(place).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')) : [];
  return Object.fromEntries(files.map((file) => [`workers/${parse(file).name}`, join(place, file)]));
}

/**
 * The reader of PDFs asks for a native canvas by name, which is not shipped and not needed to read text: the same without it everywhere. And it takes
 * a utility process for a page, with a navigator and a document: everywhere here it runs under Node.
 */
const pdfUnderNode: Plugin = {
  name: 'knoop-pdf-under-node',
  transform: (code, id) => (/pdfjs-dist.+pdf(?:\.worker)?\.mjs$/.test(id) ? { code: code.replace('canvas = require("@napi-rs/canvas");', 'canvas = null;').replace(/const isNodeJS = typeof process[^;]+;/, 'const isNodeJS = true;'), map: null } : null),
};

export default defineConfig(({ mode }) => ({
  root: folder,
  plugins: [pdfUnderNode],
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { mainFields: ['module', 'main'] },
  ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: join(folder, '..', 'out', mode),
    emptyOutDir: true,
    // The oldest Electron that Knoop runs on is 33, with Node 20.
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: entries(mode),
      external: ['electron', 'better-sqlite3'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
    },
  },
}));
