import type { ComponentProps } from 'react'
import { Field, type FieldText } from './field'
import { Textarea } from './textarea'

type TextareaFieldProps = FieldText & Omit<ComponentProps<'textarea'>, 'className'>

/** A Textarea with its label, hint and error. */
export const TextareaField = ({
  label,
  hint,
  error,
  labelHidden,
  required,
  className,
  id,
  ...rest
}: TextareaFieldProps) => (
  <Field {...{ label, hint, error, labelHidden, required, className, id }}>
    {(wiring) => <Textarea {...rest} {...wiring} />}
  </Field>
)
