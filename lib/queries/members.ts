import { useMutation } from '@tanstack/react-query'
import type { InvitationInput, Invited, Member, MemberChange, OneTimeLink } from '@/lib/model/member'
import { type ApiProblem, api } from './api'
import { paths } from './paths'

/** Makes somebody a member; the link in the answer is told this once. */
export const useInviteMember = (org: string) =>
  useMutation<Invited, ApiProblem, InvitationInput>({
    mutationFn: (invitation) => api.post(paths.api.members(org), invitation),
  })

export const useChangeMember = (org: string, id: string) =>
  useMutation<Member, ApiProblem, MemberChange>({
    mutationFn: (change) => api.patch(paths.api.member(org, id), change),
  })

export const useRemoveMember = (org: string, id: string) =>
  useMutation<void, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.member(org, id)) })

/** Issues a one-time link for a member, told this once. */
export const useIssueLink = (org: string, id: string) =>
  useMutation<OneTimeLink, ApiProblem, void>({ mutationFn: () => api.post(paths.api.memberSignInLink(org, id)) })

export const useEndMemberSessions = (org: string, id: string) =>
  useMutation<{ ended: number }, ApiProblem, void>({ mutationFn: () => api.delete(paths.api.memberSessions(org, id)) })

/** Decides that these memberships stay as they are. */
export const useKeepMembers = (org: string) =>
  useMutation<{ kept: number }, ApiProblem, readonly string[]>({
    mutationFn: (userIds) => api.post(paths.api.accessReview(org), { userIds }),
  })

/** Notes that what happened up to an instant has been seen. */
export const useSeeNotices = (org: string) =>
  useMutation<void, ApiProblem, string>({ mutationFn: (until) => api.post(paths.api.notices(org), { until }) })
