import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { textsOf } from './statements'

/** Whom a statement names: `kind` is AWS, Service, Federated or CanonicalUser; a bare `*` counts as AWS. */
export type PolicyPrincipal = { kind: string; value: string }

/** The principals of a statement, one entry each. NotPrincipal has none. */
export function principalsOf({ Principal }: PolicyStatement): PolicyPrincipal[] {
  if (Principal === undefined) return []
  if (typeof Principal === 'string') return [{ kind: 'AWS', value: Principal }]
  return Object.entries(Principal).flatMap(([kind, values]) => textsOf(values).map((value) => ({ kind, value })))
}

/**
 * The account of an AWS principal, given as a number or an ARN; null for `*` and for the unique ids (AIDA…, AROA…) that IAM
 * leaves behind when a principal was deleted.
 */
export function accountOf(value: string): string | null {
  const account = value.startsWith('arn:') ? value.split(':')[4] : value
  return account !== undefined && /^\d{12}$/.test(account) ? account : null
}
