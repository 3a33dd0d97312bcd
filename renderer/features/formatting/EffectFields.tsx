import { HTMLSelect } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PALETTE, type Effect, type RuleTarget } from '../../../shared/model/formatting';
import { RuleSwatch } from './RuleSwatch';

const SIZES = [0.75, 1.35, 1.8] as const;
const WIDTHS = [2.5, 4, 6] as const;
const STROKES = ['solid', 'dashed', 'dotted'] as const;
const COLOURS = Object.entries(PALETTE);

function without<K extends keyof Effect>(effect: Effect, key: K): Effect {
  const { [key]: _left, ...rest } = effect;
  return rest as Effect;
}

/** How what a rule hits is drawn: colour, and size or stroke. */
export function EffectFields({ target, effect, onChange }: { target: RuleTarget; effect: Effect; onChange: (effect: Effect) => void }): ReactElement {
  const { t } = useTranslation('formatting');
  const factor = <K extends 'size' | 'width'>(key: K, all: readonly number[]): ReactElement => (
    <label className="rule-editor__field">
      <span className="quiet">{t(key)}</span>
      <HTMLSelect fill value={String(effect[key] ?? '')} options={[{ value: '', label: t('asIs') }, ...all.map((each) => ({ value: String(each), label: t(`${key}.${all.indexOf(each)}`) }))]} onChange={(event) => { const { value } = event.currentTarget; onChange(value === '' ? without(effect, key) : { ...effect, [key]: Number(value) }); }} />
    </label>
  );
  return (
    <div className="rule-editor__effect">
      <div className="rule-editor__colours" role="radiogroup" aria-label={t('colour')}>
        <button type="button" role="radio" className="rule-colour rule-colour--none" aria-checked={effect.colour === undefined} aria-label={t('asIs')} title={t('asIs')} onClick={() => onChange(without(effect, 'colour'))} />
        {COLOURS.map(([name, colour]) => <button key={name} type="button" role="radio" className="rule-colour" style={{ background: colour }} aria-checked={effect.colour === colour} aria-label={t(`colour.${name}`)} title={t(`colour.${name}`)} onClick={() => onChange({ ...effect, colour })} />)}
        <RuleSwatch rule={{ target, effect }} />
      </div>
      <div className="rule-editor__pair">
        {target === 'entities' ? factor('size', SIZES) : factor('width', WIDTHS)}
        {target === 'lines' ? (
          <label className="rule-editor__field">
            <span className="quiet">{t('line')}</span>
            <HTMLSelect fill value={effect.line ?? ''} options={[{ value: '', label: t('asIs') }, ...STROKES.map((each) => ({ value: each, label: t(`line.${each}`) }))]} onChange={(event) => { const line = STROKES.find((each) => each === event.currentTarget.value); onChange(line === undefined ? without(effect, 'line') : { ...effect, line }); }} />
          </label>
        ) : null}
      </div>
    </div>
  );
}
