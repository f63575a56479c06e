import { z } from 'zod'
import { FindingSeverity } from './finding-severity'
import { CapabilityId } from './layer'
import { Stage } from './stage'

/** A clause of a capability's stage that a check bears on: the stage needs at least this share (0 to 1) of the population. */
const StageCriterion = z.object({ capability: CapabilityId, stage: Stage, atLeast: z.number().min(0).max(1) })

/** What is known about a check without running it. */
export const CheckFacts = z.object({
  id: z.string().regex(/^[a-z0-9_]+$/),
  provider: z.enum(['aws', 'kubernetes', 'terraform']),
  /** What a finding of it says, as a headline: "S3 bucket lets the public in". */
  title: z.string(),
  /** What it asserts, in one sentence. */
  asserts: z.string(),
  /** What can happen where it does not hold, in one or two sentences. */
  risk: z.string(),
  severity: FindingSeverity,
  /** `every`: all of a population; `exists`: something must be there; `ratio`: a share; `freshness`: an age. */
  kind: z.enum(['every', 'exists', 'ratio', 'freshness']),
  /** Share at which a ratio check passes, 0 to 1; 1 for the other kinds. An organization may set its own. */
  threshold: z.number().min(0).max(1),
  /** The main one first. `weak` ones fit loosely and feed no stage. */
  capabilities: z.array(CapabilityId).min(1),
  weak: z.array(CapabilityId),
  /** Which clauses of which stages it bears on. */
  feeds: z.array(StageCriterion),
  /** Operations whose answers it needs, as coverage names them. */
  operations: z.array(z.string()).min(1),
  /** What the reader needs to be granted: IAM actions, or list on a Kubernetes resource. */
  permissions: z.array(z.string()),
  remediation: z.object({
    text: z.string(),
    commands: z.array(z.object({ tool: z.string(), code: z.string() })),
    effort: z.enum(['minutes', 'hours', 'days']),
  }),
  /** The nearest checks of other products, by id: what an import of theirs is mapped by. */
  peers: z.array(z.object({ product: z.string(), id: z.string() })),
  /** Where no real server can exercise a branch, says so. */
  provenBy: z.enum(['server', 'server-in-part', 'fixtures']),
})
export type CheckFacts = z.infer<typeof CheckFacts>
