import { Button, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { execute } from '../../actions/execute';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { GradingFields, HandlingFields, withoutNote } from '../../ui/EvaluationFields';
import { LeaveFields, NO_LEAVE, wholeLeave } from '../../ui/LeaveFields';
import { Picker } from '../../ui/Picker';
import { PropertyField } from '../../ui/PropertyField';
import { typedValues } from '../../ui/propertyValue';
import { useLanguage } from '../../ui/language';
import type { StatementView, SubjectView } from '../../../shared/contract';
import { loweredCodes } from '../../../shared/commands/lowering';
import type { Basis, Grading, Handling } from '../../../shared/model/evaluation';
import { serviceKey } from '../../../shared/model/service';
import type { PropertyType } from '../../../shared/schema/types';

export type StatementTask = { readonly kind: 'add' } | { readonly kind: 'correct'; readonly statement: StatementView };

/** Properties whose value is picked from a list, not typed. */
const isPicked = (property: PropertyType | undefined): boolean => property?.choices !== undefined || property?.kind === 'gender' || property?.kind === 'flag';

/** Adds a statement to a subject, or corrects one: the old one is then retracted in the same step, never changed. */
export function StatementDialog({ subject, task, onClose }: { subject: SubjectView; task: StatementTask; onClose: () => void }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const info = useCase('case.info', {});
  const old = task.kind === 'correct' ? task.statement : null;
  const properties = types.properties(subject.type);
  const [shown, setShown] = useState<readonly string[]>(() => (old ? Object.keys(old.values) : properties.filter((each) => each.featured).slice(0, 4).map((each) => each.id)));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(Object.entries(old?.values ?? {}).map(([id, values]) => [id, values.map((value) => (isPicked(properties.find((each) => each.id === id)) ? value.v : (value.raw ?? value.v))).join('\n')])));
  const [grading, setGrading] = useState<Grading | null>(old?.grading ?? null);
  const [handling, setHandling] = useState<Handling[]>(old?.handling ?? []);
  const [basis, setBasis] = useState<Basis>(old?.basis ?? 'fact');
  const [leave, setLeave] = useState(NO_LEAVE);
  const service = useSession((state) => state.settings?.service ?? '');
  const values = typedValues(properties, texts);
  const supplier = subject.sources.find((each) => each.id === old?.source)?.supplier ?? '';
  const ofOthers = old !== null && supplier !== '' && serviceKey(supplier) !== serviceKey(service);
  const asksLeave = ofOthers && loweredCodes(old.handling, handling, types.catalogue).length > 0;
  const ready = Object.keys(values).length > 0 && withoutNote(handling, types.conditions()).length === 0 && (!asksLeave || wholeLeave(leave) !== undefined);
  const save = async (): Promise<void> => {
    const said = { values, grading: grading && Object.keys(grading.codes).length > 0 ? grading : null, handling, basis };
    const done = old
      ? await execute('statement.correct', { id: newId(), replaces: old.id, ...said, ...(asksLeave ? { permission: leave } : {}) })
      : await execute('statement.add', { id: newId(), subject: subject.id, subjectKind: subject.kind, ...said });
    if (done) onClose();
  };
  const rest = properties.filter((each) => !shown.includes(each.id));
  return (
    <Dialog isOpen title={t(old ? 'correctTitle' : 'addTitle', { name: subject.caption })} onClose={onClose} className="statement-dialog">
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void save(); }}>
        <DialogBody>
          {old ? <p className="quiet">{t('correctHint')}</p> : null}
          {properties.filter((each) => shown.includes(each.id)).map((property, index) => (
            <PropertyField key={property.id} property={property} autoFocus={index === 0} text={texts[property.id] ?? ''} onChange={(text) => setTexts({ ...texts, [property.id]: text })} />
          ))}
          {rest.length > 0 ? <Picker label={t('moreProperties')} value="" options={[{ value: '', label: t('choose') }, ...rest.map((each) => ({ value: each.id, label: each.label[language] }))]} onChange={(id) => setShown([...shown, id])} /> : null}
          <Picker label={t('basis')} value={basis} options={[{ value: 'fact', label: t('basisFact') }, { value: 'assessment', label: t('basisAssessment') }]} onChange={(value) => setBasis(value === 'assessment' ? 'assessment' : 'fact')} />
          <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={grading} onChange={setGrading} />
          <HandlingFields schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={handling} onChange={setHandling} />
          {asksLeave ? <LeaveFields services={[supplier]} value={leave} onChange={setLeave} /> : null}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button type="submit" intent="primary" disabled={!ready} text={t(old ? 'saveCorrection' : 'save')} /></>} />
      </form>
    </Dialog>
  );
}
