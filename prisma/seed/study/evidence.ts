import { guidanceOf } from '@/lib/framework/guidance'
import type { EvidenceLink } from '@/lib/model/evidence'
import { seededRandom } from '../random'
import type { Profile } from './profile'
import { addDays } from './timeline'

const EXPIRED = 0.1
/** Days evidence may be relied upon; null does not expire. */
const VALID_FOR: readonly (readonly [number | null, number])[] = [
  [null, 2],
  [180, 4],
  [365, 4],
]

/**
 * What one answer rests on: nothing, or one link that is in date on the assessment's day, or one that has expired, so
 * that confidence differs between organizations. The links lead nowhere: `.example` is reserved (RFC 2606).
 */
export function evidenceOf(profile: Profile, capability: string, asOf: string): EvidenceLink[] {
  const random = seededRandom(`${profile.slug} evidence ${capability} ${asOf}`)
  if (!random.chance(profile.diligence)) return []
  const asked = guidanceOf(capability).evidence
  const title = asked[random.int(0, asked.length - 1)] ?? capability
  const link = {
    kind: 'link' as const,
    title: title.slice(0, 1).toUpperCase() + title.slice(1),
    url: `https://evidence.example/${profile.slug}/${capability.toLowerCase()}/${asOf}`,
  }
  if (random.chance(EXPIRED))
    return [
      { ...link, collectedOn: addDays(asOf, -random.int(400, 500)), expiresOn: addDays(asOf, -random.int(10, 90)) },
    ]
  const collectedOn = addDays(asOf, -random.int(5, 60))
  const days = random.weighted(VALID_FOR)
  return [{ ...link, collectedOn, expiresOn: days === null ? null : addDays(collectedOn, days) }]
}
