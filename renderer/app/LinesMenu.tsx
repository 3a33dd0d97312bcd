import { Button, Checkbox, Radio, RadioGroup } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../actions/chartView';
import { changeOptions, fold, foldAllAlike, FOLDING_ICONS } from '../actions/folding';
import { NOTHING } from '../case/selection';
import { Glyph } from '../ui/Glyph';
import './lines.css';
import { foldingsOf, MOST_APART } from '../../shared/analysis/drawing/folding';
import { FOLDINGS, LINE_TEXTS, type Folding } from '../../shared/model/drawing';

/** How the links of the whole chart are folded, what stands on lines, and what was set otherwise for pairs and types. Stays open while it is tried out. */
export function LinesMenu(): ReactElement {
  const { t } = useTranslation('folding');
  const view = useChartView((state) => state.view);
  const options = view?.chart.options;
  const texts = options?.lineTexts;
  const asked = foldingsOf(options);
  const stays = view?.lines.filter((line) => line.count > 1 && asked(line.type, line.from, line.to).folding === 'apart').length ?? 0;
  const own = Object.keys(options?.pairFolding ?? {}).length + Object.keys(options?.typeFolding ?? {}).length;
  const flows = options?.folding === 'flow' || [...Object.values(options?.pairFolding ?? {}), ...Object.values(options?.typeFolding ?? {})].includes('flow');
  const setText = (text: (typeof LINE_TEXTS)[number], on: boolean): void => void changeOptions((before) => ({ ...before, lineTexts: LINE_TEXTS.filter((each) => (each === text ? on : (before.lineTexts ?? []).includes(each))) }));
  return (
    <div className="lines-menu">
      <RadioGroup label={t('of.chart')} name="folding" selectedValue={options?.folding ?? 'type'} onChange={(event) => void fold('chart', event.currentTarget.value as Folding, NOTHING)}>
        {FOLDINGS.map((each) => <Radio key={each} value={each} className="lines-menu__folding"><Glyph path={FOLDING_ICONS[each]} size={16} /> {t(`as.${each}`)}</Radio>)}
      </RadioGroup>
      {flows ? <p className="quiet">{t('flowRest')}</p> : null}
      {stays > 0 ? <p className="quiet">{t('stay', { count: stays, most: MOST_APART })}</p> : null}
      {own > 0 ? <p className="lines-menu__own"><span>{t('own', { count: own })}</span><Button size="small" text={t('alike')} onClick={() => void foldAllAlike()} /></p> : null}
      <RadioGroup label={t('texts')} name="lineTexts" selectedValue={texts === undefined ? 'usual' : 'chosen'} onChange={(event) => { const usual = event.currentTarget.value === 'usual'; void changeOptions(({ lineTexts: _before, ...rest }) => (usual ? rest : { ...rest, lineTexts: ['count', 'total'] })); }}>
        <Radio value="usual">{t('text.usual')}</Radio>
        <Radio value="chosen">{t('text.chosen')}</Radio>
      </RadioGroup>
      <div className="lines-menu__texts">{LINE_TEXTS.map((each) => <Checkbox key={each} label={t(`text.${each}`)} checked={texts?.includes(each) ?? false} disabled={texts === undefined} onChange={(event) => setText(each, event.currentTarget.checked)} />)}</div>
    </div>
  );
}
