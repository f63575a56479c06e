import { useMutation } from '@tanstack/react-query'
import type { Organization, OrganizationInput } from '@/lib/model/organization'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** Makes an organization; whoever makes it becomes its administrator. */
export const useCreateOrganization = () =>
  useMutation<Organization, ApiProblem, OrganizationInput>({
    mutationFn: (organization) => api.post(paths.api.organizations(), organization),
  })
