import { Callout, Checkbox, FormGroup, Spinner } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlindKinds } from '../../../shared/contract/blinding';
import { useTypes } from '../../case/types';
import { failureText } from '../../ui/failureText';
import { formatCount, useLanguage } from '../../ui/language';
import { kindName } from './words';

interface KindFieldsProps {
  /** Null while it is being counted. */
  readonly counted: BlindKinds | null;
  readonly failure: unknown;
  /** Kinds that are compared. */
  readonly chosen: ReadonlySet<string>;
  /** Absent where the kinds were agreed on before. */
  readonly onChange?: (chosen: ReadonlySet<string>) => void;
}

/** Which kinds of entries are compared, and how many of each may be put in for this partner. */
export function KindFields({ counted, failure, chosen, onChange }: KindFieldsProps): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const types = useTypes();
  if (failure !== null) return <Callout compact intent="danger" role="alert">{failureText(t, failure)}</Callout>;
  const known = new Map(counted?.kinds.map((each) => [each.kind, each.entries]));
  const shown = onChange === undefined ? [...chosen] : (counted?.kinds.map(({ kind }) => kind) ?? []);
  const toggle = (kind: string): void => {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    onChange?.(next);
  };
  const label = (kind: string): ReactElement => <>{kindName(t, types, kind, language)} <span className="quiet figures">{counted === null ? '' : formatCount(known.get(kind) ?? 0, language)}</span></>;
  return (
    <FormGroup label={t('kinds')} className="services__kinds">
      {counted === null ? <div className="services__counting quiet"><Spinner size={16} /> {t('counting')}</div> : null}
      <div className="services__kind-list">
        {shown.map((kind) => (onChange === undefined ? <span key={kind} className="services__kind">{label(kind)}</span> : <Checkbox key={kind} checked={chosen.has(kind)} labelElement={label(kind)} onChange={() => toggle(kind)} />))}
      </div>
      {counted !== null && counted.kinds.length === 0 ? <p className="quiet">{t('nothingToCompare')}</p> : null}
      {counted !== null && counted.withheld > 0 ? <p className="quiet">{t('withheld', { count: counted.withheld })}</p> : null}
    </FormGroup>
  );
}
