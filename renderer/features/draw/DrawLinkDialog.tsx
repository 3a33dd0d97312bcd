import { Button, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { mdiArrowRight, mdiSwapHorizontal } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { select } from '../../actions/selected';
import { execute } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { GradingFields, HandlingFields } from '../../ui/EvaluationFields';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { PropertyField } from '../../ui/PropertyField';
import { typedValues } from '../../ui/propertyValue';
import type { Grading, Handling } from '../../../shared/model/evaluation';
import './draw.css';

/** Draws a link between two entities; only types that may join these two are offered. */
export function DrawLinkDialog(): ReactElement | null {
  const draft = useSession((state) => (state.dialog === 'drawLink' ? state.draft : null));
  return draft?.from && draft.to ? <DrawLinkForm key={`${draft.from}:${draft.to}`} first={draft.from} second={draft.to} /> : null;
}

function DrawLinkForm({ first, second }: { first: string; second: string }): ReactElement {
  const { t } = useTranslation('draw');
  const language = useLanguage();
  const types = useTypes();
  const info = useCase('case.info', {});
  const ends = useCase('case.entities', { ids: [first, second] });
  const [swapped, setSwapped] = useState(false);
  const [chosen, setChosen] = useState('');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [grading, setGrading] = useState<Grading | null>(null);
  const [handling, setHandling] = useState<Handling[]>([]);
  const [from, to] = swapped ? [second, first] : [first, second];
  const end = (id: string) => ends.data?.find((each) => each.id === id);
  const offered = types.linksBetween(end(from)?.type ?? '', end(to)?.type ?? '', language);
  // What a link says is for the investigator to say: only where there is no choice is it made already.
  const type = offered.some((each) => each.id === chosen) ? chosen : offered.length === 1 ? (offered[0]?.id ?? '') : '';
  const properties = types.properties(type);
  const close = (): void => changeSession({ dialog: null, draft: {}, tool: 'select' });
  const save = async (): Promise<void> => {
    const id = newId();
    const done = await execute('link.create', { id, type, from, to, values: typedValues(properties, texts), grading: grading && Object.keys(grading.codes).length > 0 ? grading : null, handling, basis: 'fact' });
    if (!done) return;
    close();
    select([], [id]);
  };
  return (
    <Dialog isOpen title={t('linkTitle')} onClose={close} className="statement-dialog">
      <form onSubmit={(event) => { event.preventDefault(); if (type !== '') void save(); }}>
        <DialogBody>
          <div className="draw-ends">
            <strong className="name" dir="auto">{end(from)?.caption ?? ''}</strong>
            <Glyph path={mdiArrowRight} />
            <strong className="name" dir="auto">{end(to)?.caption ?? ''}</strong>
            <Button size="small" variant="minimal" icon={<Glyph path={mdiSwapHorizontal} />} aria-label={t('swap')} title={t('swap')} onClick={() => setSwapped(!swapped)} />
          </div>
          {offered.length === 0 && ends.data ? <p className="quiet">{t('noTypes')}</p> : <Picker label={t('linkType')} value={type} options={[...(type === '' ? [{ value: '', label: t('chooseLinkType') }] : []), ...offered.map((each) => ({ value: each.id, label: each.label[language] }))]} onChange={setChosen} />}
          {properties.map((property) => <PropertyField key={`${type}:${property.id}`} property={property} text={texts[property.id] ?? ''} onChange={(text) => setTexts({ ...texts, [property.id]: text })} />)}
          <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={grading} onChange={setGrading} />
          <HandlingFields schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={handling} onChange={setHandling} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={type === ''} text={t('drawLink')} /></>} />
      </form>
    </Dialog>
  );
}
