import { Button } from '@blueprintjs/core';
import { mdiChevronDown, mdiChevronRight, mdiLinkVariantOff } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { grouped } from '../../ui/grouped';
import { formatCount, useLanguage } from '../../ui/language';
import type { SubjectView } from '../../../shared/contract';
import { LinkList } from './LinkList';

type Count = SubjectView['linkCounts'][number];

/** Links of an entity by type and direction with their counts; each opens into its list. */
export function LinkGroups({ subject }: { subject: SubjectView }): ReactElement {
  const { t } = useTranslation('inspector');
  if (subject.linkCounts.length === 0) return <EmptyState icon={mdiLinkVariantOff} title={t('noLinks')} hint={t('noLinksHint')} />;
  const byType = grouped(subject.linkCounts, (each) => each.type);
  return <div className="link-groups">{[...byType].map(([type, counts]) => <LinkGroup key={type} entity={subject.id} type={type} counts={counts} />)}</div>;
}

function LinkGroup({ entity, type, counts }: { entity: string; type: string; counts: readonly Count[] }): ReactElement {
  const language = useLanguage();
  const types = useTypes();
  const [open, setOpen] = useState(false);
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  const link = types.link(type);
  const said = (direction: Count['direction']): string => (direction === 'in' ? link?.reverse : link?.label)?.[language] ?? type;
  return (
    <section className="link-groups__group">
      <Button variant="minimal" fill alignText="start" aria-expanded={open} icon={<Glyph path={open ? mdiChevronDown : mdiChevronRight} />} onClick={() => setOpen(!open)}>
        <span className="link-groups__name">{types.label(type, language)}</span> <span className="figures quiet">{formatCount(total, language)}</span>
      </Button>
      <ul>{counts.map((each) => <li key={`${each.direction}:${each.otherType}`} className="quiet">{said(each.direction)} · {formatCount(each.entities, language)} {types.label(each.otherType, language, each.entities)}</li>)}</ul>
      {open ? <LinksOfType entity={entity} type={type} /> : null}
    </section>
  );
}

function LinksOfType({ entity, type }: { entity: string; type: string }): ReactElement {
  const { data } = useCase('case.links', { entity, type, limit: 200 });
  return <LinkList links={data?.links ?? []} total={data?.total ?? 0} seenFrom={entity} />;
}
