import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { PolicyCondition } from './conditions'
import { conditionsOf, demandsValue } from './conditions'
import { textsOf } from './statements'

// The keys that AWS itself counts as narrowing when it calls a bucket or key policy public or not.
const NARROWING = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceip',
  'aws:userid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'sts:externalid',
])

/** A value that leaves it open who asks: wildcards alone, every address, or an ARN of any account. */
function isBroad(value: string): boolean {
  if (/^[*?]*$/.test(value) || /^[\d.:a-f]+\/0$/.test(value)) return true
  const account = value.startsWith('arn:') ? value.split(':')[4] : undefined
  return account !== undefined && /[*?]/.test(account)
}

const narrows = (condition: PolicyCondition): boolean =>
  NARROWING.has(condition.key.toLowerCase()) &&
  demandsValue(condition) &&
  condition.values.length > 0 &&
  !condition.values.some(isBroad)

/** Whether a statement names everyone: `*`, `{ AWS: '*' }`, or an Allow for all but some. */
export function namesEveryone({ Principal, NotPrincipal }: PolicyStatement): boolean {
  if (NotPrincipal !== undefined || Principal === '*') return true
  return Principal !== undefined && textsOf(Principal.AWS).includes('*')
}

/**
 * Whether a statement of a resource's policy lets anyone in: it allows, names everyone, and no condition ties the request to
 * an account, an organization, a network or a source.
 */
export const isPublic = (statement: PolicyStatement): boolean =>
  statement.Effect === 'Allow' && namesEveryone(statement) && !conditionsOf(statement).some(narrows)
