import { CHECKS } from '@/lib/checks/registry'
import { readOrganization } from '@/lib/db/read-store'
import { standingVerdicts } from '@/lib/maturity/standing-verdicts'
import type { Actor } from '@/lib/model/actor'
import type { CheckList } from '@/lib/model/check-view'
import { authorize } from './authorize'

type Input = { org: string; now?: Date }

/** Every check of this release with what it says of the organization now; null where no connection ran it. */
export async function listChecks(actor: Actor, { org, now = new Date() }: Input): Promise<CheckList> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  const verdicts = await readOrganization(organizationId, ({ posture }) => posture.verdicts(null))
  const standing = standingVerdicts(verdicts, now.toISOString())
  return { checks: CHECKS.map((check) => ({ ...check, standing: standing.get(check.id) ?? null })) }
}
