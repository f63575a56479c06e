import type { Store } from '@/lib/db/store'
import type { AssessedFacts } from '@/lib/evidence/oscal/assessed-facts'
import { assess } from './assess'
import { postureOn } from './posture-on'
import { shownPosture } from './shown-posture'

/** An assessment, in whatever state, as its OSCAL documents tell it. Throws not-found. */
export async function assessedFactsOf(
  store: Store,
  id: string,
  told: Pick<AssessedFacts, 'capabilities' | 'evidenceHref'>,
): Promise<AssessedFacts> {
  const record = await store.assessments.get(id)
  const { assessment } = record
  const answers = await store.answers.list(id)
  const posture = await postureOn(store, assessment.deploymentId, assessment.asOf)
  const { name } = await store.deployments.get(assessment.deploymentId)
  return {
    assessment: { ...assessment, answers, maturity: assess(record, answers, posture), posture: shownPosture(posture) },
    deployment: name,
    ...told,
  }
}
