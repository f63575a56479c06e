import type { Tx } from '../scope'
import { auditEngagementRepository } from './audit-engagements'
import { auditRequestRepository } from './audit-requests'
import { deskFactReader } from './desk-facts'
import { deskViewReader } from './desk-views'
import { operationFactReader } from './operation-facts'

/** What the auditor's desk keeps and reads. */
export const auditDeskRepositories = (tx: Tx, organizationId: string) => ({
  engagements: auditEngagementRepository(tx, organizationId),
  auditRequests: auditRequestRepository(tx, organizationId),
  operationFacts: operationFactReader(tx, organizationId),
  deskFacts: deskFactReader(tx, organizationId),
  deskViews: deskViewReader(tx, organizationId),
})
