import { Button, Dialog, DialogBody, DialogFooter, Slider } from '@blueprintjs/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CroppedPicture } from '../../../shared/model/drawing';
import { chartView } from '../../actions/chartView';
import { choosePictureFile, givePicture, pictureBytes, usualCrop } from '../../actions/photos';
import { selection } from '../../actions/selected';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { formatCount, useLanguage } from '../../ui/language';
import { CropField } from './CropField';
import { PictureThumb } from './PictureThumb';

/** How far a picture may be enlarged in its square. */
const MOST_ZOOM = 6;

/** Chooses the picture that stands for what is selected, and the square that is cut from it. */
export function PictureDialog(): ReactElement | null {
  const open = useSession((state) => state.dialog === 'picture');
  return open ? <PictureForm subjects={selection().entities} /> : null;
}

function PictureForm({ subjects }: { subjects: readonly string[] }): ReactElement {
  const { t } = useTranslation('marks');
  const language = useLanguage();
  const { data: listed } = useCase('case.pictures', { about: subjects.slice(0, 1000) });
  const before = chartView()?.items.find((item) => item.subject === subjects[0])?.style?.picture ?? null;
  const [crop, setCrop] = useState<CroppedPicture | null>(before);
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const [failed, setFailed] = useState(false);
  const source = crop?.source ?? null;

  useEffect(() => {
    if (source === null) return undefined;
    let gone = false;
    let made: ImageBitmap | null = null;
    setFailed(false);
    void pictureBytes(source).then((bytes) => (bytes === null ? null : createImageBitmap(bytes))).catch(() => null).then((read) => {
      if (gone) return read?.close();
      made = read;
      setBitmap(read);
      setFailed(read === null);
      // A picture that was only just chosen is cut as usual once its size is known.
      if (read !== null) setCrop((now) => (now !== null && now.source === source && now.side === 1 && now.x === 0 && now.y === 0 ? usualCrop(source, read) : now));
      return undefined;
    });
    return () => {
      gone = true;
      setBitmap(null);
      made?.close();
    };
  }, [source]);

  const close = (): void => changeSession({ dialog: null });
  const choose = (id: string): void => setCrop(before?.source === id ? before : { source: id, x: 0, y: 0, side: 1 });
  const names = chartView()?.entities.filter((each) => subjects.includes(each.id)).map((each) => each.caption) ?? [];
  const give = async (picture: CroppedPicture | null): Promise<void> => {
    if (await givePicture(subjects, picture)) close();
  };
  const zoom = crop === null ? 1 : 1 / crop.side;
  const zoomTo = (next: number): void => {
    if (crop === null || bitmap === null) return;
    const unit = Math.min(bitmap.width, bitmap.height);
    const side = 1 / Math.max(1, Math.min(MOST_ZOOM, next));
    const within = (value: number, most: number): number => Math.max(0, Math.min(most - side, value + (crop.side - side) / 2));
    setCrop({ ...crop, side, x: within(crop.x, bitmap.width / unit), y: within(crop.y, bitmap.height / unit) });
  };
  return (
    <Dialog isOpen title={names.length === 1 ? t('picture.title', { name: names[0] }) : t('picture.titleMany', { count: names.length })} onClose={close} className="picture-dialog">
      <DialogBody>
        <div className="picture-dialog__body">
          <div className="picture-dialog__list">
            <p className="quiet">{listed?.length === 0 ? t('picture.none') : t('picture.choose')}</p>
            <ul aria-label={t('picture.choose')}>
              {(listed ?? []).map((each) => (
                <li key={each.source}>
                  <button type="button" className="picture-dialog__choice" aria-pressed={each.source === source} onClick={() => choose(each.source)}>
                    <PictureThumb source={each.source} alternative={t('picture.alt', { name: each.title })} />
                    <span className="clip">{each.title}</span>
                    <span className="quiet clip">{[each.supplier, `${formatCount(Math.ceil(each.bytes / 1024), language)} kB`].filter(Boolean).join(' · ')}</span>
                  </button>
                </li>
              ))}
            </ul>
            <Button text={t('picture.import')} onClick={() => void choosePictureFile().then((id) => (id === null ? undefined : choose(id)))} />
          </div>
          <div className="picture-dialog__crop">
            {failed ? <p role="alert">{t('picture.unreadable')}</p> : null}
            {bitmap !== null && crop !== null ? (
              <>
                <CropField bitmap={bitmap} crop={crop} label={t('picture.crop')} onChange={setCrop} onZoom={(factor) => zoomTo(zoom * factor)} />
                <Slider min={1} max={MOST_ZOOM} stepSize={0.1} labelRenderer={false} value={zoom} onChange={zoomTo} handleHtmlProps={{ 'aria-label': t('picture.zoom') }} />
                <p className="quiet">{t('picture.crop')}</p>
              </>
            ) : null}
          </div>
        </div>
      </DialogBody>
      <DialogFooter
        actions={
          <>
            {before === null ? null : <Button text={t('picture.remove')} onClick={() => void give(null)} />}
            <Button text={t('app:cancel')} onClick={close} />
            <Button intent="primary" disabled={bitmap === null || crop === null} text={t('picture.use')} onClick={() => void give(crop)} />
          </>
        }
      />
    </Dialog>
  );
}
