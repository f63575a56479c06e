import { forOrganization } from '@/lib/db/store'
import { openStatement } from '@/lib/evidence/open-statement'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { ScorePredicate } from '@/lib/model/score-predicate'
import type { ScoreKind, ScoreStatement } from '@/lib/model/score-statement'
import type { StatementView } from '@/lib/model/statement-view'
import { authorize } from './authorize'

type Subject = { org: string; kind: ScoreKind; id: string }

/**
 * What was signed of an assessment or a run: nothing of a draft, of what was approved or ended before there were
 * statements, and of a run that read nothing. Throws not-found for a subject that is not there.
 */
export async function listStatements(actor: Actor, { org, kind, id }: Subject): Promise<{ items: StatementView[] }> {
  const { organizationId } = await authorize(actor, org, kind === 'run' ? 'run:read' : 'assessment:read')
  return forOrganization(organizationId, async ({ assessments, runs, statements }) => {
    const subject = parseId(id)
    await (kind === 'run' ? runs.executed(subject) : assessments.get(subject))
    return { items: (await statements.of(kind, subject)).map(toView) }
  })
}

function toView({ inputs: _, envelope, ...one }: ScoreStatement): StatementView {
  const { predicate, subject } = openStatement(envelope)
  const { deployment, formula, framework, result } = ScorePredicate.parse(predicate)
  const { score, stage } = result
  const resultSha256 = subject[0]?.digest.sha256 ?? ''
  return { ...one, deployment: deployment?.name ?? null, formula, framework, score, stage, resultSha256 }
}
