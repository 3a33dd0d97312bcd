import { Button, InputGroup } from '@blueprintjs/core';
import { mdiClose, mdiMagnify, mdiPlus, mdiTextBoxSearchOutline } from '@mdi/js';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../../actions/addToChart';
import { dragEntities } from '../../actions/dragging';
import { openPage } from '../../actions/openSource';
import { selectAndCentre } from '../../actions/selectionActions';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { EmptyState } from '../../ui/EmptyState';
import { Excerpt } from '../../ui/Excerpt';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { useLater } from '../../ui/useLater';
import type { PageHit, SearchHit } from '../../../shared/contract';
import type { Facets } from '../../../shared/contract/facets';
import { SearchFacets } from './SearchFacets';
import './search.css';

const PAGE = 100;

/** Full text over everything in the case, as one types; without a text, the entities with most links. Hits go on the chart by dragging, button or Enter. */
export function SearchPanel(): ReactElement {
  const { t } = useTranslation('search');
  const language = useLanguage();
  const [text, setText] = useState('');
  const [type, setType] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const asked = useLater(text.trim());
  const types = useTypes();
  const [facets, setFacets] = useState<Facets>({});
  const only = { ...(type === null ? {} : { types: [type] }), facets };
  const found = useCase('case.search', { text: asked, limit: PAGE, ...only }, asked !== '');
  const browsed = useCase('case.browse', { limit: PAGE, order: 'links', ...only });
  const hits: readonly SearchHit[] = asked === '' ? (browsed.data?.entities ?? []).map((entity) => ({ entity, property: '', excerpt: '' })) : (found.data?.hits ?? []);
  const pages: readonly PageHit[] = asked === '' ? [] : (found.data?.pages ?? []);
  const kinds = Object.entries(browsed.data?.byType ?? {}).filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]);
  return (
    <div className="panel">
      <div className="panel__head search__head">
        <InputGroup onKeyDown={(event) => { if (event.key === 'ArrowDown') { event.preventDefault(); list.current?.querySelector<HTMLElement>('[data-hit]')?.focus(); } }} data-search-field type="search" value={text} onValueChange={setText} leftElement={<span className="search__glass"><Glyph path={mdiMagnify} /></span>} placeholder={t('placeholder')} aria-label={t('placeholder')} rightElement={text === '' ? undefined : <Button variant="minimal" icon={<Glyph path={mdiClose} />} aria-label={t('clear')} onClick={() => setText('')} />} />
        <SearchFacets facets={facets} onChange={setFacets} />
        <div className="search__kinds" role="group" aria-label={t('types')}>
          {kinds.slice(0, 12).map(([id, count]) => (
            <button key={id} type="button" className="chip search__kind" data-family={types.family(id)} aria-pressed={type === id} onClick={() => setType(type === id ? null : id)}>
              {types.label(id, language, 2)}{/* These count what is in the case, not the hits. */}{asked === '' ? <span className="figures"> {formatCount(count, language)}</span> : null}
            </button>
          ))}
        </div>
      </div>
      {hits.length === 0 && pages.length === 0 ? (
        <EmptyState icon={mdiMagnify} title={t(asked === '' ? 'nothingYet' : 'noHits')} hint={t(asked === '' ? 'nothingYetHint' : 'noHitsHint')} />
      ) : (
        <ul className="panel__body search__hits" ref={list} aria-label={t('hits')}>
          {hits.map((hit) => <Hit key={`${hit.entity.id}:${hit.property}`} hit={hit} />)}
          {found.data?.more && asked !== '' ? <li className="search__more quiet">{t('more', { count: PAGE })}</li> : null}
          {asked === '' && (browsed.data?.total ?? 0) > PAGE ? <li className="search__more quiet">{t('mostLinked', { shown: formatCount(PAGE, language), total: formatCount(browsed.data?.total ?? 0, language) })}</li> : null}
          {pages.length > 0 ? <li className="search__part quiet">{t('inDocuments')}</li> : null}
          {pages.map((page) => <FoundPage key={`${page.source}:${page.page}`} found={page} sought={asked} />)}
        </ul>
      )}
    </div>
  );
}

/** A page of a document that has the words; Enter or a click opens it there. */
function FoundPage({ found, sought }: { found: PageHit; sought: string }): ReactElement {
  const { t } = useTranslation('search');
  const language = useLanguage();
  const page = formatCount(found.page, language);
  const open = (): void => openPage(found.source, found.page, sought);
  return (
    <li className="search__row">
      <div className="search__hit search__page" data-hit tabIndex={0} role="button" aria-label={t('openPage', { title: found.title, page })} onClick={open} onKeyDown={(event) => pressOnHit(event, null, open)}>
        <span className="search__sheet"><Glyph path={mdiTextBoxSearchOutline} size={18} /></span>
        <span className="search__text">
          <span className="clip search__caption">{found.title}<span className="quiet search__number"> · {t('page', { page })}</span></span>
          <span className="quiet search__where search__excerpt" dir="auto"><Excerpt text={found.excerpt} /></span>
        </span>
      </div>
    </li>
  );
}

/** Keys on a hit: Enter puts it on the chart, Space shows it (both open a page), arrows go to the next and the one before. */
function pressOnHit(event: KeyboardEvent<HTMLElement>, id: string | null, open?: () => void): void {
  const items = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  const at = items.indexOf(event.currentTarget);
  if (id === null && (event.key === 'Enter' || event.key === ' ')) open?.();
  else if (event.key === 'Enter') void addToChart([id ?? '']);
  else if (event.key === ' ') selectAndCentre(id ?? '');
  else if (event.key === 'ArrowDown') items[at + 1]?.focus();
  else if (event.key === 'ArrowUp') items[at - 1]?.focus();
  else return;
  event.preventDefault();
}

function Hit({ hit }: { hit: SearchHit }): ReactElement {
  const { t } = useTranslation('search');
  const language = useLanguage();
  const types = useTypes();
  const { entity } = hit;
  const property = hit.property === '' ? '' : (types.property(entity.type, hit.property)?.label[language] ?? '');
  return (
    <li className="search__row">
      <div
        className="search__hit" data-hit tabIndex={0} role="button" draggable
        onDragStart={(event) => dragEntities(event.dataTransfer, [entity.id])}
        onClick={() => selectAndCentre(entity.id)}
        onDoubleClick={() => void addToChart([entity.id])}
        onKeyDown={(event) => pressOnHit(event, entity.id)}
      >
        <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={26} />
        <span className="search__text">
          <span className="clip search__caption">{hit.property === '' && hit.excerpt !== '' ? <span className="name" dir="auto"><Excerpt text={hit.excerpt} /></span> : <span className="name" dir="auto">{entity.caption}</span>}</span>
          <span className="clip quiet search__where">{[types.label(entity.type, language), types.keyText(entity, language)].filter(Boolean).join(' · ')}{hit.property !== '' ? <> · {property}: <Excerpt text={hit.excerpt} /></> : null}</span>
        </span>
        <span className="quiet figures" title={t('links')}>{formatCount(entity.links, language)}</span>
      </div>
      <Button size="small" variant="minimal" tabIndex={-1} icon={<Glyph path={mdiPlus} size={14} />} title={t('add')} aria-label={t('addNamed', { name: entity.caption })} onClick={() => void addToChart([entity.id])} />
    </li>
  );
}
