import type { Gap } from '@/lib/model/coverage'
import type { Resource, UnknownCause } from '@/lib/model/resource'
import type { Verdict } from '@/lib/model/verdict'

/** What a finding names: the resource, or the place where something is missing. */
export type Subject = Pick<Resource, 'type' | 'id' | 'name' | 'account' | 'region'>

export const subjectOf = ({ type, id, name, account, region }: Subject): Subject => ({
  type,
  id,
  name,
  account,
  region,
})

/** One resource the assertion does not hold for. */
export type Failing = {
  subject: Subject
  /** One sentence about this resource: what it is, and what was expected. */
  message: string
  /** The few facts that show it; never secrets. */
  detail: Readonly<Record<string, unknown>>
}

/** One resource that could not be decided, so that a finding about it is neither opened nor resolved. */
export type Undecided = { subject: Subject; cause: UnknownCause; operation: string }

/** What a check says of one account, cluster or workspace. `numerator` of `denominator` satisfy it. */
export type Evaluation = {
  verdict: Verdict
  numerator: number
  denominator: number
  failing: readonly Failing[]
  undecided: readonly Undecided[]
  gaps: readonly Gap[]
}
