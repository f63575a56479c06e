import { z } from 'zod'
import { AuditScope } from './audit-scope'
import { Day, Instant } from './instant'
import { FrameworkId, Requirement, RequirementFramework } from './requirement'
import { RequirementOperation } from './requirement-operation'
import { Stage } from './stage'

const UUIDS =
  /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?:,[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})*$/

/** A scope as an address carries it: deployments as ids between commas, none for the whole organization. */
export const ScopeQuery = z
  .object({
    framework: FrameworkId,
    from: Day,
    to: Day,
    deployments: z.string().max(7400).regex(UUIDS, 'must be ids between commas').optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not lie before the first day' })
export type ScopeQuery = z.infer<typeof ScopeQuery>

/** The scope an address carries; each deployment once, in one order, so that the same scope is the same in the log. */
export const auditScopeOf = ({ framework, from, to, deployments }: ScopeQuery): AuditScope => ({
  framework,
  period: { from, to },
  deploymentIds: [...new Set(deployments?.toLowerCase().split(','))].sort(),
})

/** One requirement of it, by its id as its standard writes it, which may hold brackets, blanks and slashes. */
export const RequirementQuery = ScopeQuery.safeExtend({ requirement: z.string().min(1).max(300) })
export type RequirementQuery = z.infer<typeof RequirementQuery>

/** The desk over one scope. */
export const AuditDesk = z.object({
  scope: AuditScope,
  /** The instant it is told as of. */
  asOf: Instant,
  formula: z.string(),
  framework: RequirementFramework,
  operations: z.array(RequirementOperation),
})
export type AuditDesk = z.infer<typeof AuditDesk>

/** What a check said over the period, quarter by quarter, and how many it looked at last. */
const CheckOperation = z.object({
  id: z.string(),
  title: z.string(),
  asserts: z.string(),
  quarters: z.array(
    z.object({
      quarter: z.string(),
      runs: z.int(),
      pass: z.int(),
      fail: z.int(),
      unknown: z.int(),
      notApplicable: z.int(),
    }),
  ),
  /** What it looked at, by what every account said last in the period: accounts, resources decided and not decided. */
  population: z.object({ accounts: z.int(), held: z.int(), decided: z.int(), undecided: z.int() }),
})
export type CheckOperation = z.infer<typeof CheckOperation>

/** An approved answer that speaks in the period, and what it rests on. */
const SpokenAnswer = z.object({
  capability: z.string(),
  assessment: z.string(),
  asOf: Day,
  approvedBy: z.string(),
  deployment: z.string(),
  effective: Stage.nullable(),
  target: Stage.nullable(),
  rationale: z.string(),
  evidence: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      /** null for a file. */
      url: z.string().nullable(),
      mediaType: z.string().nullable(),
      bytes: z.int().nullable(),
      sha256: z.string().nullable(),
      collectedOn: Day,
      expiresOn: Day.nullable(),
    }),
  ),
})
export type SpokenAnswer = z.infer<typeof SpokenAnswer>

/** One requirement over one scope, with all that speaks to it. */
export const RequirementDesk = z.object({
  scope: AuditScope,
  asOf: Instant,
  formula: z.string(),
  framework: RequirementFramework.omit({ requirements: true }),
  requirement: Requirement,
  operation: RequirementOperation,
  checks: z.array(CheckOperation),
  answers: z.array(SpokenAnswer),
})
export type RequirementDesk = z.infer<typeof RequirementDesk>
