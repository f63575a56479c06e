import { useMutation } from '@tanstack/react-query'
import type { Evidence, EvidenceLink } from '@/lib/model/evidence'
import type { AnswerPlace } from './answers'
import { type ApiProblem, api, send } from './api'
import { paths } from './paths'

export type EvidenceUpload = {
  file: File
  mediaType: string
  title: string
  collectedOn: string
  expiresOn: string | null
}

export const useLinkEvidence = ({ org, assessment, capability }: AnswerPlace) =>
  useMutation<Evidence, ApiProblem, EvidenceLink>({
    mutationFn: (link) => api.post(paths.api.evidenceLinks(org, assessment, capability), link),
  })

/** Sends a file as the body of the request; what is said about it travels in the address. */
export const useUploadEvidence = ({ org, assessment, capability }: AnswerPlace) =>
  useMutation<Evidence, ApiProblem, EvidenceUpload>({
    mutationFn: async ({ file, mediaType, ...facts }) => {
      const answer = await send(paths.api.evidenceFiles(org, assessment, capability, facts), {
        method: 'POST',
        headers: { 'content-type': mediaType },
        body: file,
      })
      return answer.json()
    },
  })

export const useDeleteEvidence = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.evidenceItem(org, id)) })
