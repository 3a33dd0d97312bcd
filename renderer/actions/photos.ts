import { Failure, type ChosenFile } from '../../shared/contract';
import type { CroppedPicture } from '../../shared/model/drawing';
import { appClient, fileToken } from '../ipc/app';
import { attempt, execute, openCaseClient } from './execute';
import { notifyFailure } from '../ui/notices';
import { importFile } from './importFile';
import { usePast } from './past';
import { session } from './session';

/** Bytes of a picture that is a source; null where it cannot be shown: gone, held back, or no picture. */
export async function pictureBytes(source: string): Promise<Blob | null> {
  const found = await openCaseClient()['case.picture']({ source }).catch(() => null);
  return found === null ? null : new Blob([found.bytes as Uint8Array<ArrayBuffer>], { type: found.mediaType });
}

/** The largest square in the middle, a little higher where a picture is tall: there faces are. `width` and `height` in pixels. */
export function usualCrop(source: string, { width, height }: { readonly width: number; readonly height: number }): CroppedPicture {
  const unit = Math.min(width, height);
  return { source, x: (width / unit - 1) / 2, y: (height / unit - 1) / 4, side: 1 };
}

/** Takes a picture file in as a source; the source that has it already where it is not new. Null when that failed, which has been shown. */
export async function importPicture(file: ChosenFile): Promise<string | null> {
  const client = openCaseClient();
  const source = await attempt(async () => {
    const preview = await client['case.previewImport']({ file: file.token });
    if (preview.alreadyImported !== null) return (await client['case.pictures']({})).find((each) => each.title === preview.alreadyImported)?.source ?? null;
    return (await importFile(file, preview.proposal, null)).source;
  });
  return source ?? null;
}

/** Lets the user choose a picture file and takes it in; null when none was chosen. */
export async function choosePictureFile(): Promise<string | null> {
  const files = await attempt(() => appClient['app.chooseFiles']({ purpose: 'import' }));
  return files?.[0] === undefined ? null : importPicture(files[0]);
}

/** Shows entities of the chart in front by a cut of a picture, or by the signs of their types again. */
export async function givePicture(subjects: readonly string[], picture: CroppedPicture | null): Promise<boolean> {
  const { chart } = session();
  return chart !== null && (await execute('chart.styleItems', { chart, subjects: [...subjects], style: picture === null ? { representation: null, picture: null } : { representation: 'picture', picture } }));
}

/** A picture file that was dropped on an entity becomes a source, and the entity's photograph. */
export async function dropPicture(file: File, entity: string): Promise<void> {
  // Refused before the file is taken in: the chart of the past gets no photograph.
  if (usePast.getState().past !== null) return notifyFailure(new Failure('pastView'));
  const token = await attempt(() => fileToken(file));
  const source = token === undefined ? null : await importPicture(token);
  const bytes = source === null ? null : await pictureBytes(source);
  const bitmap = bytes === null ? null : await createImageBitmap(bytes).catch(() => null);
  if (source === null || bitmap === null) return;
  const crop = usualCrop(source, bitmap);
  bitmap.close();
  await givePicture([entity], crop);
}
