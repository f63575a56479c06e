import { z } from 'zod'
import { Deployment } from './deployment'
import { DeploymentRef } from './deployment-ref'
import { Day, Instant } from './instant'
import { CapabilityId } from './layer'
import { AssessedMaturity } from './maturity-at'
import { Organization } from './organization'
import { Outcome } from './outcome'

/** A submitted assessment that the reader may approve. */
export const AwaitedApproval = z.object({
  id: z.uuid(),
  name: z.string(),
  asOf: Day,
  deployment: DeploymentRef,
  submittedBy: z.string(),
  submittedAt: Instant,
})
export type AwaitedApproval = z.infer<typeof AwaitedApproval>

/** Evidence of the latest approved assessment that runs out soon or already has. */
export const EndingEvidence = z.object({
  id: z.uuid(),
  title: z.string(),
  capability: CapabilityId,
  expiresOn: Day,
  expired: z.boolean(),
})
export type EndingEvidence = z.infer<typeof EndingEvidence>

/** Whose records an outcome is made of: the deployment's own or, where no record names one, the whole organization's. */
export const OutcomeScope = z.enum(['deployment', 'organization'])
export type OutcomeScope = z.infer<typeof OutcomeScope>

/** What the page every CISO opens first says. */
export const Overview = z.object({
  /** The day it speaks for. */
  at: Day,
  organization: Organization,
  /** Oldest first. */
  deployments: z.array(DeploymentRef),
  /** The deployment shown; null when the organization has none. */
  deployment: Deployment.nullable(),
  /** Null while nothing was approved. */
  current: AssessedMaturity.nullable(),
  /** Counts of the whole organization. `approvals` holds at most ten, the longest waiting first. */
  waiting: z.object({ drafts: z.int(), submitted: z.int(), approvals: z.array(AwaitedApproval) }),
  /** Within 30 days of `at`. `items` holds at most ten, the earliest end first. */
  evidence: z.object({ expired: z.int(), expiring: z.int(), items: z.array(EndingEvidence) }),
  /** Null without a deployment. */
  outcome: z.object({ scope: OutcomeScope, result: Outcome }).nullable(),
})
export type Overview = z.infer<typeof Overview>
