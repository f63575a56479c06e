/** The instants of one incident, epoch milliseconds; null is not known. */
export type IncidentInstants = {
  occurredAt: number | null
  detectedAt: number | null
  acknowledgedAt: number | null
  containedAt: number | null
  resolvedAt: number | null
}

/**
 * The instant whose UTC month an incident counts in, epoch milliseconds: detected, else occurred, acknowledged,
 * contained, resolved. Detection comes first because it is the load an organization sees and is known most often;
 * onset would be the true rate (statistics §2). Null when nothing is known: such a record belongs to no month.
 */
export const countedAt = (incident: IncidentInstants): number | null =>
  incident.detectedAt ?? incident.occurredAt ?? incident.acknowledgedAt ?? incident.containedAt ?? incident.resolvedAt
