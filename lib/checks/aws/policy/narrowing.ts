import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { PolicyCondition } from './conditions'
import { conditionsOf, demandsValue } from './conditions'

/** A value that leaves it open who asks: wildcards alone, every address, or an ARN of any account. */
function isBroad(value: string): boolean {
  if (/^[*?]*$/.test(value) || /^[\d.:a-f]+\/0$/.test(value)) return true
  const account = value.startsWith('arn:') ? value.split(':')[4] : undefined
  return account !== undefined && /[*?]/.test(account)
}

const narrows = (condition: PolicyCondition, keys: ReadonlySet<string>): boolean =>
  keys.has(condition.key.toLowerCase()) &&
  demandsValue(condition) &&
  condition.values.length > 0 &&
  !condition.values.some(isBroad)

/** Whether a statement demands a certain value of at least one of these keys, which are given in lower case. */
export const isNarrowedBy = (statement: PolicyStatement, keys: ReadonlySet<string>): boolean =>
  statement.Condition !== undefined && conditionsOf(statement).some((one) => narrows(one, keys))
