import { useMutation } from '@tanstack/react-query'
import type { PlanReport } from '@/lib/model/plan-report'
import { type ApiProblem, send } from './api'
import { paths } from './paths'

export type HandIn = { file: File; connection: string; dryRun: boolean }

/** Hands in a plan or a state; with `dryRun` it is judged and nothing is kept. */
export const useHandInPlan = (org: string) =>
  useMutation<PlanReport, ApiProblem, HandIn>({
    mutationFn: async ({ file, ...options }) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await send(paths.api.plans(org, options), { method: 'POST', headers, body: file })
      return answer.json()
    },
  })
