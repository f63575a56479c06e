import { ocsfIncidentFinding } from '@/lib/evidence/ocsf-incident-finding'
import type { IncidentRow } from '@/lib/evidence/tables/incidents'
import { jsonList } from '@/lib/evidence/tables/json-table'
import type { TableDocument } from './source'

/** Incidents as a JSON array of OCSF 1.8 events of class Incident Finding. */
export const incidentEvents: TableDocument<IncidentRow> = {
  mediaType: 'application/json',
  write: (pages, { organizationId: id, slug, name }) =>
    jsonList(pages, (incident) => ocsfIncidentFinding(incident, { id, slug, name })),
}
