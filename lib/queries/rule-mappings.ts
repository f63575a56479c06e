import { useMutation } from '@tanstack/react-query'
import type { RuleMapping } from '@/lib/model/rule-mapping'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** A mapping as a form says it: the server decides whether there is such a capability. */
export type GivenMapping = Omit<RuleMapping, 'capability'> & { capability: string | null }

/** Says to which capability a rule's findings belong; the answer counts those that followed. */
export const useMapRule = (org: string) =>
  useMutation<RuleMapping & { findings: number }, ApiProblem, GivenMapping>({
    mutationFn: (mapping) => api.put(paths.api.ruleMappings(org), mapping),
  })
