import { Button, Dialog, DialogBody, DialogFooter, Tag } from '@blueprintjs/core';
import { mdiContentCopy, mdiDeleteOutline, mdiExportVariant, mdiPencilOutline, mdiPlus, mdiTrayArrowDown } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt, execute } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { appClient } from '../../ipc/app';
import { confirm } from '../../ui/confirm';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import type { Scheme } from '../../../shared/schema/types';
import { emptyScheme, idOf } from './schemeDraft';
import { SchemeEditor } from './SchemeEditor';
import './schemes.css';

const USES = ['grading', 'handling', 'marking'] as const;

/** What is being written: a new scheme, or one that is there. */
interface Writing {
  readonly scheme: Scheme;
  readonly isNew: boolean;
}

/** All schemes of grading, handling and marking: those that come with Knoop to read, those of the service to write, give and take. */
export function SchemesDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'schemes' && state.open !== null);
  return shown ? <Schemes /> : null;
}

function Schemes(): ReactElement {
  const { t } = useTranslation('schemes');
  const language = useLanguage();
  const types = useTypes();
  const { data: own = [] } = useCase('case.ownSchemes', {});
  const [writing, setWriting] = useState<Writing | null>(null);
  const all = types.catalogue.schemes;
  const close = (): void => changeSession({ dialog: null });
  const taken = (name: string): boolean => all.some((scheme) => scheme.id === name);
  const copy = (scheme: Scheme): void => {
    const label = { ...scheme.label, [language]: t('copyOf', { name: scheme.label[language] }) };
    let id = idOf(`${scheme.id} eigen`);
    for (let count = 2; taken(id); count += 1) id = idOf(`${scheme.id} eigen ${count}`);
    setWriting({ scheme: { ...scheme, id, label }, isNew: true });
  };
  const take = async (): Promise<void> => {
    const scheme = await attempt(() => appClient['app.chooseScheme']({}));
    if (!scheme) return;
    if (own.includes(scheme.id) && !(await confirm({ title: 'schemes:replaceTitle', body: 'schemes:replaceBody', action: 'schemes:replace', values: { name: scheme.label[language] } }))) return;
    if (await execute('scheme.put', scheme)) notify('schemes:taken', { name: scheme.label[language] }, 'success');
  };
  if (writing) return <SchemeEditor start={writing.scheme} isNew={writing.isNew} taken={all.map((scheme) => scheme.id).filter((id) => writing.isNew || id !== writing.scheme.id)} onDone={() => setWriting(null)} />;
  return (
    <Dialog isOpen className="schemes" title={t('title')} onClose={close}>
      <DialogBody>
        {USES.map((use) => (
          <section key={use} className="schemes__use">
            <h3>{t(`use.${use}`)}</h3>
            <ul>{types.schemes(use).toSorted((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id))).map((scheme) => <SchemeRow key={scheme.id} scheme={scheme} own={own.includes(scheme.id)} onWrite={() => setWriting({ scheme, isNew: false })} onCopy={() => copy(scheme)} />)}</ul>
          </section>
        ))}
      </DialogBody>
      <DialogFooter actions={<><Button icon={<Glyph path={mdiTrayArrowDown} />} text={t('take')} onClick={() => void take()} /><Button icon={<Glyph path={mdiPlus} />} text={t('new')} onClick={() => setWriting({ scheme: emptyScheme(), isNew: true })} /><Button intent="primary" text={t('app:done')} onClick={close} /></>} />
    </Dialog>
  );
}

function SchemeRow({ scheme, own, onWrite, onCopy }: { scheme: Scheme; own: boolean; onWrite: () => void; onCopy: () => void }): ReactElement {
  const { t } = useTranslation('schemes');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const give = async (): Promise<void> => {
    const saved = await attempt(() => appClient['app.saveScheme']({ id: scheme.id }));
    if (saved) notify('schemes:given', { file: saved.name }, 'success');
  };
  const remove = async (): Promise<void> => {
    if (await confirm({ title: 'schemes:removeTitle', body: 'schemes:removeBody', action: 'schemes:remove', values: { name: scheme.label[language] }, danger: true })) await execute('scheme.delete', { id: scheme.id });
  };
  const shown = scheme.axes.map((axis) => axis.codes.map((code) => (scheme.use === 'marking' ? code.label[language] : code.code)).join(' · ')).join('  |  ');
  return (
    <li className="schemes__row">
      <div className="schemes__head">
        <button type="button" className="link-button clip" aria-expanded={open} onClick={() => setOpen(!open)}>{scheme.label[language]}</button>
        <Tag minimal intent={own ? 'primary' : 'none'}>{t(own ? 'own' : 'shipped')}</Tag>
        <span className="schemes__tools">
          <Button size="small" variant="minimal" icon={<Glyph path={mdiExportVariant} size={14} />} title={t('give')} aria-label={t('giveNamed', { name: scheme.label[language] })} onClick={() => void give()} />
          <Button size="small" variant="minimal" icon={<Glyph path={mdiContentCopy} size={14} />} title={t('copy')} aria-label={t('copyNamed', { name: scheme.label[language] })} onClick={onCopy} />
          {own ? <Button size="small" variant="minimal" icon={<Glyph path={mdiPencilOutline} size={14} />} title={t('edit')} aria-label={t('editNamed', { name: scheme.label[language] })} onClick={onWrite} /> : null}
          {own ? <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} title={t('remove')} aria-label={t('removeNamed', { name: scheme.label[language] })} onClick={() => void remove()} /> : null}
        </span>
      </div>
      {open ? <Codes scheme={scheme} /> : <div className="quiet clip">{shown}</div>}
    </li>
  );
}

function Codes({ scheme }: { scheme: Scheme }): ReactElement {
  const { t } = useTranslation('schemes');
  const language = useLanguage();
  return (
    <>
      {scheme.axes.map((axis) => (
        <div key={axis.id} className="schemes__axis">
          {scheme.axes.length > 1 ? <strong>{axis.label[language]}</strong> : null}
          <dl>
            {axis.codes.map((code) => [
              <dt key={code.code}>{code.colour ? <i className="schemes__colour" style={{ background: code.colour }} /> : null}{scheme.use === 'marking' ? '' : code.code}</dt>,
              <dd key={`${code.code} label`}>{code.label[language]}{code.permission ? <span className="quiet"> · {t('asksFor', { purposes: code.permission.map((each) => t(`purpose.${each}`)).join(', ') })}</span> : null}{code.note ? <span className="quiet"> · {t('asksNote')}</span> : null}</dd>,
            ])}
          </dl>
        </div>
      ))}
    </>
  );
}
