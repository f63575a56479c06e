import { useMutation } from '@tanstack/react-query'
import type { Assessment } from '@/lib/model/assessment'
import type { AssessmentChange, AssessmentDraft } from '@/lib/model/assessment-change'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

export const useCreateAssessment = (org: string) =>
  useMutation<Assessment, ApiProblem, AssessmentDraft>({
    mutationFn: (draft) => api.post(paths.api.assessments(org), draft),
  })

/** Renames or re-dates a draft. */
export const useDescribeAssessment = (org: string, id: string) =>
  useMutation<Assessment, ApiProblem, AssessmentChange>({
    mutationFn: (change) => api.patch(paths.api.assessment(org, id), change),
  })

/** Deletes a draft with its answers and evidence. */
export const useDeleteAssessment = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.assessment(org, id)) })

export const useSubmitAssessment = (org: string, id: string) =>
  useMutation<Assessment, ApiProblem, void>({ mutationFn: () => api.post(paths.api.assessment(org, id, 'submit')) })

export const useApproveAssessment = (org: string, id: string) =>
  useMutation<Assessment, ApiProblem, void>({ mutationFn: () => api.post(paths.api.assessment(org, id, 'approve')) })

/** Sends a submitted assessment back to its author, with the reason. */
export const useReturnAssessment = (org: string, id: string) =>
  useMutation<Assessment, ApiProblem, string>({
    mutationFn: (reason) => api.post(paths.api.assessment(org, id, 'return'), { reason }),
  })
