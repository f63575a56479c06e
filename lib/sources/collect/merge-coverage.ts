import type { Coverage } from '@/lib/model/coverage'

type Fault = NonNullable<Coverage['error']>

/** One record an operation, ordered by its name: pages and items are added up, and an error of all weighs more than one of some. */
export function mergeCoverage(...lists: readonly (readonly Coverage[])[]): Coverage[] {
  const byOperation = new Map<string, Coverage>()
  for (const one of lists.flat()) {
    const other = byOperation.get(one.operation)
    byOperation.set(one.operation, other ? together(other, one) : one)
  }
  return [...byOperation.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1))
}

const together = (a: Coverage, b: Coverage): Coverage => ({
  operation: a.operation,
  pages: a.pages + b.pages,
  items: a.items + b.items,
  error: a.error && b.error ? worse(a.error, b.error) : (a.error ?? b.error),
})

function worse(a: Fault, b: Fault): Fault {
  if (a.items === undefined) return a
  return b.items === undefined ? b : { ...a, items: a.items + b.items }
}

/** What a step that came to its end says of operations it had nothing to ask of. */
export const notNeeded = (operations: readonly string[]): Coverage[] =>
  operations.map((operation) => ({ operation, pages: 0, items: 0, error: null }))

/** What is recorded of operations that nothing was recorded of. */
export function missing(
  operations: readonly string[],
  coverage: readonly Coverage[],
  error: NonNullable<Coverage['error']>,
): Coverage[] {
  const recorded = new Set(coverage.map(({ operation }) => operation))
  return [...new Set(operations)]
    .filter((operation) => !recorded.has(operation))
    .map((operation) => ({ operation, pages: 0, items: 0, error }))
}

/** Whether any operation answered, if only with a page. */
export const hasAnswer = (coverage: readonly Coverage[]): boolean =>
  coverage.some(({ error, pages }) => error === null || error.items !== undefined || pages > 0)

/** Refused anywhere is `denied`; nothing answered is `failed`; else `ok`, whatever its gaps. */
export function unitStateOf(coverage: readonly Coverage[]): 'ok' | 'denied' | 'failed' {
  if (coverage.some(({ error }) => error?.cause === 'denied')) return 'denied'
  return hasAnswer(coverage) || coverage.every(({ error }) => error?.cause === 'unsupported') ? 'ok' : 'failed'
}
