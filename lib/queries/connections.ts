import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { ConnectionHoldings, ConnectionView } from '@/lib/model/connection-view'
import type { Run } from '@/lib/model/run'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** A connection, or what changes of one, as its form says it: the server decides whether it is one. */
export type GivenConnection = Readonly<Record<string, unknown>>

export const useCreateConnection = (org: string) =>
  useMutation<ConnectionView, ApiProblem, GivenConnection>({
    mutationFn: (connection) => api.post(paths.api.connections(org), connection),
  })

export const useChangeConnection = (org: string, id: string) =>
  useMutation<ConnectionView, ApiProblem, GivenConnection>({
    mutationFn: (change) => api.patch(paths.api.connection(org, id), change),
  })

/** Seals credentials; with null they are forgotten. */
export const useSetSecret = (org: string, id: string) =>
  useMutation<ConnectionView, ApiProblem, GivenConnection | null>({
    mutationFn: (secret) => {
      const path = paths.api.connection(org, id, 'secret')
      return secret === null ? api.delete<ConnectionView>(path) : api.put<ConnectionView>(path, secret)
    },
  })

export const useTestConnection = (org: string, id: string) =>
  useMutation<ConnectionView, ApiProblem, void>({
    mutationFn: () => api.post(paths.api.connection(org, id, 'test')),
  })

/** What would go with a connection, asked when somebody is about to delete it. */
export const useHoldings = (org: string, id: string) =>
  useQuery<ConnectionHoldings, ApiProblem>({
    queryKey: ['connection-holdings', org, id],
    queryFn: ({ signal }) => api.get(paths.api.connection(org, id, 'holdings'), signal),
    retry: false,
  })

export const useDeleteConnection = (org: string, id: string) =>
  useMutation<ConnectionHoldings, ApiProblem, void>({
    mutationFn: () => api.delete<ConnectionHoldings>(paths.api.connection(org, id)),
  })

export const useStartRun = (org: string, connectionId: string) =>
  useMutation<Run, ApiProblem, void>({
    mutationFn: () => api.post(paths.api.connection(org, connectionId, 'runs')),
  })

export const useCancelRun = (org: string, id: string) =>
  useMutation<Run, ApiProblem, void>({ mutationFn: () => api.post(paths.api.cancelRun(org, id)) })

/** When a schedule that is being chosen would come due; nothing is asked for one that never runs. */
export const useScheduleTimes = (org: string, schedule: string | null) =>
  useQuery<{ times: string[] }, ApiProblem>({
    queryKey: ['connection-schedule', org, schedule],
    queryFn: ({ signal }) => api.get(paths.api.connectionSchedule(org, schedule ?? ''), signal),
    enabled: schedule !== null && schedule.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
