import { Button, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { select } from '../../actions/selected';
import { execute } from '../../actions/execute';
import { newChart } from '../../actions/addToChart';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { GradingFields, HandlingFields } from '../../ui/EvaluationFields';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { PropertyField } from '../../ui/PropertyField';
import { typedValues } from '../../ui/propertyValue';
import type { Grading, Handling } from '../../../shared/model/evaluation';

/** Draws a new entity: its type and what is known of it. The place was pointed at on the canvas, or is the middle of the view. */
export function DrawEntityDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'drawEntity');
  return shown ? <DrawEntityForm /> : null;
}

function DrawEntityForm(): ReactElement {
  const { t } = useTranslation('draw');
  const language = useLanguage();
  const types = useTypes();
  const info = useCase('case.info', {});
  const chart = useSession((state) => state.chart);
  const draft = useSession((state) => state.draft);
  const offered = types.concrete(language);
  const [chosen, setChosen] = useState<string | null>(null);
  const counted = useCase('case.browse', { limit: 1 });
  const byType = counted.data?.byType ?? {};
  // People are drawn most; among their types the one that this case holds most of comes first.
  const usual = offered.filter((each) => each.family === 'people').toSorted((a, b) => (byType[b.id] ?? 0) - (byType[a.id] ?? 0))[0];
  const type = chosen ?? usual?.id ?? offered[0]?.id ?? '';
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [all, setAll] = useState(false);
  const [grading, setGrading] = useState<Grading | null>(null);
  const [handling, setHandling] = useState<Handling[]>([]);
  const properties = types.properties(type);
  const shown = all ? properties : properties.filter((each, index) => each.featured || (index < 3 && !properties.some((one) => one.featured)));
  const values = typedValues(properties, texts);
  const ready = Object.keys(values).length > 0;
  const close = (): void => changeSession({ dialog: null, draft: {}, tool: 'select' });
  const save = async (): Promise<void> => {
    const id = newId();
    const target = chart ?? (await newChart());
    if (target === null) return;
    const done = await execute('entity.create', { id, type, values, grading: grading && Object.keys(grading.codes).length > 0 ? grading : null, handling, basis: 'fact', place: { chart: target, x: draft.at?.x ?? 0, y: draft.at?.y ?? 0 } });
    if (!done) return;
    close();
    select([id], []);
  };
  return (
    <Dialog isOpen title={t('entityTitle')} onClose={close} className="statement-dialog">
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void save(); }}>
        <DialogBody>
          <Picker label={t('type')} value={type} options={offered.map((each) => ({ value: each.id, label: each.label[language] }))} onChange={(value) => setChosen(value)} />
          {shown.map((property, index) => <PropertyField key={`${type}:${property.id}`} property={property} autoFocus={index === 0} text={texts[property.id] ?? ''} onChange={(text) => setTexts({ ...texts, [property.id]: text })} />)}
          {shown.length < properties.length ? <Button variant="minimal" text={t('allProperties', { count: properties.length - shown.length })} onClick={() => setAll(true)} /> : null}
          <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={grading} onChange={setGrading} />
          <HandlingFields schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={handling} onChange={setHandling} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('drawEntity')} /></>} />
      </form>
    </Dialog>
  );
}
