import { useMutation } from '@tanstack/react-query'
import type { AccessRules } from '@/lib/model/access-rules'
import type { GroupRole, GroupRoleInput } from '@/lib/model/group-role'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** Rules as a form says them: the server decides whether they are any. */
export type GivenRules = Readonly<Record<keyof AccessRules, unknown>>

export const useSaveAccessRules = (org: string) =>
  useMutation<AccessRules, ApiProblem, GivenRules>({
    mutationFn: (rules) => api.put(paths.api.accessRules(org), rules),
  })

export const useAddGroupRole = (org: string) =>
  useMutation<GroupRole, ApiProblem, GroupRoleInput>({
    mutationFn: (groupRole) => api.post(paths.api.groupRoles(org), groupRole),
  })

export const useRemoveGroupRole = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.groupRole(org, id)) })
