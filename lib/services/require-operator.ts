import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'

/** For what concerns the installation and no organization: only whoever owns the machine. Throws forbidden. */
export function requireOperator(actor: Actor): void {
  if (actor.kind !== 'operator') throw new AppError('forbidden', { reason: 'an act of the machine’s owner' })
}
