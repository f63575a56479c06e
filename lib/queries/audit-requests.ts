import { useMutation } from '@tanstack/react-query'
import type { AuditRequestDetail, RequestAnswer } from '@/lib/model/audit-request'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

export type AskedRequest = { framework: string; requirement: string; title: string; text: string; dueOn: string | null }

export const useAskRequest = (org: string) =>
  useMutation<AuditRequestDetail, ApiProblem, AskedRequest>({
    mutationFn: (request) => api.post(paths.api.auditRequests(org), request),
  })

export type RequestAct = 'comments' | 'accept' | 'return' | 'withdraw'

/** Says something about a request that needs no more than words. */
export const useSayOnRequest = (org: string, id: string) =>
  useMutation<AuditRequestDetail, ApiProblem, { act: RequestAct; text: string }>({
    mutationFn: ({ act, text }) => api.post(paths.api.auditRequest(org, id, act), { text }),
  })

export const useAnswerRequest = (org: string, id: string) =>
  useMutation<AuditRequestDetail, ApiProblem, RequestAnswer>({
    mutationFn: (answer) => api.post(paths.api.auditRequest(org, id, 'answer'), answer),
  })

/** Sends a file as the body of the request; its title travels in the address. */
export const useUploadRequestFile = (org: string, id: string) =>
  useMutation<AuditRequestDetail, ApiProblem, { file: File; mediaType: string; title: string }>({
    mutationFn: async ({ file, mediaType, title }) => {
      const sent = await send(paths.api.auditRequestFiles(org, id, { title }), {
        method: 'POST',
        headers: { 'content-type': mediaType },
        body: file,
      })
      return sent.json()
    },
  })
