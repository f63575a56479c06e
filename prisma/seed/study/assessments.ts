import { addMonths } from '@/lib/kernel/month'
import type { LayerRollout } from '@/lib/model/deployment'
import { seededRandom } from '../random'
import type { AssessmentStory } from '../scenario'
import { assessedAnswer, notApplicableAnswers, stageBetween } from './answers'
import type { Profile } from './profile'
import { monthsLive, rolloutsOf } from './rollouts'
import { type StagePath, stagePaths } from './stages'
import { dayIn, goLiveMonth } from './timeline'

/** A layer reaches what it will reach at month 12 over this many months of being live. */
const MATURES_IN = 8

/** How far a capability has come on a day between go-live and month 12. Layers never rolled out drift slowly. */
function progress(rollout: LayerRollout | undefined, asOf: string): number {
  if (!rollout || rollout.liveOn === null) return 0.5
  return Math.min(1, monthsLive(rollout, asOf) / MATURES_IN)
}

/** What nobody had looked at before the rollout: light capabilities of layers that were Traditional anyway. */
const wasOverlooked = (profile: Profile, { capability, before }: StagePath): boolean =>
  capability.weight < 3 &&
  before === 0 &&
  seededRandom(`${profile.slug} overlooked ${capability.id}`).chance((1 - profile.diligence) / 3)

function readings(profile: Profile): AssessmentStory[] {
  const paths = stagePaths(profile)
  const rollouts = new Map(rolloutsOf(profile).map((rollout) => [rollout.layer, rollout]))
  const endOf = (month: number) => dayIn(addMonths(goLiveMonth(profile.goLive), month), 0)
  const story = (name: string, asOf: string, seen: readonly StagePath[], share: (path: StagePath) => number) => ({
    name,
    asOf,
    state: 'approved' as const,
    answers: [
      ...seen.map((path) =>
        assessedAnswer(profile, path.capability.id, stageBetween(path.before, path.after, share(path)), asOf),
      ),
      ...notApplicableAnswers(profile),
    ],
  })
  const known = paths.filter((path) => !wasOverlooked(profile, path))
  return [
    story('Before rollout', endOf(0), known, () => 0),
    story('Month 6', endOf(6), paths, ({ capability }) => progress(rollouts.get(capability.layer), endOf(6))),
    story('Month 12', endOf(12), paths, () => 1),
  ]
}

/** One organization's pages have work in progress: an assessment that waits for approval, and one just begun. */
function inProgress(profile: Profile): AssessmentStory[] {
  const paths = stagePaths(profile)
  const answers = (asOf: string) =>
    paths.map(({ capability, after }) => {
      const isRaised = capability.layer === 'DAT' && after < 2
      return assessedAnswer(profile, capability.id, stageBetween(after, 3, isRaised ? 0.5 : 0), asOf)
    })
  const begun = paths.filter(({ capability }) => capability.layer === 'IAM' || capability.layer === 'NET').length
  return [
    {
      name: 'Q4 payments',
      asOf: '2026-11-19',
      state: 'submitted',
      answers: [...answers('2026-11-19'), ...notApplicableAnswers(profile)],
    },
    { name: 'Board preview', asOf: '2026-11-21', state: 'draft', answers: answers('2026-11-21').slice(0, begun) },
  ]
}

/** Baseline, month 6 and month 12 as approved assessments, each for the last day of its month; then what is under way. */
export const assessmentsOf = (profile: Profile): AssessmentStory[] => [
  ...readings(profile),
  ...(profile.slug === 'meridian-health' ? inProgress(profile) : []),
]
