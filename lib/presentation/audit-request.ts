import type { AuditRequest, AuditRequestState, RequestEntryKind } from '@/lib/model/audit-request'

const STATES: Record<AuditRequestState, string> = {
  open: 'Open',
  answered: 'Answered',
  accepted: 'Accepted',
  withdrawn: 'Withdrawn',
}
export const requestStateText = (state: AuditRequestState): string => STATES[state]

const TONES = { open: 'accent', answered: 'warn', accepted: 'good', withdrawn: 'neutral' } as const
export const requestStateTone = (state: AuditRequestState): (typeof TONES)[AuditRequestState] => TONES[state]

const DEEDS: Record<RequestEntryKind, string> = {
  answer: 'answered',
  comment: 'remarked',
  accepted: 'accepted the answer',
  returned: 'returned the answer',
  withdrawn: 'withdrew the request',
}
export const requestDeedText = (kind: RequestEntryKind): string => DEEDS[kind]

/** What is open of the requests on a page, as a sentence. */
export function requestsTitle(requests: readonly Pick<AuditRequest, 'state' | 'isOverdue'>[]): string {
  const open = requests.filter(({ state }) => state === 'open').length
  const overdue = requests.filter(({ isOverdue }) => isOverdue).length
  if (requests.length === 0) return 'Nothing has been asked'
  if (open === 0) return 'No request waits for an answer'
  const late = overdue === 0 ? '' : `, ${overdue} of them overdue`
  return `${open} ${open === 1 ? 'request waits' : 'requests wait'} for an answer${late}`
}
