import { z } from 'zod'
import { readOrganizations } from '@/lib/db/read-scope'
import { auditEntryReader } from '@/lib/db/repositories/audit-entries'
import { ocsfEvent } from '@/lib/evidence/ocsf-audit-event'
import { accessReviewTable } from '@/lib/evidence/tables/access-review'
import { auditLogTable } from '@/lib/evidence/tables/audit-log'
import { decisionsTable } from '@/lib/evidence/tables/decisions'
import { elevationsTable } from '@/lib/evidence/tables/elevations'
import { jsonList } from '@/lib/evidence/tables/json-table'
import { membersTable } from '@/lib/evidence/tables/members'
import { AccessDecision } from '@/lib/model/access-decision'
import { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { listDecisions } from '../list-decisions'
import { listElevations } from '../list-elevations'
import { listMembers } from '../list-members'
import { pagesOf } from '../pages-of'
import { tableSource } from './source'

const members = tableSource({
  table: membersTable,
  permission: 'member:read',
  filter: z.object({}),
  open: (actor, { org, now }) => pagesOf((page) => listMembers(actor, { org, order: 'name', page }, now)),
})

/** Those first whose review is due first. */
const accessReview = tableSource({
  table: accessReviewTable,
  permission: 'member:read',
  filter: z.object({}),
  open: (actor, { org, now }) => pagesOf((page) => listMembers(actor, { org, order: 'review', page }, now)),
})

/** Whose requests somebody sees is for the service to say. */
const elevations = tableSource({
  table: elevationsTable,
  permission: 'organization:read',
  filter: z.object({}),
  open: (actor, { org, now }) => pagesOf((page) => listElevations(actor, { org, page }, now)),
})

const decisions = tableSource({
  table: decisionsTable,
  permission: 'decision:read',
  filter: z.object({ effect: AccessDecision.shape.effect.optional() }),
  open: (actor, { org, filter }) => pagesOf((page) => listDecisions(actor, { org, ...filter, ...page })),
})

/** Newest first; the right to take it away is the right to read it. */
const auditLog = tableSource({
  table: auditLogTable,
  permission: 'audit-log:export',
  filter: AuditLogFilter,
  documents: {
    'ocsf.json': {
      mediaType: 'application/json',
      write: (pages, { organizationId: id, slug, name }) =>
        jsonList(pages, (entry) => ocsfEvent(entry, { id, slug, name })),
    },
  },
  open: (_, { place: { organizationId }, filter }) =>
    pagesOf((page) =>
      readOrganizations([organizationId], (tx) => auditEntryReader(tx, organizationId).page(filter, page)),
    ),
})

export const accessSources = [members, accessReview, elevations, decisions, auditLog]
