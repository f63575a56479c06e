import { z } from 'zod'
import { Gap } from './coverage'
import { FINDING_SEVERITIES, FindingSeverity } from './finding-severity'
import { CapabilityId, LayerId } from './layer'
import { UnknownCause } from './resource'
import { RunTotals } from './run'
import { STAGES, Stage } from './stage'
import { Verdict } from './verdict'

/** What one check said of a handed-in plan or state. */
export const PlanVerdict = z.object({
  checkId: z.string(),
  title: z.string(),
  severity: FindingSeverity,
  verdict: Verdict,
  numerator: z.int(),
  denominator: z.int(),
  undecided: z.int(),
  gaps: z.array(Gap),
})
export type PlanVerdict = z.infer<typeof PlanVerdict>

const About = z.object({
  /** The same for the same check and resource in every run. */
  key: z.string(),
  checkId: z.string(),
  severity: FindingSeverity,
  /** A resource's address in the code, or what the source calls it. */
  resource: z.string(),
  capabilities: z.array(CapabilityId),
})

/** A resource that a check does not hold for, with what to do. */
export const PlanFailure = About.extend({ title: z.string(), message: z.string(), fix: z.string() })
export type PlanFailure = z.infer<typeof PlanFailure>

/** A resource that nobody can decide about yet, and why. */
export const PlanUnknown = About.extend({ cause: UnknownCause, operation: z.string() })
export type PlanUnknown = z.infer<typeof PlanUnknown>

const Standing = z.object({ stage: Stage.nullable(), score: z.number().nullable(), coverage: z.number() })

/** What would become of the organization's posture: now, and with this plan in the place of its connection's newest run. */
export const PlanMaturity = z.object({
  /** The newest run of the connection that this takes the place of; null when it has none. */
  replaces: z.uuid().nullable(),
  layers: z.array(z.object({ layer: LayerId, before: Standing, after: Standing, scoreChange: z.number().nullable() })),
  capabilities: z.array(z.object({ capability: CapabilityId, before: Stage.nullable(), after: Stage.nullable() })),
})
export type PlanMaturity = z.infer<typeof PlanMaturity>

/** What a pipeline asks of a plan. */
export const GateOptions = z.object({
  /** Fail when what the plan's checks speak to would fall below this stage. */
  failBelow: z.enum(STAGES).optional(),
  /** Fail on any failure of this severity or worse. */
  failOn: z.enum(FINDING_SEVERITIES).optional(),
  /** Let pass what nobody can decide before apply. */
  allowUnknown: z.boolean().default(false),
})
export type GateOptions = z.infer<typeof GateOptions>

/** The answer as data, for code scanning, or for a pull request. */
export const PlanFormat = z.enum(['json', 'sarif', 'markdown'])
export type PlanFormat = z.infer<typeof PlanFormat>

/** `undecided`: nothing fails, but something that the gate asks about is unknown. Only `passed` lets a pipeline go on. */
const GateOutcome = z.enum(['passed', 'failed', 'undecided'])

export const GateResult = z.object({
  outcome: GateOutcome,
  /** Why it did not pass, or what it let pass; one sentence each. */
  reasons: z.array(z.string()),
})
export type GateResult = z.infer<typeof GateResult>

/** How many failures and unknowns are listed one by one; counts are in the verdicts. */
export const MOST_LISTED = 1_000

export const PlanReport = z.object({
  kind: z.enum(['plan', 'state']),
  workspace: z.string(),
  connection: z.string(),
  formatVersion: z.string(),
  terraformVersion: z.string().nullable(),
  /** Resources that exist once it is applied, of any provider. */
  resources: z.int(),
  verdicts: z.array(PlanVerdict),
  failures: z.array(PlanFailure),
  unknowns: z.array(PlanUnknown),
  maturity: PlanMaturity,
  /** Null when no gate was asked for. */
  gate: GateResult.nullable(),
  /** The run it was kept as; null when nothing was kept. */
  recorded: z
    .object({ run: z.uuid(), connectionId: z.uuid(), snapshot: z.string().nullable(), totals: RunTotals.nullable() })
    .nullable(),
})
export type PlanReport = z.infer<typeof PlanReport>
