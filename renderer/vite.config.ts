/**
 * Builds the two pages, the workstation and the hidden print page, into out/renderer. Main serves that folder as
 * knoop://app/ under a strict CSP, so nothing may be inline: no script, no data: font, no preload helper.
 */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = import.meta.dirname;

export default defineConfig({
  root: folder,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  resolve: { alias: [{ find: /^zod$/, replacement: join(folder, 'ipc', 'zodWithoutEval.ts') }] },
  worker: { format: 'es' },
  build: {
    outDir: join(folder, '..', 'out', 'renderer'),
    emptyOutDir: true,
    // The oldest Electron that Knoop runs on is 33, with Chromium 130.
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: true,
    // The page is read from the local disk; one large file costs less there than it does on the web.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      input: { index: join(folder, 'index.html'), print: join(folder, 'print.html') },
    },
  },
});
