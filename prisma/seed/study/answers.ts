import { clausesOf, guidanceOf } from '@/lib/framework/guidance'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import type { Stage } from '@/lib/model/stage'
import { evidenceOf } from './evidence'
import type { Profile } from './profile'

const STAGES: readonly Stage[] = [0, 1, 2, 3]
const NEXT: Record<Stage, Stage> = { 0: 2, 1: 2, 2: 3, 3: 3 }

/** The stage that is so far along the way, rounded. */
export const stageBetween = (before: Stage, after: Stage, share: number): Stage =>
  STAGES[Math.round(before + (after - before) * share)] ?? after

const rationaleOf = (capability: string, stage: Stage): string =>
  `${clausesOf(guidanceOf(capability).stages[stage]).slice(0, 2).join('; ')}. Synthetic answer of the demo study.`

export const assessedAnswer = (profile: Profile, capability: string, stage: Stage, asOf: string): NamedAnswer => ({
  capability,
  status: 'assessed',
  stage,
  targetStage: NEXT[stage],
  rationale: rationaleOf(capability, stage),
  evidence: evidenceOf(profile, capability, asOf),
})

export const notApplicableAnswers = (profile: Profile): NamedAnswer[] =>
  Object.entries(profile.notApplicable).map(([capability, rationale]) => ({
    capability,
    status: 'not_applicable',
    rationale,
    evidence: [],
  }))
