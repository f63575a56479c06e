import type { FindingSeverity } from './finding-severity'
import type { Day, Instant } from './instant'
import type { LayerId } from './layer'

/** An open finding whose risk somebody accepted for a while. */
export type AcceptedRisk = {
  title: string
  severity: FindingSeverity
  layer: LayerId | null
  resource: string
  owner: string
  reason: string
  grantedBy: string
  until: Day
}

/** Part of a list, and how many it holds in all. */
export type Counted<One> = { items: readonly One[]; total: number }

/** Evidence of an approved assessment, by the capability it stands under. */
export type ReportedEvidence = {
  capability: string
  deployment: string
  title: string
  kind: 'link' | 'file'
  /** null for a link. */
  sha256: string | null
  collectedOn: Day
  expiresOn: Day | null
  collector: string
}

/** Incidents of one severity. */
export type SeverityCount = { severity: string; incidents: number; open: number }

/** What a deployment's records hold, by the end of the day asked for. */
export type DeploymentRecords = {
  incidents: readonly SeverityCount[]
  audits: Counted<{
    framework: string
    auditedOn: Day
    assessed: number
    passed: number
    failed: number
    notApplicable: number
    source: string
  }>
  recent: Counted<{
    externalId: string
    title: string | null
    severity: string
    countedAt: Instant
    resolvedAt: Instant | null
  }>
}
