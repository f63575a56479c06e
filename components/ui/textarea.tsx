import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyle } from './control-style'

/** A control of several lines that grows with its text where the browser can. */
export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea {...rest} className={classNames(controlStyle({ kind: 'area' }), 'field-sizing-content', className)} />
)
