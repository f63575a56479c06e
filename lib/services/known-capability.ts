import { isCapability } from '@/lib/framework/capabilities'
import { FRAMEWORK_VERSION } from '@/lib/framework/framework'
import { AppError } from '@/lib/kernel/app-error'

export const unknownCapability = (capability: string): string => `framework ${FRAMEWORK_VERSION} has no ${capability}`

/** Throws `invalid` for a capability that the framework does not have. */
export function refuseUnknownCapability(capability: string): void {
  if (isCapability(capability)) return
  const reason = unknownCapability(capability)
  throw new AppError('invalid', { detail: `capability: ${reason}`, problems: [{ field: 'capability', reason }] })
}
