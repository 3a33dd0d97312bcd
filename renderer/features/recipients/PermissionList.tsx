import { Button } from '@blueprintjs/core';
import { mdiHandshakeOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../shared/model/recipient';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { PermissionForm } from './PermissionForm';
import { today } from './today';

/** Whether a permission holds on a day. */
const holds = ({ givenOn, until, withdrawnOn }: Permission, day: string): boolean => givenOn <= day && (until === null || day <= until) && (withdrawnOn === null || day < withdrawnOn);

/** Permissions of originators to pass on to this recipient. They are kept when they end: releases were made on them. */
export function PermissionList({ permissions, services, onChange }: { permissions: readonly Permission[]; services: readonly string[]; onChange: (permissions: Permission[]) => void }): ReactElement {
  const { t } = useTranslation('recipients');
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const day = today();
  const withdraw = (id: string): void => onChange(permissions.map((each) => (each.id === id ? { ...each, withdrawnOn: day } : each)));
  return (
    <section className="recipient__part">
      <h3>{t('permissions')}</h3>
      <p className="quiet">{t('permissionsHint')}</p>
      <ul className="recipient__permissions">
        {permissions.map((each) => (
          <li key={each.id} className={holds(each, day) ? '' : 'recipient__permission--ended'}>
            <div><strong dir="auto">{each.originator}</strong> · {each.codes.map((code) => code.code).join(' ')}</div>
            <div className="quiet">{t('givenBy', { person: each.givenBy, date: formatMoment(each.givenOn, language, 'day'), reference: each.reference })}</div>
            <div className="quiet">
              {each.purposes.map((purpose) => t(`release:purposes.${purpose}`)).join(', ')}
              {each.withdrawnOn !== null ? ` · ${t('withdrawn', { date: formatMoment(each.withdrawnOn, language, 'day') })}` : each.until !== null ? ` · ${t('until', { date: formatMoment(each.until, language, 'day') })}` : ''}
            </div>
            {each.withdrawnOn === null ? <Button size="small" variant="minimal" text={t('withdraw')} onClick={() => withdraw(each.id)} /> : null}
          </li>
        ))}
      </ul>
      {adding ? <PermissionForm services={services} onCancel={() => setAdding(false)} onAdd={(permission) => { setAdding(false); onChange([...permissions, permission]); }} /> : <Button size="small" icon={<Glyph path={mdiHandshakeOutline} size={14} />} text={t('addPermission')} onClick={() => setAdding(true)} />}
    </section>
  );
}
