import type { Gap } from '@/lib/model/coverage'
import type { Evaluation, Failing, Subject } from './evaluation'
import { subjectOf } from './evaluation'
import { verdictOf } from './verdict-of'

/** Of how many parts of one resource the assertion holds. */
export type Parts = { holding: number; all: number; message: string; detail?: Readonly<Record<string, unknown>> }

type Whole<Item extends Subject> = {
  items: Iterable<Item>
  count: (item: Item) => Parts
  gaps: readonly Gap[]
  threshold: number
}

/**
 * Judges a share whose members are parts of resources, such as the rules of security groups: numerator and denominator count
 * parts, while a failing subject is the resource that has at least one part it does not hold for.
 */
export function evaluateParts<Item extends Subject>({ items, count, gaps, threshold }: Whole<Item>): Evaluation {
  const failing: Failing[] = []
  let numerator = 0
  let denominator = 0
  for (const item of items) {
    const { holding, all, message, detail = {} } = count(item)
    numerator += holding
    denominator += all
    if (holding < all) failing.push({ subject: subjectOf(item), message, detail })
  }
  const counts = { numerator, failing: denominator - numerator, undecided: 0 }
  return { verdict: verdictOf(counts, gaps, threshold), numerator, denominator, failing, undecided: [], gaps }
}
