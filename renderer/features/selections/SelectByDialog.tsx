import { Button, Dialog, DialogBody, DialogFooter, FormGroup, HTMLSelect, NumericInput, RadioGroup, Radio } from '@blueprintjs/core';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDimensions, usePropertyValues } from '../../actions/dimensions';
import { dimensionKey, ENTITY_DIMENSIONS, LINE_DIMENSIONS, type Dimension } from '../../actions/histogram';
import { useSelected } from '../../actions/selected';
import { selectByDegree, selectSame } from '../../actions/selections';
import { changeSession, useSession } from '../../actions/session';
import { notify } from '../../ui/notices';

/** Selects by what things have in common: the same value as what is selected, or so many lines at least. */
export function SelectByDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'selectBy' && state.chart !== null);
  return shown ? <SelectByForm /> : null;
}

function SelectByForm(): ReactElement {
  const { t } = useTranslation('selections');
  const { entities, lines } = useSelected();
  const subject = entities.length === 0 && lines.length > 0 ? 'lines' : 'entities';
  const groups = useDimensions(subject);
  const [way, setWay] = useState<'same' | 'degree'>(entities.length + lines.length === 0 ? 'degree' : 'same');
  const [dimension, setDimension] = useState<Dimension>((subject === 'lines' ? LINE_DIMENSIONS : ENTITY_DIMENSIONS)[0] as Dimension);
  const [least, setLeast] = useState(5);
  const values = usePropertyValues(dimension);
  const nothing = entities.length + lines.length === 0;
  const [by, degree] = [useId(), useId()];
  const close = (): void => changeSession({ dialog: null });
  const run = (): void => {
    const count = way === 'degree' ? selectByDegree(least) : selectSame(dimension, values ?? undefined);
    close();
    notify('selections:found', { count });
  };
  return (
    <Dialog isOpen title={t('by')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); run(); }}>
        <DialogBody>
          <RadioGroup selectedValue={way} onChange={(event) => setWay(event.currentTarget.value === 'degree' ? 'degree' : 'same')}>
            <Radio value="same" disabled={nothing} label={t(nothing ? 'sameNothing' : 'sameAs', { count: subject === 'lines' ? lines.length : entities.length })} />
            <Radio value="degree" label={t('degree')} />
          </RadioGroup>
          {way === 'same' ? (
            <FormGroup label={t('sameBy')} labelFor={by}>
              <HTMLSelect id={by} fill value={dimensionKey(dimension)} onChange={(event) => { const next = groups.flatMap((group) => group.offered).find((each) => each.key === event.currentTarget.value); if (next) setDimension(next.dimension); }}>
                {groups.map((group) => (group.offered.length === 0 ? null : <optgroup key={group.label} label={group.label}>{group.offered.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}</optgroup>))}
              </HTMLSelect>
            </FormGroup>
          ) : (
            <FormGroup label={t('least')} labelFor={degree}>
              <NumericInput id={degree} min={0} max={1_000_000} value={least} onValueChange={(value) => { if (Number.isFinite(value)) setLeast(value); }} />
            </FormGroup>
          )}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={way === 'same' && (nothing || values === null)} text={t('select')} /></>} />
      </form>
    </Dialog>
  );
}
