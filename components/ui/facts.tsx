import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Fact = { term: ReactNode; value: ReactNode }

/** Terms and their values, one line each: inputs of a formula, properties of a record. */
export const Facts = ({ items, className }: { items: readonly Fact[]; className?: string }) => (
  <dl className={classNames('text-sm', className)}>
    {items.map(({ term, value }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: facts are fixed and in order
      <div key={index} className="flex justify-between gap-6 border-line border-b py-2 last:border-b-0">
        <dt className="text-ink-2">{term}</dt>
        <dd className="min-w-0 text-right tabular-nums [overflow-wrap:anywhere]">{value}</dd>
      </div>
    ))}
  </dl>
)
