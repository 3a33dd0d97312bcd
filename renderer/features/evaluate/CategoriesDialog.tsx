import { Button, Checkbox, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategoriesTask } from '../../actions/evaluate';
import { execute } from '../../actions/execute';
import { selectAndCentre } from '../../actions/selectionActions';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { formatCount, useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { categoryOf } from '../../../shared/schema/category';
import type { PropertyType } from '../../../shared/schema/types';
import './evaluate.css';

/** Says what persons are in this case: those that were chosen, or all of whom nobody has said it yet. */
export function CategoriesDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'categories' && state.open !== null);
  const persons = useCategoriesTask((state) => state.persons);
  return shown ? <CategoriesForm persons={persons} /> : null;
}

const MINOR_SAID = ['unsaid', 'yes', 'no'] as const;

function CategoriesForm({ persons }: { persons: readonly string[] | null }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const { data: all } = useCase('case.categories', {});
  const { data: chosen = [] } = useCase('case.entities', { ids: [...(persons ?? [])] }, persons !== null);
  const property: PropertyType | undefined = types.catalogue.entityTypes.map(categoryOf).find((each) => each !== undefined);
  const listed = persons === null ? (all?.without ?? []) : chosen.filter((each) => { const type = types.entity(each.type); return type !== undefined && categoryOf(type) !== undefined; });
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [category, setCategory] = useState('');
  const [minor, setMinor] = useState<(typeof MINOR_SAID)[number]>('unsaid');
  const [busy, setBusy] = useState(false);
  const on = listed.filter((each) => !off.has(each.id));
  const close = (): void => changeSession({ dialog: null });
  // Of who stands for several it is said of each: what another record went on saying would go on showing.
  const recordsOf = (id: string): readonly string[] => chosen.find((each) => each.id === id)?.members ?? [id];
  const save = async (): Promise<void> => {
    setBusy(true);
    const done = await execute('category.set', { subjects: on.flatMap((each) => recordsOf(each.id)), category, minor: minor === 'unsaid' ? null : minor === 'yes' });
    setBusy(false);
    if (done && (persons !== null || on.length === all?.withoutTotal)) close();
    setOff(new Set());
  };
  const counts = Object.keys(property?.choices ?? {}).filter((code) => (all?.byCategory[code] ?? 0) > 0);
  return (
    <Dialog isOpen title={t('categoriesTitle')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); if (category !== '' && on.length > 0 && !busy) void save(); }}>
        <DialogBody>
          {persons === null ? <p className="quiet">{t('categoriesHint')}</p> : null}
          {counts.length > 0 ? <div className="categories__counts">{counts.map((code) => <span key={code}>{property?.choices?.[code]?.[language] ?? code} <span className="quiet figures">{formatCount(all?.byCategory[code] ?? 0, language)}</span></span>)}{(all?.minors ?? 0) > 0 ? <span>{t('minors')} <span className="quiet figures">{formatCount(all?.minors ?? 0, language)}</span></span> : null}</div> : null}
          {listed.length === 0 ? <p>{t('allHave')}</p> : (
            <>
              <Checkbox checked={on.length === listed.length} indeterminate={on.length > 0 && on.length < listed.length} label={t('selectAll')} onChange={() => setOff(on.length === listed.length ? new Set(listed.map((each) => each.id)) : new Set())} />
              <ul className="categories__list">
                {listed.map((each) => (
                  <li key={each.id}>
                    <Checkbox checked={!off.has(each.id)} onChange={() => setOff(new Set(off.has(each.id) ? [...off].filter((id) => id !== each.id) : [...off, each.id]))} labelElement={<span className="name" dir="auto">{each.caption}</span>} />
                    <button type="button" className="link-button" onClick={() => { close(); selectAndCentre(each.id); }}>{t('show')}</button>
                  </li>
                ))}
              </ul>
              {persons === null && (all?.withoutTotal ?? 0) > listed.length ? <p className="quiet">{t('firstOf', { shown: formatCount(listed.length, language), total: formatCount(all?.withoutTotal ?? 0, language) })}</p> : null}
              <div className="evaluation">
                <Picker label={t('category')} value={category} options={[{ value: '', label: t('choose') }, ...Object.entries(property?.choices ?? {}).map(([value, names]) => ({ value, label: names[language] }))]} onChange={setCategory} />
                <Picker label={t('minor')} value={minor} options={MINOR_SAID.map((value) => ({ value, label: t(`minorSaid.${value}`) }))} onChange={(value) => setMinor(MINOR_SAID.find((each) => each === value) ?? 'unsaid')} />
              </div>
            </>
          )}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} />{listed.length === 0 ? null : <Button type="submit" intent="primary" loading={busy} disabled={category === '' || on.length === 0} text={t('setFor', { count: on.length })} />}</>} />
      </form>
    </Dialog>
  );
}
