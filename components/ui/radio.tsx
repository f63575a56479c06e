import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type RadioProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** One of several answers; give all of them the same `name` inside a Fieldset. */
export const Radio = ({ label, hint, className, ...rest }: RadioProps) => (
  <label className={classNames('flex min-h-6 items-start gap-2.5 text-sm', className)}>
    <input {...rest} type="radio" className="mt-0.5 size-4 shrink-0 accent-accent" />
    <span className="min-w-0">
      {label}
      {hint === undefined ? null : <span className="block text-ink-3 text-xs">{hint}</span>}
    </span>
  </label>
)
