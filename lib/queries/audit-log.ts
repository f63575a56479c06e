import { useMutation } from '@tanstack/react-query'
import type { AuditVerification } from '@/lib/model/audit-verification'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

/** Has the server walk the whole chain: work to be asked for, never done because a page was opened. */
export const useVerifyAuditLog = (org: string) =>
  useMutation<AuditVerification, ApiProblem, void>({ mutationFn: () => api.get(paths.api.auditLogVerification(org)) })

/** Fetches a file of the log. Not a plain link, because what leaves with everything may need a fresh proof first. */
export const useAuditLogFile = (path: string) =>
  useMutation<Blob, ApiProblem, void>({ mutationFn: async () => (await send(path, { method: 'GET' })).blob() })
