import type { CheckFacts } from '@/lib/model/check'
import type { Evaluation } from './evaluation'
import type { CheckContext, ScopeFacts } from './scope-facts'

/** A check: what is known about it, and the pure function that evaluates it. */
export type Check = CheckFacts & { evaluate(facts: ScopeFacts, context: CheckContext): Evaluation }
