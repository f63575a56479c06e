import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ScoreStatement } from '@/lib/model/score-statement'
import { authorize } from './authorize'

/** A signed score with its envelope and the text of its inputs, as both were kept. Throws not-found. */
export async function getStatement(actor: Actor, { org, id }: { org: string; id: string }): Promise<ScoreStatement> {
  const { organizationId } = await authorize(actor, org, 'assessment:read')
  const statement = await forOrganization(organizationId, ({ statements }) => statements.get(parseId(id)))
  if (statement.kind === 'run') await authorize(actor, org, 'run:read')
  return statement
}
