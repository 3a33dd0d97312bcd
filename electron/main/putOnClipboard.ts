import * as electron from 'electron';

/** Puts a text, and a PNG where there is one, on the clipboard as one thing. Electron 33 knows an older form of this than the types of today. */
export async function putOnClipboard(text: string, png: Buffer | null): Promise<void> {
  const { clipboard, nativeImage } = electron;
  if ('ClipboardItem' in electron && typeof electron.ClipboardItem === 'function') {
    await clipboard.write([new electron.ClipboardItem({ 'text/plain': text, ...(png === null ? {} : { 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }) })]);
    return;
  }
  const older = clipboard as unknown as { write(data: { text: string; image?: Electron.NativeImage }): void };
  older.write({ text, ...(png === null ? {} : { image: nativeImage.createFromBuffer(png) }) });
}
