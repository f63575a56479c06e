import { firstRollout, loadedWith } from '@/lib/db/repositories/scenarios'
import { forOrganizations } from '@/lib/db/scope'
import { type StudyRecords, studyOf } from '@/lib/metrics/study'
import type { Actor } from '@/lib/model/actor'
import type { Study } from '@/lib/model/study'
import { authorizeEach, authorizeSelf } from './authorize'

/**
 * The synthetic study as the records of the actor's own organizations give it, beside the published averages.
 * Organizations that hold real data, or only part of the study, never count.
 */
export async function computeStudy(actor: Actor): Promise<Study> {
  await authorizeSelf(actor, 'portfolio:read')
  const readable = await authorizeEach(actor, ['incident:read', 'deployment:read'])
  const ids = readable.map((membership) => membership.organizationId)
  return forOrganizations(ids, async (tx) => {
    const loaded = await loadedWith(tx, ids, 'study')
    const records: StudyRecords[] = []
    for (const { organizationId, slug, name } of readable) {
      if (!loaded.has(organizationId)) continue
      const rollout = await firstRollout(tx, organizationId)
      if (rollout) records.push({ slug, name, ...rollout })
    }
    return studyOf(records)
  })
}
