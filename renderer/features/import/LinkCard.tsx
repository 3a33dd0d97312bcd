import { Button, Checkbox, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiArrowRight, mdiDeleteOutline, mdiSwapHorizontal } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import type { LinkMapping, Mapping } from '../../../shared/mapping/mapping';
import { keyedName } from './ColumnHead';
import { changeLink, removeLink } from './mappingChange';
import { PropertyRows } from './PropertyRows';

/** One link per row: its ends, its type, its properties, and the column that tells which way it runs. */
export function LinkCard({ link, index, mapping, onMapping }: { link: LinkMapping; index: number; mapping: Mapping; onMapping: (mapping: Mapping) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const ends = mapping.entities.map((entity, at) => ({ value: entity.key, label: keyedName(mapping, at, types.label(entity.type, language)) }));
  const typeOf = (key: string): string => mapping.entities.find((each) => each.key === key)?.type ?? '';
  const allowed = types.linksBetween(typeOf(link.from), typeOf(link.to), language);
  const offered = allowed.some((type) => type.id === link.type) ? allowed : [...(types.link(link.type) ? [types.link(link.type)!] : []), ...allowed];
  const change = (part: Partial<LinkMapping>): void => onMapping(changeLink(mapping, index, (old) => ({ ...old, ...part })));
  const reverse = link.reverseWhen;
  const setReverse = (next: LinkMapping['reverseWhen'] | null): void => onMapping(changeLink(mapping, index, ({ reverseWhen: _old, ...rest }) => (next ? { ...rest, reverseWhen: next } : rest)));
  return (
    <section className="map-card" aria-label={types.label(link.type, language)}>
      <header>
        <HTMLSelect aria-label={t('linkFrom')} value={link.from} options={ends} onChange={(event) => change({ from: event.currentTarget.value })} />
        <Glyph path={mdiArrowRight} size={14} />
        <HTMLSelect aria-label={t('linkType')} value={link.type} options={offered.map((type) => ({ value: type.id, label: type.label[language] }))} onChange={(event) => change({ type: event.currentTarget.value })} />
        <Glyph path={mdiArrowRight} size={14} />
        <HTMLSelect aria-label={t('linkTo')} value={link.to} options={ends} onChange={(event) => change({ to: event.currentTarget.value })} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiSwapHorizontal} size={14} />} aria-label={t('swapEnds')} title={t('swapEnds')} onClick={() => change({ from: link.to, to: link.from })} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('removeLink')} onClick={() => onMapping(removeLink(mapping, index))} />
      </header>
      <PropertyRows part={{ part: 'links', index }} type={link.type} mapping={mapping} onMapping={onMapping} />
      {types.link(link.type)?.directed ? (
        <footer>
          <label className="map-card__same">{t('reverseColumn')}
            <HTMLSelect value={reverse ? String(reverse.column) : ''} options={[{ value: '', label: t('never') }, ...mapping.headings.map((heading, column) => ({ value: String(column), label: heading }))]} onChange={(event) => { const value = event.currentTarget.value; setReverse(value === '' ? null : { column: Number(value), values: reverse?.values ?? [], negative: reverse?.negative ?? false }); }} />
          </label>
          {reverse ? <InputGroup size="small" placeholder={t('reverseValues')} aria-label={t('reverseValues')} defaultValue={reverse.values.join('; ')} onBlur={(event) => setReverse({ ...reverse, values: event.currentTarget.value.split(';').map((each) => each.trim()).filter(Boolean) })} /> : null}
          {reverse ? <Checkbox inline checked={reverse.negative} label={t('reverseNegative')} onChange={(event) => setReverse({ ...reverse, negative: event.currentTarget.checked })} /> : null}
        </footer>
      ) : null}
    </section>
  );
}
