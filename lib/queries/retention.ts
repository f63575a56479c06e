import { useMutation } from '@tanstack/react-query'
import type { LegalHold } from '@/lib/model/legal-hold'
import type { Removal } from '@/lib/model/removal'
import type { RetentionRule } from '@/lib/model/retention'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** As its form says it: the server decides whether it is one. */
type Given = Readonly<Record<string, unknown>>

export const useSaveRetentionRule = (org: string) =>
  useMutation<{ items: RetentionRule[] }, ApiProblem, Given>({
    mutationFn: (rule) => api.put(paths.api.retentionRules(org), rule),
  })

export const usePlaceLegalHold = (org: string) =>
  useMutation<LegalHold, ApiProblem, Given>({ mutationFn: (hold) => api.post(paths.api.legalHolds(org), hold) })

export const useReleaseLegalHold = (org: string, id: string) =>
  useMutation<LegalHold, ApiProblem, { reason: string }>({
    mutationFn: (given) => api.post(paths.api.legalHoldRelease(org, id), given),
  })

export const usePlanRemoval = (org: string) =>
  useMutation<Removal, ApiProblem, void>({ mutationFn: () => api.post(paths.api.removals(org), {}) })

/** Asks again until the removal has come to its end: each answer is a slice of it. */
export const useConfirmRemoval = (org: string, { id, digest }: Pick<Removal, 'id' | 'digest'>) =>
  useMutation<Removal, ApiProblem, void>({
    mutationFn: async () => {
      for (;;) {
        const step = await api.post<Removal>(paths.api.removalConfirm(org, id), { digest })
        if (step.state !== 'removing') return step
      }
    },
  })
