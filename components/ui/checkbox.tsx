import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A tick with its label; the whole line is the target. */
export const Checkbox = ({ label, hint, className, ...rest }: CheckboxProps) => (
  <label className={classNames('flex min-h-6 items-start gap-2.5 text-sm', className)}>
    <input {...rest} type="checkbox" className="mt-0.5 size-4 shrink-0 rounded-xs accent-accent" />
    <span className="min-w-0">
      {label}
      {hint === undefined ? null : <span className="block text-ink-3 text-xs">{hint}</span>}
    </span>
  </label>
)
