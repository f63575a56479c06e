import { useMutation } from '@tanstack/react-query'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** Ends one of one's own sessions, from its next request on. */
export const useEndSession = (id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.ownSession(id)) })

/** Ends all of one's own sessions but this. */
export const useEndOtherSessions = () =>
  useMutation<{ ended: number }, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.ownSessions()) })
