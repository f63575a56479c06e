import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'

/** A member who can be named as the owner of something. Throws invalid for anybody else, and for one whose time is over. */
export async function ownerNamed(
  { members }: Pick<Store, 'members'>,
  ownerId: string,
  now: Date,
): Promise<{ id: string; name: string }> {
  const owner = await members.hold(ownerId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })
  if (owner && (owner.expiresAt === null || owner.expiresAt > now)) return { id: owner.userId, name: owner.name }
  const reason = 'is no member of this organization'
  throw new AppError('invalid', { detail: `ownerId: ${reason}`, problems: [{ field: 'ownerId', reason }] })
}
