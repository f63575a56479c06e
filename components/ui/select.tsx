import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyle } from './control-style'

/** The browser's own select: keyboard, touch and screen readers come with it. Options are its children. */
export const Select = ({ className, children, ...rest }: ComponentProps<'select'>) => (
  <span className={classNames('relative block min-w-0', className)}>
    <select {...rest} className={classNames(controlStyle({ kind: 'line' }), 'appearance-none truncate pr-8')}>
      {children}
    </select>
    <ChevronDown
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-3"
    />
  </span>
)
