import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { isNarrowedBy } from './narrowing'
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
  statement.Effect === 'Allow' && namesEveryone(statement) && !isNarrowedBy(statement, NARROWING)
