/** A screen of its own for each worker: windows on one screen share focus and clipboard. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Starts a virtual screen, on a number that nobody has, and shows what is started from here on it. What it gives back takes it away again. */
export async function openScreen(): Promise<() => void> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const before = process.env['DISPLAY'];
  process.env['DISPLAY'] = `:${await firstLine(server.stdio[3] as Readable, new Promise((_, reject) => server.once('error', reject).once('exit', () => reject(new Error('The virtual screen ended at once.')))))}`;
  return () => {
    if (before === undefined) delete process.env['DISPLAY'];
    else process.env['DISPLAY'] = before;
    server.kill();
  };
}

function firstLine(stream: Readable, failed: Promise<never>): Promise<string> {
  let text = '';
  const line = new Promise<string>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return Promise.race([line, failed]);
}
