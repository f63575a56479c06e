import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingDetail } from '@/lib/model/finding'
import { CommentInput } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { commentFinding } from '@/lib/services/comment-finding'

export const POST = route({
  tag: 'Findings',
  summary: 'Add a remark to the history of a finding',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: CommentInput,
  output: FindingDetail,
  handler: ({ actor, params, body: comment }) => commentFinding(actor, { ...params, comment }),
})
