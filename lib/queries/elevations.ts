import { useMutation } from '@tanstack/react-query'
import type { Elevation, ElevationRequest } from '@/lib/model/elevation'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

export const useRequestElevation = (org: string) =>
  useMutation<Elevation, ApiProblem, ElevationRequest>({
    mutationFn: (request) => api.post(paths.api.elevations(org), request),
  })

/** Approves, refuses or ends a request for a higher role. */
export const useElevationAct = (org: string, id: string, act: 'approve' | 'refuse' | 'end') =>
  useMutation<Elevation, ApiProblem, void>({ mutationFn: () => api.post(paths.api.elevation(org, id, act)) })
