import type { Finding } from '@/lib/model/finding'
import type { FindingSeverity } from '@/lib/model/finding-severity'

/** OCSF 1.8.0, class Compliance Finding: what does not hold of which resource, and since when. */
const VERSION = '1.8.0'
const CATEGORY = 2
const CLASS = 2003

const SEVERITIES: Readonly<Record<FindingSeverity, { id: number; name: string }>> = {
  info: { id: 1, name: 'Informational' },
  low: { id: 2, name: 'Low' },
  medium: { id: 3, name: 'Medium' },
  high: { id: 4, name: 'High' },
  critical: { id: 5, name: 'Critical' },
}
const CREATE = { id: 1, name: 'Create' }
const UPDATE = { id: 2, name: 'Update' }
const CLOSE = { id: 3, name: 'Close' }
const NEW = { id: 1, name: 'New' }
const SUPPRESSED = { id: 3, name: 'Suppressed' }
const RESOLVED = { id: 4, name: 'Resolved' }
/** A resolved finding holds now. One that persists fails, also while its risk is accepted. */
const PASS = { id: 1, name: 'Pass' }
const FAIL = { id: 3, name: 'Fail' }

/** What is said with a finding beside its own facts. */
export type FindingContext = {
  organization: { id: string; slug: string; name: string }
  /** Requirements that the capabilities it feeds touch, by standard. */
  requirements: readonly { standard: string; ids: readonly string[] }[]
  /** How it is mended; null where its check says nothing. */
  remediation: string | null
}

/**
 * One finding as an OCSF 1.8.0 event, dated in epoch milliseconds by when it was last seen or resolved. An accepted risk is
 * Suppressed and fails all the same. What OCSF has no attribute for is in `unmapped`.
 */
export function ocsfComplianceFinding(finding: Finding, context: FindingContext): object {
  const activity = finding.state === 'resolved' ? CLOSE : finding.runsSeen > 1 ? UPDATE : CREATE
  const status = finding.state === 'resolved' ? RESOLVED : finding.exceptionUntil === null ? NEW : SUPPRESSED
  const severity = SEVERITIES[finding.severity]
  const { organization, remediation } = context
  return {
    activity_id: activity.id,
    activity_name: activity.name,
    category_uid: CATEGORY,
    category_name: 'Findings',
    class_uid: CLASS,
    class_name: 'Compliance Finding',
    type_uid: CLASS * 100 + activity.id,
    time: Date.parse(finding.resolvedAt ?? finding.lastSeenAt),
    severity_id: severity.id,
    severity: severity.name,
    status_id: status.id,
    status: status.name,
    message: finding.message,
    metadata: {
      version: VERSION,
      product: { name: 'Proofline', vendor_name: 'Proofline' },
      uid: finding.id,
      tenant_uid: organization.id,
      event_code: finding.checkId,
      log_name: 'findings',
      ...(finding.owner === null ? {} : { profiles: ['incident'] }),
    },
    finding_info: infoOf(finding),
    compliance: complianceOf(finding, context),
    resources: [resourceOf(finding)],
    ...(remediation === null ? {} : { remediation: { desc: remediation } }),
    ...(finding.owner === null ? {} : { assignee: { uid: finding.owner.id, name: finding.owner.name } }),
    unmapped: {
      organization: organization.slug,
      source: finding.source,
      connection: finding.connectionName,
      account: finding.resource.account,
      region: finding.resource.region,
      capabilities: finding.capabilities,
      layer: finding.layer,
      runs_seen: finding.runsSeen,
      reopened: finding.reopened,
      exception_until: finding.exceptionUntil,
    },
  }
}

const infoOf = ({ id, title, message, checkId, openedAt, lastSeenAt, ...finding }: Finding): object => ({
  uid: id,
  title,
  desc: message,
  first_seen_time: Date.parse(openedAt),
  last_seen_time: Date.parse(lastSeenAt),
  analytic: { uid: checkId, name: title, type_id: 1, type: 'Rule' },
  data_sources: [finding.connectionName],
})

function complianceOf({ checkId, state, title }: Finding, { requirements }: FindingContext): object {
  const status = state === 'resolved' ? PASS : FAIL
  return {
    control: checkId,
    desc: title,
    status_id: status.id,
    status: status.name,
    standards: requirements.map(({ standard }) => standard),
    requirements: requirements.flatMap(({ standard, ids }) => ids.map((id) => `${standard} ${id}`)),
  }
}

const resourceOf = ({ resource: { id, name, type } }: Finding): object => ({ uid: id, name, type })
