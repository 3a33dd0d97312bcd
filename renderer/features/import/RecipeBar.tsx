import { Button, Callout, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiBookOpenPageVariantOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../actions/execute';
import { changeSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { notify } from '../../ui/notices';
import type { ImportPreview } from '../../../shared/contract';
import { planFingerprint, type Recipe } from '../../../shared/mapping/recipe';
import { isRecordPlan } from '../../../shared/mapping/recordPlan';
import type { ImportPlan } from '../../../shared/mapping/recordPlan';
import { recipeFor, type UsedRecipe } from './recipe';

/** Which recipe the mapping comes from, how it differs, and what can be done: take another, save what was changed. */
export function RecipeBar({ file, preview, mapping, used, onUse, onSaved }: { file: string; preview: ImportPreview; mapping: ImportPlan; used: UsedRecipe | null; onUse: (recipe: Recipe | null) => void; onSaved: (recipe: Recipe) => void }): ReactElement {
  const { t } = useTranslation('import');
  const { data = [] } = useCase('case.recipes', {});
  const [name, setName] = useState<string | null>(null);
  const kinds = preview.kind === 'records' ? preview.kinds : [];
  const print = planFingerprint(mapping, kinds);
  const offered = data.filter((each) => (isRecordPlan(mapping) ? isRecordPlan(each.mapping) && each.mapping.format === mapping.format : !isRecordPlan(each.mapping)));
  const fits = offered.filter((each) => each.fingerprint === print);
  const others = offered.filter((each) => each.fingerprint !== print);
  const choose = (id: string): void => { onUse(id === '' ? null : (data.find((each) => each.id === id) ?? null)); setName(null); };
  const option = (each: (typeof data)[number]): ReactElement => <option key={each.id} value={each.id}>{t('recipeVersion', { name: each.name, version: each.version })}</option>;
  const shipped = data.some((each) => each.id === used?.recipe.id && each.shipped);
  const save = async (): Promise<void> => {
    const put = recipeFor((name ?? '').trim(), mapping, used?.recipe ?? null, kinds, shipped);
    const { earlier: _, ...given } = put;
    if (!(await execute('recipe.put', given))) return;
    notify('import:recipeSavedAs', { name: put.name, version: put.version }, 'success');
    onSaved(put);
    setName(null);
  };
  const next = used !== null && !shipped && name?.trim() === used.recipe.name ? used.recipe.version + 1 : 1;
  return (
    <div className="recipe-bar" role="group" aria-label={t('recipe')}>
      <label className="recipe-bar__choice">{t('recipe')}
        <HTMLSelect aria-label={t('recipe')} value={used?.recipe.id ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('recipeNone')}</option>
          {used !== null && !data.some((each) => each.id === used.recipe.id) ? <option value={used.recipe.id}>{t('recipeVersion', { name: used.recipe.name, version: used.recipe.version })}</option> : null}
          {fits.length > 0 ? <optgroup label={t('recipesFitting')}>{fits.map(option)}</optgroup> : null}
          {others.length > 0 ? <optgroup label={t('recipesOther')}>{others.map(option)}</optgroup> : null}
        </HTMLSelect>
      </label>
      {used?.changed ? <span className="chip recipe-bar__changed">{t('recipeChanged')}</span> : null}
      {name === null ? <Button size="small" text={t(used ? 'recipeSaveChanges' : 'saveAsRecipe')} disabled={used !== null && !used.changed} onClick={() => setName(used?.recipe.name ?? file.replace(/\.[^.]+$/, ''))} /> : (
        <form className="recipe-bar__save" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void save(); }}>
          <InputGroup size="small" autoFocus aria-label={t('recipeName')} value={name} maxLength={200} onValueChange={setName} />
          <Button size="small" type="submit" intent="primary" disabled={name.trim() === ''} text={t(next > 1 ? 'saveVersion' : 'saveRecipe', { version: next })} />
          <Button size="small" variant="minimal" text={t('app:cancel')} onClick={() => setName(null)} />
        </form>
      )}
      <Button size="small" variant="minimal" icon={<Glyph path={mdiBookOpenPageVariantOutline} size={14} />} text={t('recipesOpen')} onClick={() => changeSession({ dialog: 'recipes' })} />
      {used !== null && used.missing.length > 0 ? <Callout compact intent="warning" className="recipe-bar__missing">{t('recipeMissing', { count: used.missing.length, columns: used.missing.join(', ') })}</Callout> : null}
    </div>
  );
}
