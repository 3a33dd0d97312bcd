import { HTMLSelect } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceText, scoreWord } from '../../actions/evidenceText';
import { selectAndCentre } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';
import { choiceOf, takenAs, valueOfChoice, type Choice, type Proposal } from './proposals';

/** So many findings are told in a row: what tells most. */
const FINDINGS = 3;

const SIGNS = { '+': '+', '-': '−', '~': '~', '!': '!' } as const;
/** Findings whose other side says more than the sentence. */
const SHOWN: ReadonlySet<string> = new Set(['name', 'birth', 'unique']);

/** Whom a name may mean, with how sure that is and why; or that it is somebody new. */
export function MayBe({ proposal, choice, onChoice }: { proposal: Proposal; choice: Choice; onChoice: (choice: Choice) => void }): ReactElement {
  const { t } = useTranslation(['reading', 'matching']);
  const language = useLanguage();
  const types = useTypes();
  const { near, mention, state } = proposal;
  const taken = takenAs(proposal, choice);
  const chosen = near.find(({ entity }) => entity.id === taken.entity?.id);
  const besides = Object.entries(mention.besides ?? {}).map(([id, values]) => {
    const property = types.property(mention.targets[0]?.type ?? '', id);
    return `${property?.label[language] ?? id}: ${values.map(({ v }) => shownValue(property, v, language)).join(', ')}`;
  });
  const options = [
    ...near.map(({ entity }) => ({ value: `entity ${entity.id}`, label: t('mayBe', { name: [entity.caption, types.keyText(entity, language)].filter(Boolean).join(' · ') }) })),
    ...mention.targets.map(({ type }) => ({ value: `type ${type}`, label: t('new', { type: types.label(type, language) }) })),
  ];
  return (
    <div className="reader__maybe">
      {state === 'open' ? <HTMLSelect className="reader__type" aria-label={t('whoIsIt', { value: mention.raw })} value={valueOfChoice(taken)} options={options} onChange={(event) => onChoice(choiceOf(event.currentTarget.value))} /> : null}
      {chosen === undefined ? (besides.length === 0 ? null : <span className="quiet">{besides.join(' · ')}</span>) : (
        <>
          <button type="button" className="link-button name" dir="auto" title={t('showEntity', { name: chosen.entity.caption })} onClick={() => selectAndCentre(chosen.entity.id)}>{chosen.entity.caption}</button>
          <strong>{scoreWord(t, chosen.score)}</strong>
          <ul className="reader__why" aria-label={t('why')}>
            {chosen.evidence.filter(({ effect }) => effect !== '~').slice(0, FINDINGS).map((each) => {
              const { text, right } = evidenceText(t, types, language, each);
              return <li key={`${each.kind}.${each.finding}.${each.right}`} data-effect={each.effect}><span aria-hidden="true">{SIGNS[each.effect]}</span> {text}{right === '' || !SHOWN.has(each.kind) ? null : <>: <span className="name" dir="auto">{right}</span></>}</li>;
            })}
          </ul>
        </>
      )}
    </div>
  );
}
