import type { ComponentProps } from 'react'
import { Field, type FieldText } from './field'
import { Input } from './input'

type TextFieldProps = FieldText & Omit<ComponentProps<'input'>, 'className'>

/** An Input with its label, hint and error. */
export const TextField = ({ label, hint, error, labelHidden, required, className, id, ...rest }: TextFieldProps) => (
  <Field {...{ label, hint, error, labelHidden, required, className, id }}>
    {(wiring) => <Input {...rest} {...wiring} />}
  </Field>
)
