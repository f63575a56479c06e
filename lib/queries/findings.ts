import { type QueryKey, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { Finding, FindingDetail } from '@/lib/model/finding'
import type {
  AssignInput,
  CommentInput,
  ExceptInput,
  FindingChange,
  FindingChanged,
  FindingOwners,
  RateInput,
} from '@/lib/model/finding-change'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import type { Page } from '@/lib/model/page'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

export type FindingList = { org: string; filter: FindingFilter; sort: FindingSort }

/** As many as one more page brings. */
const MORE = 200

/**
 * The findings of a list from its first page, which the server rendered, on. Asked for anew, the server's first page is a
 * new beginning: `version` tells one rendering from the next.
 */
export const useFindingPages = ({ org, filter, sort }: FindingList, first: Page<Finding>, version: string) =>
  useInfiniteQuery<Page<Finding>, ApiProblem, { pages: Page<Finding>[] }, QueryKey, string | null>({
    queryKey: ['findings', org, sort, filter, version],
    queryFn: ({ pageParam, signal }) =>
      api.get(paths.api.findings(org, { ...filter, sort, cursor: pageParam, limit: MORE }), signal),
    initialData: { pages: [first], pageParams: [null] },
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Members who can be given findings; asked for when somebody is about to choose. */
export const useFindingOwners = (org: string, enabled: boolean) =>
  useQuery<FindingOwners, ApiProblem>({
    queryKey: ['finding-owners', org],
    queryFn: ({ signal }) => api.get(paths.api.findingOwners(org), signal),
    enabled,
  })

export const useChangeFindings = (org: string) =>
  useMutation<FindingChanged, ApiProblem, FindingChange>({
    mutationFn: (change) => api.post(paths.api.findingChanges(org), change),
  })

export const useAssignFinding = (org: string, id: string) =>
  useMutation<FindingDetail, ApiProblem, AssignInput>({
    mutationFn: (assign) => api.put(paths.api.finding(org, id, 'owner'), assign),
  })

export const useRateFinding = (org: string, id: string) =>
  useMutation<FindingDetail, ApiProblem, RateInput>({
    mutationFn: (rate) => api.put(paths.api.finding(org, id, 'severity'), rate),
  })

export const useExceptFinding = (org: string, id: string) =>
  useMutation<FindingDetail, ApiProblem, ExceptInput>({
    mutationFn: (except) => api.put(paths.api.finding(org, id, 'exception'), except),
  })

export const useEndException = (org: string, id: string) =>
  useMutation<FindingDetail, ApiProblem, void>({
    mutationFn: () => api.delete(paths.api.finding(org, id, 'exception')),
  })

export const useCommentFinding = (org: string, id: string) =>
  useMutation<FindingDetail, ApiProblem, CommentInput>({
    mutationFn: (comment) => api.post(paths.api.finding(org, id, 'comments'), comment),
  })
