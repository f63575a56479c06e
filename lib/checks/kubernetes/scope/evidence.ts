import { type Judgement, undecided } from '../../frame/judge'
import type { Gap } from '../../frame/unit-coverage'

type Judge<Item> = (item: Item) => Judgement

/** For what could turn either way with the evidence that was not read: nothing is decided then. */
export function requiring<Item>([gap]: readonly Gap[], judge: Judge<Item>): Judge<Item> {
  if (gap === undefined) return judge
  return (item) => {
    const judgement = judge(item)
    return judgement.is === 'skip' ? judgement : undecided(gap.cause, gap.operation)
  }
}

/** For what more evidence could only make better: what was found stays found, what was not may be among the unread. */
export function sparing<Item>([gap]: readonly Gap[], judge: Judge<Item>): Judge<Item> {
  if (gap === undefined) return judge
  return (item) => {
    const judgement = judge(item)
    return judgement.is === 'fail' ? undecided(gap.cause, gap.operation) : judgement
  }
}
