import { FormGroup, HTMLSelect } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A labelled choice of one out of a list. `inline` sets the label before the list instead of above it. */
export function Picker({ label, value, options, onChange, inline, disabled, warn }: { label: string; value: string; options: readonly PickerOption[]; onChange: (value: string) => void; inline?: boolean; disabled?: boolean; warn?: boolean }): ReactElement {
  const id = useId();
  return (
    <FormGroup label={label} labelFor={id} inline={inline} className={`picker ${warn ? 'picker--warn' : ''}`}>
      <HTMLSelect id={id} value={value} disabled={disabled} options={options.map((each) => ({ ...each }))} onChange={(event) => onChange(event.currentTarget.value)} fill={!inline} />
    </FormGroup>
  );
}
