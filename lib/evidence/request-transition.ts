import type { AuditRequestDetail, AuditRequestState, RequestEntry, RequestEntryKind } from '@/lib/model/audit-request'

type Held = Pick<AuditRequestDetail, 'askedById'> & {
  entries: readonly Pick<RequestEntry, 'kind' | 'actorId'>[]
}

const NEXT: Readonly<Record<RequestEntryKind, Partial<Record<AuditRequestState, AuditRequestState>>>> = {
  answer: { open: 'answered', answered: 'answered' },
  comment: { open: 'open', answered: 'answered' },
  accepted: { answered: 'accepted' },
  returned: { answered: 'open' },
  withdrawn: { open: 'withdrawn', answered: 'withdrawn' },
}

/** The state a request goes into when something is said about it; null where it cannot be said any more, or not yet. */
export const nextState = (state: AuditRequestState, kind: RequestEntryKind): AuditRequestState | null =>
  NEXT[kind][state] ?? null

/**
 * Why somebody may not say it, whatever the state; null when they may. Nobody accepts or returns what they answered
 * themselves, and only whoever asked withdraws. `userId` is null for machines and the operator, who asked nothing.
 */
export function requestRefusal(
  { askedById, entries }: Held,
  kind: RequestEntryKind,
  userId: string | null,
): string | null {
  if (kind === 'withdrawn' && (userId === null || askedById !== userId))
    return 'Only whoever asked can withdraw a request.'
  if (kind !== 'accepted' && kind !== 'returned') return null
  const answered = entries.filter((one) => one.kind === 'answer')
  return answered.some(({ actorId }) => actorId === userId)
    ? 'Nobody judges their own answer. Whoever asked, or another auditor, can.'
    : null
}
