import { Button, Dialog, DialogBody, DialogFooter, FormGroup, HTMLSelect } from '@blueprintjs/core';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBarNames } from '../../actions/barNames';
import { drawnView } from '../../actions/chartFilter';
import { useDimensions, usePropertyValues } from '../../actions/dimensions';
import { dimensionKey, entityBars, type Dimension } from '../../actions/histogram';
import { changeSession, session, useSession } from '../../actions/session';

const FIRST: Dimension = { of: 'entities', attribute: 'type' };

/** Asks by which property items are set together in blocks. */
export function ArrangeByDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'arrangeBy' && state.chart !== null);
  return shown ? <ArrangeByForm /> : null;
}

function ArrangeByForm(): ReactElement {
  const { t } = useTranslation(['arranging', 'app']);
  const names = useBarNames();
  const offered = useDimensions('entities');
  const all = offered.flatMap((group) => group.offered);
  // A property of the case is asked for here; types and gradings have layouts of their own.
  const [chosen, setChosen] = useState<Dimension | null>(null);
  const dimension = chosen ?? offered.at(-1)?.offered[0]?.dimension ?? FIRST;
  const values = usePropertyValues(dimension);
  const by = useId();
  const close = (): void => changeSession({ dialog: null });
  const run = (): void => {
    const view = drawnView();
    if (view === null || values === null) return;
    close();
    const bars = entityBars(view, dimension, values);
    void session().canvas?.arrange('byProperty', new Map(view.entities.flatMap((entity) => {
      const [value = ''] = bars(entity);
      return value === '' ? [] : [[entity.id, names.value(dimension, value)] as const];
    })));
  };
  return (
    <Dialog isOpen title={t('byTitle')} onClose={close} className="arrange-by">
      <form onSubmit={(event) => { event.preventDefault(); run(); }}>
        <DialogBody>
          <FormGroup label={t('byProperty')} labelFor={by} helperText={t('byHint')}>
            <HTMLSelect id={by} fill autoFocus value={dimensionKey(dimension)} onChange={(event) => { const next = all.find((each) => each.key === event.currentTarget.value); if (next) setChosen(next.dimension); }}>
              {offered.map((group) => (group.offered.length === 0 ? null : <optgroup key={group.label} label={group.label}>{group.offered.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}</optgroup>))}
            </HTMLSelect>
          </FormGroup>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" text={t('byRun')} disabled={values === null} /></>} />
      </form>
    </Dialog>
  );
}
