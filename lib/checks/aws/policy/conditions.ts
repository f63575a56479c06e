import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { textsOf } from './statements'

/** One line of a Condition block: `StringEquals`, `aws:SourceAccount` and its values. */
export type PolicyCondition = { operator: string; key: string; values: readonly string[] }

/** The lines of a statement's Condition block; all of them must hold for the statement to apply. */
export const conditionsOf = ({ Condition }: PolicyStatement): PolicyCondition[] =>
  Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: textsOf(values) })),
  )

/** The lines about one key. Keys are compared without case, as IAM does. */
export const conditionsOn = (statement: PolicyStatement, key: string): PolicyCondition[] =>
  statement.Condition ? conditionsOf(statement).filter((one) => one.key.toLowerCase() === key.toLowerCase()) : []

const DEMANDS = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/i

/**
 * Whether a line demands that its key be there and have one of the values. `…IfExists` and `ForAllValues:` hold for requests
 * without the key, and negated operators for nearly all, so that they narrow nothing.
 */
export const demandsValue = ({ operator }: PolicyCondition): boolean => DEMANDS.test(operator)
