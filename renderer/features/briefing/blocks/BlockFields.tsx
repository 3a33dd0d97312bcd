import { SegmentedControl } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingBlock } from '../../../../shared/model/briefing';
import { AuthoredField } from '../AuthoredField';
import { useEditing } from '../editing';
import { TextFields } from '../sentences/TextFields';
import { Picker } from '../../../ui/Picker';
import { GENERATED, TABLES, type BlockOf } from './blockList';
import { ExhibitFields } from './ExhibitFields';
import { FigureFields } from './FigureFields';
import { GridFields } from './GridFields';
import { ProfileFields } from './ProfileFields';
import { ScopeFields } from './ScopeFields';

/** The fields of a block, by its kind. */
export function BlockFields({ block }: { block: BriefingBlock }): ReactElement {
  switch (block.kind) {
    case 'heading': return <HeadingFields block={block} />;
    case 'text': return <TextFields block={block} />;
    case 'figure': return <FigureFields block={block} />;
    case 'timeline': return <ScopeFields block={block} />;
    case 'table': return <TableFields block={block} />;
    case 'profile': return <ProfileFields block={block} />;
    case 'exhibit': return <ExhibitFields block={block} />;
    case 'grid': return <GridFields block={block} />;
    case 'generated': return <GeneratedFields block={block} />;
    case 'pageBreak': return <PageBreakFields />;
  }
}

function HeadingFields({ block }: { block: BlockOf<'heading'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const { edits } = useEditing();
  return (
    <div className="heading-fields">
      <AuthoredField label={t('headingText')} hideLabel placeholder={t('headingText')} autoFocus={Object.keys(block.text.texts).length === 0} text={block.text} onType={(text) => edits.type({ ...block, text })} />
      <SegmentedControl size="small" aria-label={t('headingLevel')} value={String(block.level)} onValueChange={(level) => edits.set({ ...block, level: level === '2' ? 2 : 1 })} options={[{ value: '1', label: t('level', { level: 1 }) }, { value: '2', label: t('level', { level: 2 }) }]} />
    </div>
  );
}

function TableFields({ block }: { block: BlockOf<'table'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const { edits } = useEditing();
  return (
    <>
      <Picker label={t('tableOf')} value={block.of} options={TABLES.map((value) => ({ value, label: t(`table.${value}`) }))} onChange={(of) => edits.set({ ...block, of: TABLES.find((each) => each === of) ?? block.of })} />
      <ScopeFields block={block} />
    </>
  );
}

function GeneratedFields({ block }: { block: BlockOf<'generated'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const { edits } = useEditing();
  return (
    <>
      <Picker label={t('generatedOf')} value={block.of} options={GENERATED.map((value) => ({ value, label: t(`generated.${value}`) }))} onChange={(of) => edits.set({ ...block, of: GENERATED.find((each) => each === of) ?? block.of })} />
      <p className="quiet">{t(`generatedHint.${block.of}`)}</p>
    </>
  );
}

function PageBreakFields(): ReactElement {
  const { t } = useTranslation('briefing');
  return <p className="quiet">{t('pageBreakHint')}</p>;
}
