import type { ReactNode } from 'react'
import { classNames } from './class-names'

type FieldsetProps = { legend: ReactNode; hint?: ReactNode; className?: string; children: ReactNode }

/** A group of controls that answer one question, such as radios or ticks. */
export const Fieldset = ({ legend, hint, className, children }: FieldsetProps) => (
  <fieldset className={classNames('min-w-0', className)}>
    <legend className="mb-1 font-medium text-sm">{legend}</legend>
    {hint === undefined ? null : <p className="-mt-0.5 mb-2 text-ink-3 text-xs">{hint}</p>}
    <div className="grid gap-2">{children}</div>
  </fieldset>
)
