import type { Instant } from '@/lib/model/instant'
import type { Reading } from '../read-scope'

type PackRequestFile = { title: string; fileName: string; mediaType: string; bytes: number; sha256: string }
type PackRequestEntry = { at: string; kind: string; text: string; by: string; files: PackRequestFile[] }
type PackAuditRequest = {
  id: string
  requirement: string
  title: string
  text: string
  dueOn: string | null
  askedBy: string
  askedAt: string
  entries: PackRequestEntry[]
}

type Asked = { framework: string; asOf: Instant; engagementId: string | null }

/** What auditors asked about a framework and everything said about it by an instant, by when it was asked. */
export const packAuditRequests = (
  tx: Reading,
  organizationId: string,
  { framework, asOf, engagementId }: Asked,
): Promise<PackAuditRequest[]> => tx.$queryRaw<PackAuditRequest[]>`
  SELECT q.id::text, q.requirement, q.title, q.text, q.due_on::text AS "dueOn", q.asked_by AS "askedBy",
    to_char(q.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "askedAt",
    coalesce((SELECT json_agg(json_build_object(
        'at', to_char(n.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'kind', n.kind, 'text', n.text,
        'by', n.actor_name, 'files', coalesce((
          SELECT json_agg(json_build_object('title', l.title, 'fileName', l.file_name, 'mediaType', l.media_type,
            'bytes', l.bytes, 'sha256', l.sha256) ORDER BY l.id)
          FROM audit_request_files l WHERE l.organization_id = n.organization_id AND l.entry_id = n.id), '[]'))
        ORDER BY n.at, n.id)
      FROM audit_request_entries n WHERE n.organization_id = q.organization_id AND n.request_id = q.id
        AND n.at <= ${asOf}::timestamptz), '[]') AS entries
  FROM audit_requests q
  WHERE q.organization_id = ${organizationId}::uuid AND q.framework = ${framework}
    AND q.asked_at <= ${asOf}::timestamptz
    AND (${engagementId}::uuid IS NULL OR q.engagement_id = ${engagementId}::uuid)
  ORDER BY q.asked_at, q.id`
