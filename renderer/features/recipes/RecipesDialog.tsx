import { Button, Dialog, DialogBody, DialogFooter, InputGroup } from '@blueprintjs/core';
import { mdiBookOpenPageVariantOutline, mdiDeleteOutline, mdiExportVariant, mdiPencilOutline, mdiTrayArrowDown } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt, execute } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { appClient } from '../../ipc/app';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { notify } from '../../ui/notices';
import type { ListedRecipe } from '../../../shared/contract';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import './recipes.css';

const HEADINGS = 12;

/** The recipes of the case and those that come with Knoop: renamed, deleted, given to colleagues and taken from them. */
export function RecipesDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'recipes' && state.open !== null);
  return shown ? <Recipes /> : null;
}

function Recipes(): ReactElement {
  const { t } = useTranslation('recipes');
  const { data = [], isSuccess } = useCase('case.recipes', {});
  const close = (): void => changeSession({ dialog: null });
  const take = async (): Promise<void> => {
    const recipe = await attempt(() => appClient['app.chooseRecipe']({}));
    if (!recipe) return;
    const held = data.find((each) => each.id === recipe.id && !each.shipped);
    const same = held !== undefined && JSON.stringify(held.mapping) === JSON.stringify(recipe.mapping);
    if (same) notify('recipes:same', { name: held.name, version: held.version });
    else if (held !== undefined && !(await confirm({ title: 'recipes:replaceTitle', body: 'recipes:replaceBody', action: 'recipes:replace', values: { name: held.name, version: held.version } }))) return;
    if (!same && await execute('recipe.put', recipe)) notify('recipes:taken', { name: recipe.name }, 'success');
  };
  return (
    <Dialog isOpen className="recipes" title={t('title')} onClose={close}>
      <DialogBody>
        {isSuccess && data.length === 0 ? <EmptyState icon={mdiBookOpenPageVariantOutline} title={t('empty')} hint={t('emptyHint')} /> : (
          <ul className="recipes__list">{data.map((recipe) => <RecipeRow key={`${recipe.id}:${recipe.shipped}`} recipe={recipe} />)}</ul>
        )}
      </DialogBody>
      <DialogFooter actions={<><Button icon={<Glyph path={mdiTrayArrowDown} />} text={t('take')} onClick={() => void take()} /><Button intent="primary" text={t('close')} onClick={close} /></>} />
    </Dialog>
  );
}

function RecipeRow({ recipe }: { recipe: ListedRecipe }): ReactElement {
  const { t } = useTranslation(['recipes', 'import']);
  const [name, setName] = useState<string | null>(null);
  const { mapping } = recipe;
  const records = isRecordPlan(mapping);
  const said = records ? Object.entries({ ...mapping.entityTypes, ...mapping.linkTypes }).map(([kind]) => kind || t('import:kindUnnamed')) : mapping.headings.filter((heading) => heading !== '');
  const rename = async (): Promise<void> => {
    const { shipped: _shipped, earlier: _earlier, ...rest } = recipe;
    if (name !== null && name.trim() !== '' && await execute('recipe.put', { ...rest, name: name.trim() })) setName(null);
  };
  const give = async (): Promise<void> => {
    const saved = await attempt(() => appClient['app.saveRecipe']({ id: recipe.id }));
    if (saved) notify('recipes:given', { file: saved.name }, 'success');
  };
  const remove = async (): Promise<void> => {
    if (await confirm({ title: 'recipes:removeTitle', body: 'recipes:removeBody', action: 'recipes:remove', values: { name: recipe.name }, danger: true })) await execute('recipe.delete', { id: recipe.id });
  };
  return (
    <li className="recipes__row">
      <div className="recipes__what">
        {name === null ? <strong className="clip" title={recipe.name}>{recipe.name}</strong> : (
          <form onSubmit={(event) => { event.preventDefault(); void rename(); }}>
            <InputGroup size="small" autoFocus aria-label={t('recipes:name')} value={name} maxLength={200} onValueChange={setName} onBlur={() => void rename()} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setName(null); } }} />
          </form>
        )}
        <span className="chip">{t('recipes:version', { version: recipe.version })}</span>
        {recipe.shipped ? <span className="chip">{t('recipes:shipped')}</span> : null}
      </div>
      <div className="quiet clip">{[t(`import:formats.${records ? mapping.format : 'table'}`), mapping.source.supplier, (recipe.earlier?.length ?? 0) > 0 ? t('recipes:earlier', { count: recipe.earlier?.length ?? 0 }) : ''].filter(Boolean).join(' · ')}</div>
      {said.length > 0 ? <div className="quiet clip" title={said.join(', ')}>{t(records ? 'recipes:kinds' : 'recipes:headings', { count: said.length, list: said.slice(0, HEADINGS).join(', ') })}</div> : null}
      <div className="recipes__tools">
        <Button size="small" variant="minimal" icon={<Glyph path={mdiExportVariant} size={14} />} text={t('recipes:give')} onClick={() => void give()} />
        {recipe.shipped ? null : <Button size="small" variant="minimal" icon={<Glyph path={mdiPencilOutline} size={14} />} text={t('recipes:rename')} onClick={() => setName(recipe.name)} />}
        {recipe.shipped ? null : <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} text={t('recipes:remove')} onClick={() => void remove()} />}
      </div>
    </li>
  );
}
