import { sha256 } from '@/lib/db/sha256'
import type { Store } from '@/lib/db/store'
import { type ScoreFacts, scoreStatement } from '@/lib/evidence/score-statement'
import { derivedId } from '@/lib/kernel/id'
import type { Day } from '@/lib/model/instant'
import type { ScoreInputs } from '@/lib/model/score-inputs'
import { SCORE_PREDICATE } from '@/lib/model/signed-statement'

/**
 * Signs a score and keeps the statement with its inputs, in the transaction that makes the score. One assessment, or one
 * run and place, has one statement: its id is derived from them. Returns the id.
 */
export async function keepStatement(
  store: Store,
  { facts, inputs, subjectId, day }: { facts: ScoreFacts; inputs: ScoreInputs; subjectId: string; day: Day },
): Promise<string> {
  const deploymentId = facts.deployment?.id ?? null
  const id = derivedId(store.organizationId, 'statement', facts.kind, subjectId, deploymentId ?? '')
  const made = scoreStatement(facts, inputs, sha256)
  const { kid, envelope } = await store.signer.sign(made.statement)
  const { inputs: text, inputsSha256 } = made
  await store.statements.add({
    id,
    kind: facts.kind,
    subjectId,
    deploymentId,
    predicateType: SCORE_PREDICATE,
    day,
    createdAt: facts.computedAt,
    kid,
    inputs: text,
    inputsSha256,
    envelope,
  })
  return id
}
