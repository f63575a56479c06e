import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import type { RateInput } from '@/lib/model/finding-change'
import { actOnFinding, type OnFinding } from './act-on-finding'

/** Says how severe a finding is in spite of its check; null goes back to the check. Throws not-found. */
export const rateFinding = (actor: Actor, input: OnFinding & { rate: RateInput }): Promise<FindingDetail> =>
  actOnFinding(actor, input, 'finding:write', async ({ findingActs }, { id, severityOverride }, act) => {
    const { severity, reason } = input.rate
    if (severity === severityOverride) return null
    await findingActs.rate(id, severityOverride, severity, reason, act)
    const [before, after] = [{ severityOverride }, { severityOverride: severity }]
    return { action: 'finding.rated', detail: { severity, reason }, before, after }
  })
