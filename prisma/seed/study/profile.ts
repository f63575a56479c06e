import type { Cloud, Sector } from '@/lib/model/organization'
import type { Stage } from '@/lib/model/stage'

/** What the generator aims at: three burdens and the failing share, the other side of the pass rate. Less is better. */
export const BURDENS = ['incidents', 'mttd', 'mttr', 'failing'] as const
export type Burden = (typeof BURDENS)[number]

/** A burden's mean before, and the relative change at month 12. */
export type Effect = { before: number; change: number }

/** Stages of the five layers in framework order; null when too little is assessed to say. */
export type LayerStages = readonly (Stage | null)[]

/** One synthetic organization of the study: every parameter of its story. */
export type Profile = {
  slug: string
  name: string
  sector: Sector
  headcount: number
  clouds: Cloud[]
  deployment: { slug: string; name: string; environment: string }
  /** Month of go-live, `YYYY-MM`; month 1 of the readings. */
  goLive: string
  /** All five layers, or identity and network only. */
  layers: 2 | 5
  burdens: Record<Burden, Effect>
  /** Stages before the rollout and at month 12. */
  stages: { before: LayerStages; after: LayerStages }
  /** Capabilities out of scope, with the reason an assessor gives. */
  notApplicable: Record<string, string>
  /** Share of answers that carry evidence. */
  diligence: number
  /** Frameworks audited every month, with how many controls each has in scope. */
  audits: readonly { framework: string; controls: number }[]
}
