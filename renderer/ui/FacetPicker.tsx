import { Button, Checkbox, PopoverNext } from '@blueprintjs/core';
import { mdiFilterOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Glyph } from './Glyph';
import { formatCount, useLanguage } from './language';
import './facets.css';

/** One thing to filter by: its name, and what occurs with how often. Values are compared as they stand; "" is none. */
export interface Facet {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: number }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** A button with a filter's columns of ticks behind it. `active`: something is left out. */
export function FacetPicker({ label, facets, active, onClear, size }: { label: string; facets: readonly Facet[]; active: boolean; onClear: () => void; size?: 'small' }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  return (
    <PopoverNext
      placement="bottom-start"
      content={
        <div className="facets" role="group" aria-label={label}>
          <div className="facets__columns">
            {facets.filter((facet) => facet.options.length > 0).map((facet) => (
              <fieldset key={facet.id}>
                <legend>{facet.label}</legend>
                {facet.options.map(({ value, label: name, count }) => (
                  <Checkbox
                    key={value} checked={facet.chosen.includes(value)} onChange={() => facet.onChange(facet.chosen.includes(value) ? facet.chosen.filter((each) => each !== value) : [...facet.chosen, value])}
                    labelElement={<span className="facets__option"><span className={value === '' ? 'quiet' : ''}>{name}</span>{count === undefined ? null : <span className="quiet figures">{formatCount(count, language)}</span>}</span>}
                  />
                ))}
              </fieldset>
            ))}
          </div>
          <Button size="small" disabled={!active} text={t('clearFilter')} onClick={onClear} />
        </div>
      }
    >
      <Button variant="minimal" {...(size ? { size } : {})} active={active} intent={active ? 'primary' : 'none'} aria-pressed={active} icon={<Glyph path={mdiFilterOutline} size={size ? 14 : 18} />} title={label} aria-label={label} />
    </PopoverNext>
  );
}
