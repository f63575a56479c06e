import { useMutation } from '@tanstack/react-query'
import type { Deployment, DeploymentInput } from '@/lib/model/deployment'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** Saves a deployment: a new one without an id, else a replacement of that one. */
export const useSaveDeployment = (org: string, id: string | null) =>
  useMutation<Deployment, ApiProblem, DeploymentInput>({
    mutationFn: (deployment) =>
      id ? api.put(paths.api.deployment(org, id), deployment) : api.post(paths.api.deployments(org), deployment),
  })

/** Deletes a deployment that holds no records. */
export const useDeleteDeployment = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.deployment(org, id)) })
