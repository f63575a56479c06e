import { z } from 'zod'
import { Role } from './actor'
import { DeploymentRef } from './deployment-ref'
import { Day, MonthText } from './instant'
import { LayerId } from './layer'
import { LayerStanding } from './maturity-history'
import { Organization, Sector } from './organization'
import { MetricId } from './outcome'
import { OutcomeScope } from './overview'
import { PooledOutcome } from './pooled-outcome'
import { Stage } from './stage'

/** Headcount: under 1,000, 1,000 to 4,999, 5,000 and more. Who does not say how many is in none. */
export const SIZES = ['small', 'medium', 'large'] as const
export const Size = z.enum(SIZES)
export type Size = z.infer<typeof Size>

/** Which layers are live: none, identity and network alone, all five, or any other set. */
export const ROLLOUT_GROUPS = ['none', 'identity-and-network', 'all-five', 'other'] as const
export const RolloutGroup = z.enum(ROLLOUT_GROUPS)
export type RolloutGroup = z.infer<typeof RolloutGroup>

export const PortfolioFilter = z.object({
  sector: Sector.optional(),
  size: Size.optional(),
  rollout: RolloutGroup.optional(),
  cursor: z.string().max(500).optional(),
})
export type PortfolioFilter = z.infer<typeof PortfolioFilter>

const change = z.number().nullable()

/**
 * One metric from its baseline to the reading at month 12, or the latest one there is (`after` says which). Everything
 * after `metric` is null where it is not known.
 */
export const PortfolioChange = z.object({
  metric: MetricId,
  baseline: z.number().nullable(),
  after: z.int().nullable(),
  month: MonthText.nullable(),
  value: z.number().nullable(),
  n: z.int(),
  absoluteChange: change,
  relativeChange: change,
  pointChange: change,
  failureChange: change,
  caution: z.string().nullable(),
})
export type PortfolioChange = z.infer<typeof PortfolioChange>

/** One organization. Of several deployments the one with the lowest score is shown; everything in the row is about it. */
export const PortfolioRow = z.object({
  organization: Organization.pick({ id: true, slug: true, name: true, sector: true, headcount: true, synthetic: true }),
  role: Role,
  deployments: z.int(),
  deployment: DeploymentRef.nullable(),
  layersLive: z.array(LayerId),
  rollout: RolloutGroup,
  /** The latest approved assessment; null while there is none. */
  maturity: z
    .object({
      assessmentId: z.uuid(),
      asOf: Day,
      score: z.number().nullable(),
      stage: Stage.nullable(),
      layers: z.array(LayerStanding),
    })
    .nullable(),
  scope: OutcomeScope.nullable(),
  /** Why before and after cannot be compared; null when they can. */
  refusal: z.string().nullable(),
  changes: z.array(PortfolioChange),
})
export type PortfolioRow = z.infer<typeof PortfolioRow>

/** How many organizations stand where in one layer; the index of `stages` is the stage. */
export const LayerSpread = z.object({
  layer: LayerId,
  stages: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  notEstablished: z.int(),
  notAssessed: z.int(),
})
export type LayerSpread = z.infer<typeof LayerSpread>

export const Cohort = z.object({ rollout: RolloutGroup, organizations: z.int(), pooled: PooledOutcome })
export type Cohort = z.infer<typeof Cohort>

/** All organizations the reader belongs to. Only `items` is a page; every other figure covers all that match the filter. */
export const Portfolio = z.object({
  at: Day,
  organizations: z.int(),
  deployments: z.int(),
  items: z.array(PortfolioRow),
  nextCursor: z.string().nullable(),
  spread: z.array(LayerSpread),
  pooled: PooledOutcome,
  /** Identity and network alone, then all five. */
  cohorts: z.array(Cohort),
})
export type Portfolio = z.infer<typeof Portfolio>
