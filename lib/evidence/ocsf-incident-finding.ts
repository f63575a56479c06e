import type { Severity } from '@/lib/model/incident'
import type { IncidentRow } from './tables/incidents'

/** OCSF 1.8.0, class Incident Finding: what happened, how bad it was, and how far it is. */
const VERSION = '1.8.0'
const CATEGORY = 2
const CLASS = 2005

const SEVERITIES: Readonly<Record<Severity, { id: number; name: string }>> = {
  unknown: { id: 0, name: 'Unknown' },
  low: { id: 2, name: 'Low' },
  medium: { id: 3, name: 'Medium' },
  high: { id: 4, name: 'High' },
  critical: { id: 5, name: 'Critical' },
}

type Standing = { activity: { id: number; name: string }; status: { id: number; name: string }; at: string }

function standingOf(incident: IncidentRow): Standing {
  const { resolvedAt, containedAt, acknowledgedAt, detectedAt, countedAt } = incident
  if (resolvedAt !== null)
    return { activity: { id: 3, name: 'Close' }, status: { id: 4, name: 'Resolved' }, at: resolvedAt }
  const going = containedAt ?? acknowledgedAt
  if (going !== null) return { activity: { id: 2, name: 'Update' }, status: { id: 2, name: 'In Progress' }, at: going }
  return { activity: { id: 1, name: 'Create' }, status: { id: 1, name: 'New' }, at: detectedAt ?? countedAt }
}

/** An attribute in epoch milliseconds; an instant nobody knows is left out, because 0 would be 1970. */
const time = (name: string, instant: string | null): object => (instant === null ? {} : { [name]: Date.parse(instant) })

type Organization = { id: string; slug: string; name: string }

/**
 * One incident as an OCSF 1.8.0 event, dated in epoch milliseconds by the last thing known of it. The schema wants somebody
 * it is assigned to; records name nobody, so that is the organization as a group. What OCSF has no attribute for is in
 * `unmapped`.
 */
export function ocsfIncidentFinding(incident: IncidentRow, organization: Organization): object {
  const { activity, status, at } = standingOf(incident)
  const severity = SEVERITIES[incident.severity]
  const uid = `${incident.source}:${incident.externalId}`
  return {
    activity_id: activity.id,
    activity_name: activity.name,
    category_uid: CATEGORY,
    category_name: 'Findings',
    class_uid: CLASS,
    class_name: 'Incident Finding',
    type_uid: CLASS * 100 + activity.id,
    time: Date.parse(at),
    ...time('start_time', incident.occurredAt),
    ...time('end_time', incident.resolvedAt),
    severity_id: severity.id,
    severity: severity.name,
    status_id: status.id,
    status: status.name,
    message: incident.title ?? uid,
    metadata: {
      version: VERSION,
      product: { name: 'Proofline', vendor_name: 'Proofline' },
      uid: incident.id,
      tenant_uid: organization.id,
      log_name: 'incidents',
    },
    finding_info_list: [
      {
        uid,
        ...(incident.title === null ? {} : { title: incident.title }),
        ...time('first_seen_time', incident.detectedAt),
        data_sources: [incident.source],
      },
    ],
    assignee_group: { uid: organization.id, name: organization.name, type: 'organization' },
    unmapped: {
      organization: organization.slug,
      deployment: incident.deployment,
      layer: incident.layer,
      acknowledged_at: incident.acknowledgedAt,
      contained_at: incident.containedAt,
      counted_at: incident.countedAt,
    },
  }
}
