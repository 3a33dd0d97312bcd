import * as electron from 'electron';

/** Puts a text, and HTML and a PNG where there are, on the clipboard as one thing. Electron 33 knows an older form of this than the types of today. */
export async function putOnClipboard(text: string, png: Buffer | null, html: string | null = null): Promise<void> {
  const { clipboard, nativeImage } = electron;
  if ('ClipboardItem' in electron && typeof electron.ClipboardItem === 'function') {
    await clipboard.write([new electron.ClipboardItem({ 'text/plain': text, ...(html === null ? {} : { 'text/html': html }), ...(png === null ? {} : { 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }) })]);
    return;
  }
  const older = clipboard as unknown as { write(data: { text: string; html?: string; image?: Electron.NativeImage }): void };
  older.write({ text, ...(html === null ? {} : { html }), ...(png === null ? {} : { image: nativeImage.createFromBuffer(png) }) });
}
