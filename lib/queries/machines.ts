import { useMutation } from '@tanstack/react-query'
import type { TrustRule } from '@/lib/model/trust-rule'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** A rule as its form says it: the server decides whether it is one. */
export type GivenTrustRule = Readonly<Record<string, unknown>>

export const useAddTrustRule = (org: string) =>
  useMutation<TrustRule, ApiProblem, GivenTrustRule>({
    mutationFn: (rule) => api.post(paths.api.trustRules(org), rule),
  })

export const useRemoveTrustRule = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.trustRule(org, id)) })

export const useRevokeAccessToken = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.accessToken(org, id)) })
