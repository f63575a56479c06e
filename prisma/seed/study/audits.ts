import type { AuditRecord } from '@/lib/model/compliance-audit'
import { seededRandom } from '../random'
import type { Aims } from './aims'
import type { Profile } from './profile'
import { aimIn } from './ramp'
import { dayIn, timeline } from './timeline'

const FAILING_NOISE = 0.06

/**
 * One audit a month and framework, always of the same controls, so that a better pass rate is not another scope. A few
 * controls do not apply and are not counted as passed.
 */
export function auditsOf(profile: Profile, aims: Aims): AuditRecord[] {
  return timeline(profile.goLive).flatMap(({ month, since }) =>
    profile.audits.map(({ framework, controls }) => {
      const random = seededRandom(`${profile.slug} audit ${framework} ${month}`)
      const notApplicable = seededRandom(`${profile.slug} scope ${framework}`).int(2, 6)
      const assessed = controls - notApplicable
      const failing = aimIn(since, aims.failing) * (1 + FAILING_NOISE * random.normal())
      const failed = Math.min(assessed, Math.max(0, Math.round(assessed * failing)))
      return {
        externalId: `${framework} ${month}`,
        framework,
        auditedOn: dayIn(month, random.int(10, 27)),
        assessed,
        passed: assessed - failed,
        failed,
        notApplicable,
      }
    }),
  )
}
