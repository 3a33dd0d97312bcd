import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';

export const ORIGIN = 'knoop://app';

/** Exactly what a page may do: load its own files, nothing else. A test holds this text against the issue's. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
  "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
  // With 'none' no worker could be started at all: this one policy gives out a single address, that of the layout worker.
  "trusted-types knoop-layout",
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.woff': 'font/woff', '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm',
};

/** Must run before the app is ready: tells Chromium that knoop:// is a secure origin of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'knoop', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built page out of `root`, and only from below it. */
export function serveScheme(session: Session, root: string): void {
  session.protocol.handle('knoop', async (request) => {
    const url = new URL(request.url);
    const refuse = (status: number): Response => new Response(null, { status });
    if (url.host !== 'app' || request.method !== 'GET') return refuse(404);
    let name: string;
    try {
      name = decodeURIComponent(url.pathname);
    } catch {
      return refuse(400);
    }
    const file = path.join(root, name === '/' ? 'index.html' : name);
    const inside = path.relative(root, file);
    if (inside.startsWith('..') || path.isAbsolute(inside) || inside.includes('\0')) return refuse(403);
    const type = MEDIA_TYPES[path.extname(file).toLowerCase()];
    if (!type) return refuse(404);
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { 'Content-Type': type, 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cache-Control': 'no-store' },
      });
    } catch {
      return refuse(404);
    }
  });
}
