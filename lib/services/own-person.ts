import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'

/** Whose account and session these are. Throws forbidden for tokens and the operator, who have none. */
export function ownPerson({ userId, context: { sessionId } }: Actor): { userId: string; sessionId: string } {
  if (userId !== null && sessionId !== null) return { userId, sessionId }
  throw new AppError('forbidden', { detail: 'Only somebody who signed in has an account of their own.' })
}
