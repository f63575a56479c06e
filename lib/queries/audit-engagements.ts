import { useMutation } from '@tanstack/react-query'
import type { AuditEngagement, AuditEngagementInput } from '@/lib/model/audit-engagement'
import type { Member } from '@/lib/model/member'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** Lets an auditor in for a scope. */
export const useLetIn = (org: string) =>
  useMutation<AuditEngagement, ApiProblem, AuditEngagementInput>({
    mutationFn: (engagement) => api.post(paths.api.auditEngagements(org), engagement),
  })

export const useEndEngagement = (org: string, id: string) =>
  useMutation<AuditEngagement, ApiProblem, void>({
    mutationFn: () => api.post(paths.api.endAuditEngagement(org, id)),
  })

/** Lets an auditor see the whole organization again. */
export const useOpenWholeOrganization = (org: string, userId: string) =>
  useMutation<Member, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.memberAuditScope(org, userId)) })
