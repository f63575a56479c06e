import { useMutation } from '@tanstack/react-query'
import type { CheckSetting } from '@/lib/model/check-view'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** A setting as a form says it: the server decides whether it is one. */
export type GivenSetting = { threshold: number | null; severity: string | null; reason: string }

export const useSaveCheckSetting = (org: string, check: string) =>
  useMutation<CheckSetting, ApiProblem, GivenSetting>({
    mutationFn: (setting) => api.put(paths.api.checkSetting(org, check), setting),
  })
