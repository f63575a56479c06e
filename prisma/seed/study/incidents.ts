import type { IncidentRecord, Severity } from '@/lib/model/incident'
import { LAYERS, type LayerId } from '@/lib/model/layer'
import { type Random, seededRandom } from '../random'
import type { Aims } from './aims'
import { durations } from './durations'
import { TITLES } from './incident-texts'
import type { Profile } from './profile'
import { aimIn } from './ramp'
import { type StoryMonth, timeline } from './timeline'

/** Standard deviation of a month's count against a Poisson count's. */
const COUNT_SCATTER = 0.35
/** Months of live operation that are read: their counts are the aims, rounded, so that the study has a known answer. */
const READ = new Set([3, 6, 12])
const DURATION_NOISE = 0.05
const UNKNOWN_ONSET = 0.13
const STILL_OPEN = 0.1
/** Only incidents of the last two months may still have been open when the records were exported. */
const OPEN_SINCE = 11

const SEVERITY_MIX: readonly (readonly [Severity, number])[] = [
  ['critical', 6],
  ['high', 22],
  ['medium', 45],
  ['low', 27],
]
const LAYER_MIX: readonly (readonly [LayerId, number])[] = LAYERS.map((layer, at) => [
  layer,
  [34, 26, 12, 13, 15][at] ?? 0,
])

type Fate = { unknownOnset: boolean; open: boolean }

function countIn(random: Random, { since }: StoryMonth, aim: number): number {
  const scatter = READ.has(since) ? 0 : COUNT_SCATTER * Math.sqrt(aim) * random.normal()
  return Math.max(1, Math.round(aim + scatter))
}

const around = (random: Random, aim: number, noise: number): number => aim * (1 + noise * random.normal())

/** Which of a month's incidents miss an end; the first keeps both, so that no month is left without a duration. */
const fatesOf = (random: Random, count: number, { since }: StoryMonth): Fate[] =>
  Array.from({ length: count }, (_, at) => {
    const unknownOnset = random.chance(UNKNOWN_ONSET)
    const open = random.chance(STILL_OPEN) && since >= OPEN_SINCE
    return at === 0 ? { unknownOnset: false, open: false } : { unknownOnset, open }
  })

const instant = (epochMs: number): string => new Date(epochMs).toISOString().replace('.000Z', 'Z')

/** Acknowledged and contained lie on the way from detection to resolution; an open incident has at most the first. */
function handling(random: Random, detectedAt: number, seconds: number | null) {
  const acknowledgedAfter = 0.05 + 0.2 * random.next()
  const containedAfter = 0.4 + 0.4 * random.next()
  if (seconds === null) {
    const acknowledgedAt = random.chance(0.7) ? instant(detectedAt + random.int(5, 90) * 60_000) : null
    return { acknowledgedAt, containedAt: null, resolvedAt: null }
  }
  const after = (share: number) => instant(detectedAt + Math.floor(seconds * share) * 1000)
  return { acknowledgedAt: after(acknowledgedAfter), containedAt: after(containedAfter), resolvedAt: after(1) }
}

function monthOfIncidents(profile: Profile, aims: Aims, month: StoryMonth): Omit<IncidentRecord, 'externalId'>[] {
  const random = seededRandom(`${profile.slug} incidents ${month.month}`)
  const count = countIn(random, month, aimIn(month.since, aims.incidents))
  const fates = fatesOf(random, count, month)
  const known = fates.filter((fate) => !fate.unknownOnset).length
  const closed = fates.filter((fate) => !fate.open).length
  const toDetect = durations(random, known, around(random, aimIn(month.since, aims.mttd), DURATION_NOISE))
  const toResolve = durations(random, closed, around(random, aimIn(month.since, aims.mttr), DURATION_NOISE))
  const seconds = (month.endsAt - month.startsAt) / 1000
  return fates.map(({ unknownOnset, open }) => {
    const detectedAt = month.startsAt + random.int(0, seconds - 1) * 1000
    const layer = random.weighted(LAYER_MIX)
    return {
      title: random.weighted(TITLES[layer].map((title) => [title, 1] as const)),
      severity: random.weighted(SEVERITY_MIX),
      layer,
      occurredAt: unknownOnset ? null : instant(detectedAt - (toDetect.pop() ?? 0) * 1000),
      detectedAt: instant(detectedAt),
      ...handling(random, detectedAt, open ? null : (toResolve.pop() ?? 0)),
    }
  })
}

/**
 * Eighteen months of incident records, oldest detection first, numbered in that order. A month's count and its mean
 * durations follow the aims with some noise, less than independent events would show, because the study is aimed at published averages.
 */
export function incidentsOf(profile: Profile, aims: Aims): IncidentRecord[] {
  const records = timeline(profile.goLive).flatMap((month) => monthOfIncidents(profile, aims, month))
  const initials = profile.slug
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
  return records
    .sort((a, b) => (a.detectedAt ?? '').localeCompare(b.detectedAt ?? '', 'en'))
    .map((record, at) => ({ externalId: `${initials}-${String(at + 1).padStart(4, '0')}`, ...record }))
}
