import { Button, Checkbox } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rights } from '../../../shared/model/recipient';
import type { Scheme } from '../../../shared/schema/types';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';

const NONE: Rights = { allowedHandling: {}, maximumMarkings: [] };
const NOTHING = '';

/** What a recipient may see: codes by scheme, and a highest marking of each scheme. What is not ticked stays. */
export function RightsFields({ rights, onChange }: { rights: Rights | null; onChange: (rights: Rights) => void }): ReactElement {
  const { t } = useTranslation('recipients');
  const language = useLanguage();
  const types = useTypes();
  if (rights === null) {
    return (
      <section className="recipient__part">
        <h3>{t('rights')}</h3>
        <p className="quiet">{t('rightsHint')}</p>
        <Button size="small" text={t('setRights')} onClick={() => onChange(NONE)} />
      </section>
    );
  }
  const several = (scheme: Scheme): boolean => scheme.axes.flatMap((axis) => axis.codes).length > 1;
  const mark = (scheme: string, code: string): void => onChange({ ...rights, maximumMarkings: [...rights.maximumMarkings.filter((each) => each.scheme !== scheme), ...(code === NOTHING ? [] : [{ scheme, code }])] });
  const toggle = (scheme: string, code: string): void => {
    const codes = rights.allowedHandling[scheme] ?? [];
    const next = codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];
    const { [scheme]: _old, ...rest } = rights.allowedHandling;
    onChange({ ...rights, allowedHandling: next.length === 0 ? rest : { ...rest, [scheme]: next } });
  };
  return (
    <section className="recipient__part">
      <h3>{t('rights')}</h3>
      <p className="quiet">{t('rightsHint')}</p>
      {types.schemes('marking').filter(several).map((scheme) => (
        <Picker
          key={scheme.id} label={t('upTo', { scheme: scheme.label[language] })} value={rights.maximumMarkings.find((each) => each.scheme === scheme.id)?.code ?? NOTHING}
          options={[{ value: NOTHING, label: t('nothing') }, ...scheme.axes.flatMap((axis) => axis.codes).map((code) => ({ value: code.code, label: code.label[language] }))]} onChange={(code) => mark(scheme.id, code)}
        />
      ))}
      {types.schemes('handling').map((scheme) => (
        <details key={scheme.id} className="recipient__scheme" open={(rights.allowedHandling[scheme.id] ?? []).length > 0}>
          <summary>{scheme.label[language]} <span className="quiet">{(rights.allowedHandling[scheme.id] ?? []).join(' ') || t('nothing')}</span></summary>
          {scheme.axes.flatMap((axis) => axis.codes).map((code) => (
            <Checkbox key={code.code} checked={(rights.allowedHandling[scheme.id] ?? []).includes(code.code)} onChange={() => toggle(scheme.id, code.code)}>
              <strong>{code.code}</strong> {code.label[language]}{code.permission === undefined ? null : <span className="quiet"> · {t('onlyWithPermission')}</span>}
            </Checkbox>
          ))}
        </details>
      ))}
    </section>
  );
}
