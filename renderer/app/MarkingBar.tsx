import { Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../actions/execute';
import { useSession } from '../actions/session';
import { useCase } from '../case/queries';
import { useTypes } from '../case/types';
import { useLanguage } from '../ui/language';

/** Always on top: name of the case and its classification, which can be set here. */
export function MarkingBar(): ReactElement {
  const { t } = useTranslation('app');
  const language = useLanguage();
  const types = useTypes();
  const open = useSession((state) => state.open);
  const { data } = useCase('case.info', {});
  const marking = data?.settings.marking;
  const code = types.scheme(marking?.scheme ?? '')?.axes.flatMap((axis) => axis.codes).find((each) => each.code === marking?.code);
  const set = (scheme: string, chosen: string): void => {
    if (data) void execute('settings.put', { ...data.settings, marking: { scheme, code: chosen } });
  };
  return (
    <header className="marking-bar">
      <span className="clip">{t('windowTitle', { name: data?.settings.name ?? open?.name ?? '' })}</span>
      <PopoverNext
        placement="bottom"
        content={
          <Menu className="marking-bar__menu">
            {types.schemes('marking').map((scheme) => (
              <Fragment key={scheme.id}>
                <MenuDivider title={scheme.label[language]} />
                {scheme.axes.flatMap((axis) => axis.codes).map((each) => <MenuItem key={each.code} text={each.label[language]} selected={marking?.scheme === scheme.id && marking.code === each.code} onClick={() => set(scheme.id, each.code)} />)}
              </Fragment>
            ))}
          </Menu>
        }
      >
        <button type="button" className="marking-bar__mark" title={t('setMarking')}>{code?.label[language] ?? t('noMarking')}</button>
      </PopoverNext>
      <span className="clip marking-bar__reference">{data?.settings.reference ?? ''}</span>
    </header>
  );
}
