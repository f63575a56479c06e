import { z } from 'zod'
import { route } from '@/lib/http/route'
import { textDownload } from '@/lib/http/text-download'
import { ScoreStatement } from '@/lib/model/score-statement'
import { Slug } from '@/lib/model/slug'
import { getStatement } from '@/lib/services/get-statement'

export const GET = route({
  tag: 'Statements',
  summary: 'Read a signed score; with `file` only its DSSE envelope, or the text of its inputs as their digest is of',
  params: z.object({ org: Slug, id: z.uuid() }),
  query: z.object({ file: z.enum(['envelope', 'inputs']).optional() }),
  output: ScoreStatement,
  handler: async ({ actor, params, query: { file } }) => {
    const statement = await getStatement(actor, params)
    if (file === undefined) return statement
    const { kind, subjectId, envelope, inputs } = statement
    const text = file === 'envelope' ? JSON.stringify(envelope) : inputs
    const name = `${kind}-${subjectId}.${file === 'envelope' ? 'dsse' : 'inputs'}.json`
    return textDownload(one(text), name, 'application/json')
  },
})

async function* one(text: string): AsyncGenerator<string> {
  yield text
}
