import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingRecord } from '../../../shared/model/briefing';
import { LANGUAGES, type Language } from '../../../shared/values/kind';
import { changeBriefingPlace } from '../../actions/briefingPlace';
import { lacks } from './authored';
import { textsOf } from './blocks/blockList';

/** Chooses the language that texts are written in; each says how many texts it lacks. */
export function LanguageTabs({ blocks, writing, exported }: { blocks: BriefingRecord['blocks']; writing: Language; exported: Language }): ReactElement {
  const { t } = useTranslation('briefing');
  const texts = blocks.flatMap(textsOf);
  return (
    <div className="language-tabs" role="radiogroup" aria-label={t('writing')}>
      {LANGUAGES.map((language) => {
        const missing = texts.filter((text) => lacks(text, language)).length;
        const name = t(`settings:languages.${language}`);
        return (
          <button
            key={language} type="button" role="radio" aria-checked={language === writing} tabIndex={language === writing ? 0 : -1} data-exported={language === exported || undefined}
            aria-label={missing === 0 ? name : t('lacking', { language: name, count: missing })} title={missing === 0 ? name : t('lacking', { language: name, count: missing })}
            onClick={() => changeBriefingPlace({ writing: language })}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = LANGUAGES[(LANGUAGES.indexOf(language) + by + LANGUAGES.length) % LANGUAGES.length];
              if (by === 0 || !next) return;
              event.preventDefault();
              changeBriefingPlace({ writing: next });
              (event.currentTarget.parentElement?.children[LANGUAGES.indexOf(next)] as HTMLElement | undefined)?.focus();
            }}
          >
            {language.toUpperCase()}{missing > 0 ? <span className="language-tabs__missing figures">{missing}</span> : null}
          </button>
        );
      })}
    </div>
  );
}
