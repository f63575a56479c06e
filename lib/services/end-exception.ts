import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import { actOnFinding, type OnFinding } from './act-on-finding'

/** Ends the exception of a finding before its day, so that it counts again. Throws not-found, conflict (there is none). */
export const endException = (actor: Actor, input: OnFinding): Promise<FindingDetail> =>
  actOnFinding(actor, input, 'finding:except', async ({ findingActs }, { id, exceptionUntil }, act) => {
    if (exceptionUntil === null) throw new AppError('conflict', { detail: 'The finding has no exception.' })
    await findingActs.endException(id, act)
    return { action: 'finding.exception-ended', before: { exceptionUntil }, after: { exceptionUntil: null } }
  })
