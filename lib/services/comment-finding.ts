import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import type { CommentInput } from '@/lib/model/finding-change'
import { actOnFinding, type OnFinding } from './act-on-finding'

/** Adds a remark to the history of a finding. Throws not-found. */
export const commentFinding = (actor: Actor, input: OnFinding & { comment: CommentInput }): Promise<FindingDetail> =>
  actOnFinding(actor, input, 'finding:write', async ({ findingActs }, { id }, act) => {
    await findingActs.comment(id, input.comment.text, act)
    return { action: 'finding.commented', after: { text: input.comment.text } }
  })
