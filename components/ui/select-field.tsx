import type { ComponentProps } from 'react'
import { Field, type FieldText } from './field'
import { Select } from './select'

type SelectFieldProps = FieldText & Omit<ComponentProps<'select'>, 'className'>

/** A Select with its label, hint and error; options are its children. */
export const SelectField = ({
  label,
  hint,
  error,
  labelHidden,
  required,
  className,
  id,
  ...rest
}: SelectFieldProps) => (
  <Field {...{ label, hint, error, labelHidden, required, className, id }}>
    {(wiring) => <Select {...rest} {...wiring} />}
  </Field>
)
