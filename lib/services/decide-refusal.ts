import { reasonText } from '@/lib/access/reasons'
import { AppError } from '@/lib/kernel/app-error'
import type { Membership } from '@/lib/model/actor'
import type { Decided } from './decide'

/** What whoever asked is told of a decision; null when it allows. */
export function refusalOf(decision: Decided, permission: string, membership: Membership | null): AppError | null {
  const { effect, reasons, revoke, cause } = decision
  if (effect === 'allow') return null
  const detail = reasons.map((code) => sentence(code, permission, membership)).join(' ')
  const context = { detail, reason: `${permission}: ${reasons.join(', ')}`, cause }
  if (reasons.includes('policy-unavailable') || reasons.includes('policy-error')) {
    return new AppError('unavailable', context)
  }
  if (revoke) return new AppError('unauthenticated', context)
  return new AppError(effect === 'step-up' ? 'step-up' : 'forbidden', context)
}

const sentence = (code: string, permission: string, membership: Membership | null): string =>
  code === 'role' && membership
    ? `The role ${membership.role} of ${membership.name} lacks ${permission}. An administrator of the organization can grant it.`
    : reasonText(code)
