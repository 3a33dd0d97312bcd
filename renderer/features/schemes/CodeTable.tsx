import { Button, Checkbox, InputGroup } from '@blueprintjs/core';
import { mdiArrowDown, mdiArrowUp, mdiClose, mdiPlus } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Glyph } from '../../ui/Glyph';
import { PURPOSES } from '../../../shared/model/recipient';
import type { Scheme, SchemeAxis, SchemeCode } from '../../../shared/schema/types';
import { LabelFields } from './LabelFields';

/** Leaving the service is what leave is asked for; inside it nothing is held back. */
const OUTWARD = PURPOSES.filter((purpose) => purpose !== 'internal');

/** The codes of one list, in the order of their rank: the first asks least, or is the strongest grading. */
export function CodeTable({ axis, use, onChange }: { axis: SchemeAxis; use: Scheme['use']; onChange: (axis: SchemeAxis) => void }): ReactElement {
  const { t } = useTranslation('schemes');
  const setCodes = (codes: readonly SchemeCode[]): void => onChange({ ...axis, codes });
  const setCode = (at: number, code: SchemeCode): void => setCodes(axis.codes.map((each, index) => (index === at ? code : each)));
  const move = (at: number, by: number): void => {
    const codes = [...axis.codes];
    const [moved] = codes.splice(at, 1);
    if (moved) codes.splice(at + by, 0, moved);
    setCodes(codes);
  };
  return (
    <div className="codes">
      <p className="quiet">{t(use === 'grading' ? 'orderGrading' : 'orderHandling')}</p>
      <ol>
        {axis.codes.map((code, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a code has nothing but its place while it is written
          <li key={at} className="codes__row">
            <div className="codes__line">
              <InputGroup className="codes__code" size="small" value={code.code} maxLength={32} placeholder={t('code')} aria-label={t('codeAt', { number: at + 1 })} onValueChange={(text) => setCode(at, { ...code, code: text })} />
              <LabelFields label={t('meaning')} value={code.label} onChange={(label) => setCode(at, { ...code, label })} />
              <Button size="small" variant="minimal" disabled={at === 0} icon={<Glyph path={mdiArrowUp} size={14} />} aria-label={t('up', { code: code.code })} title={t('up', { code: code.code })} onClick={() => move(at, -1)} />
              <Button size="small" variant="minimal" disabled={at === axis.codes.length - 1} icon={<Glyph path={mdiArrowDown} size={14} />} aria-label={t('down', { code: code.code })} title={t('down', { code: code.code })} onClick={() => move(at, 1)} />
              <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeCode', { code: code.code })} title={t('removeCode', { code: code.code })} onClick={() => setCodes(axis.codes.filter((_, index) => index !== at))} />
            </div>
            {use === 'grading' ? null : (
              <div className="codes__asks">
                <label className="codes__colour">{t('colour')} <input type="color" value={(code.colour ?? '#808080').toLowerCase()} onChange={(event) => setCode(at, { ...code, colour: event.currentTarget.value })} /></label>
                {use === 'handling' ? <span className="quiet">{t('leaveFor')}</span> : null}
                {use === 'handling' ? OUTWARD.map((purpose) => {
                  const on = code.permission?.includes(purpose) === true;
                  return <Checkbox key={purpose} inline checked={on} label={t(`purpose.${purpose}`)} onChange={() => setCode(at, { ...code, permission: on ? (code.permission ?? []).filter((each) => each !== purpose) : [...(code.permission ?? []), purpose] })} />;
                }) : null}
                {use === 'handling' ? <Checkbox inline checked={code.note === true} label={t('asksNote')} onChange={() => setCode(at, { ...code, note: code.note !== true })} /> : null}
              </div>
            )}
          </li>
        ))}
      </ol>
      <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('addCode')} onClick={() => setCodes([...axis.codes, { code: '', label: { nl: '', fr: '', de: '', en: '' }, rank: axis.codes.length }])} />
    </div>
  );
}
