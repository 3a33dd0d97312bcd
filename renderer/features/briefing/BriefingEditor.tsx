import { Checkbox, FormGroup, TextArea } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { briefingRecordSchema, type BriefingRecord } from '../../../shared/model/briefing';
import { LANGUAGES, type Language } from '../../../shared/values/kind';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { Picker, type PickerOption } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import { BriefingOutput } from './BriefingOutput';
import { ChartOrder } from './ChartOrder';
import { useBriefingDraft } from './useBriefingDraft';

const LINES = ['title', 'reference', 'author', 'service', 'recipient', 'copyNumber'] as const;
const SECTIONS = briefingRecordSchema.shape.sections.element.options;
const MOST_SUMMARY = 100_000;

function useMarkings(): readonly PickerOption[] {
  const types = useTypes();
  const language = useLanguage();
  return types.schemes('marking').flatMap((scheme) => scheme.axes.flatMap((axis) => axis.codes.map(({ code, label }) => ({
    value: `${scheme.id}|${code}`, label: label[language] === scheme.label[language] ? label[language] : `${scheme.label[language]}: ${label[language]}`,
  }))));
}

/** What a briefing says on its cover, what it shows and in which language; with its preview and export. */
export function BriefingEditor({ record }: { record: BriefingRecord }): ReactElement {
  const { t } = useTranslation('briefing');
  const { draft, type, save, set } = useBriefingDraft(record);
  const markings = useMarkings();
  const summary = useId();
  const mark = (value: string): void => {
    const [scheme = '', code = ''] = value.split('|');
    set({ marking: { scheme, code } });
  };
  const toggle = (section: (typeof SECTIONS)[number], on: boolean): void => set({ sections: SECTIONS.filter((each) => (each === section ? on : draft.sections.includes(each))) });
  return (
    <div className="briefing-editor">
      <BriefingOutput briefing={draft} prepare={save} />
      {LINES.map((field) => <TextField key={field} label={t(field)} value={draft[field]} onChange={(value) => type({ [field]: value })} onBlur={() => void save()} />)}
      <Picker label={t('marking')} value={`${draft.marking.scheme}|${draft.marking.code}`} options={markings} onChange={mark} />
      <Picker label={t('language')} value={draft.language} options={LANGUAGES.map((value) => ({ value, label: t(`settings:languages.${value}`) }))} onChange={(language) => set({ language: language as Language })} />
      <FormGroup label={t('summary')} labelFor={summary} helperText={t('summaryHint')}>
        <TextArea id={summary} fill rows={7} maxLength={MOST_SUMMARY} value={draft.summary} dir="auto" onChange={(event) => type({ summary: event.currentTarget.value })} onBlur={() => void save()} />
      </FormGroup>
      <ChartOrder charts={draft.charts} onChange={(charts) => set({ charts: [...charts] })} />
      <fieldset className="briefing-editor__sections">
        <legend>{t('sections')}</legend>
        {SECTIONS.map((section) => <Checkbox key={section} label={t(section)} checked={draft.sections.includes(section)} onChange={(event) => toggle(section, event.currentTarget.checked)} />)}
      </fieldset>
    </div>
  );
}
