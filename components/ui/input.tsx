import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyle } from './control-style'

/** A one-line control; give it a label through Field or TextField. */
export const Input = ({ className, type = 'text', ...rest }: ComponentProps<'input'>) => (
  <input
    {...rest}
    type={type}
    className={classNames(
      controlStyle({ kind: 'line' }),
      type === 'file' &&
        'h-auto p-1 file:mr-2.5 file:rounded-sm file:border file:border-line-strong file:bg-band file:px-2.5 file:py-1 file:font-medium file:text-ink',
      className,
    )}
  />
)
