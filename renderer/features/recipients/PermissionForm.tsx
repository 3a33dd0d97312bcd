import { Button, Checkbox, FormGroup, InputGroup } from '@blueprintjs/core';
import { v7 as newId } from 'uuid';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handling } from '../../../shared/model/evaluation';
import { PURPOSES, type Permission, type Purpose } from '../../../shared/model/recipient';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { TextField } from '../../ui/TextField';
import { today } from './today';

/** A new permission: whose, who gave it, when, under which reference, for which codes and purposes. */
export function PermissionForm({ services, onAdd, onCancel }: { services: readonly string[]; onAdd: (permission: Permission) => void; onCancel: () => void }): ReactElement {
  const { t } = useTranslation('recipients');
  const language = useLanguage();
  const types = useTypes();
  const [originator, setOriginator] = useState('');
  const [givenBy, setGivenBy] = useState('');
  const [givenOn, setGivenOn] = useState(today());
  const [reference, setReference] = useState('');
  const [until, setUntil] = useState('');
  const [codes, setCodes] = useState<readonly Handling[]>([]);
  const [purposes, setPurposes] = useState<readonly Purpose[]>([]);
  const ids = { list: useId(), originator: useId(), on: useId(), until: useId() };
  const ready = [originator, givenBy, givenOn, reference].every((each) => each.trim() !== '') && codes.length > 0 && purposes.length > 0;
  const has = (scheme: string, code: string): boolean => codes.some((each) => each.scheme === scheme && each.code === code);
  const toggle = (scheme: string, code: string): void => setCodes(has(scheme, code) ? codes.filter((each) => each.scheme !== scheme || each.code !== code) : [...codes, { scheme, code }]);
  const add = (): void => {
    if (ready) onAdd({ id: newId(), originator: originator.trim(), givenBy: givenBy.trim(), givenOn, reference: reference.trim(), until: until === '' ? null : until, withdrawnOn: null, codes: [...codes], purposes: [...purposes], sources: [] });
  };
  return (
    <form className="recipient__permission-form" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <FormGroup label={t('originator')} labelFor={ids.originator} helperText={t('originatorHint')}>
        <InputGroup id={ids.originator} list={ids.list} value={originator} onValueChange={setOriginator} autoFocus autoComplete="off" maxLength={500} />
        <datalist id={ids.list}>{services.map((service) => <option key={service} value={service}>{service}</option>)}</datalist>
      </FormGroup>
      <TextField label={t('permissionBy')} value={givenBy} onChange={(text) => setGivenBy(text.slice(0, 300))} />
      <TextField label={t('reference')} value={reference} onChange={(text) => setReference(text.slice(0, 300))} />
      <div className="recipient__days">
        <FormGroup label={t('permissionOn')} labelFor={ids.on}><InputGroup id={ids.on} type="date" value={givenOn} onValueChange={setGivenOn} /></FormGroup>
        <FormGroup label={t('permissionUntil')} labelFor={ids.until}><InputGroup id={ids.until} type="date" value={until} onValueChange={setUntil} /></FormGroup>
      </div>
      <FormGroup label={t('permissionPurposes')}>
        {PURPOSES.filter((purpose) => purpose !== 'internal').map((purpose) => <Checkbox key={purpose} checked={purposes.includes(purpose)} label={t(`release:purposes.${purpose}`)} onChange={() => setPurposes(purposes.includes(purpose) ? purposes.filter((each) => each !== purpose) : [...purposes, purpose])} />)}
      </FormGroup>
      <FormGroup label={t('permissionCodes')} helperText={t('permissionCodesHint')}>
        {[...types.schemes('handling'), ...types.schemes('marking').filter((scheme) => scheme.axes.flatMap((axis) => axis.codes).length > 1)].map((scheme) => (
          <details key={scheme.id} className="recipient__scheme">
            <summary>{scheme.label[language]} <span className="quiet">{codes.filter((each) => each.scheme === scheme.id).map((each) => each.code).join(' ')}</span></summary>
            {scheme.axes.flatMap((axis) => axis.codes).map((code) => <Checkbox key={code.code} checked={has(scheme.id, code.code)} onChange={() => toggle(scheme.id, code.code)}><strong>{code.code}</strong> {code.label[language] === code.code ? '' : code.label[language]}</Checkbox>)}
          </details>
        ))}
      </FormGroup>
      <div className="recipient__tools"><Button type="submit" intent="primary" size="small" disabled={!ready} text={t('keepPermission')} /><Button size="small" text={t('app:cancel')} onClick={onCancel} /></div>
    </form>
  );
}
