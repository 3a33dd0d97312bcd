import { Button, HTMLSelect } from '@blueprintjs/core';
import { mdiArrowRight, mdiDeleteOutline, mdiSwapHorizontal } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import type { LinkMapping, Mapping } from '../../../shared/mapping/mapping';
import { keyedName } from './ColumnHead';
import { changeLink, removeLink } from './mappingChange';
import { LinkConditions } from './LinkConditions';
import { PropertyRows } from './PropertyRows';

/** One link per row: its ends, its type, its properties, and of which rows it holds. */
export function LinkCard({ link, index, mapping, onMapping }: { link: LinkMapping; index: number; mapping: Mapping; onMapping: (mapping: Mapping) => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const ends = mapping.entities.map((entity, at) => ({ value: entity.key, label: keyedName(mapping, at, types.label(entity.type, language)) }));
  const typeOf = (key: string): string => mapping.entities.find((each) => each.key === key)?.type ?? '';
  const allowed = types.linksBetween(typeOf(link.from), typeOf(link.to), language);
  const offered = allowed.some((type) => type.id === link.type) ? allowed : [...(types.link(link.type) ? [types.link(link.type)!] : []), ...allowed];
  const change = (part: Partial<LinkMapping>): void => onMapping(changeLink(mapping, index, (old) => ({ ...old, ...part })));
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
      <LinkConditions link={link} directed={types.link(link.type)?.directed === true} mapping={mapping} onLink={(change) => onMapping(changeLink(mapping, index, change))} />
    </section>
  );
}
