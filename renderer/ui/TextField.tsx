import { FormGroup, InputGroup } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly onBlur?: () => void;
}

/** One labelled line of text. A problem is shown under it in red and read out with it. */
export function TextField({ label, value, onChange, type = 'text', hint, problem, autoFocus, placeholder, onBlur }: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <FormGroup label={label} labelFor={id} helperText={problem ?? hint} intent={problem ? 'danger' : 'none'}>
      <InputGroup id={id} type={type} value={value} onValueChange={onChange} autoFocus={autoFocus} placeholder={placeholder} intent={problem ? 'danger' : 'none'} onBlur={onBlur} autoComplete="off" spellCheck={false} dir="auto" />
    </FormGroup>
  );
}
