import type { Check } from '@/lib/checks/frame/check'
import { checkOf } from '@/lib/checks/registry'
import { AppError } from '@/lib/kernel/app-error'

/** The check of that id. Throws not-found for one this release does not have. */
export function knownCheck(id: string): Check {
  const check = checkOf(id)
  if (!check) throw new AppError('not-found', { detail: `This release has no check "${id}".` })
  return check
}
