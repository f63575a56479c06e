import { z } from 'zod'
import { Role } from './actor'
import { ProviderId } from './identity-provider'

/** What somebody is in an organization because of a group an identity provider says they are in. */
export const GroupRoleInput = z.object({
  provider: ProviderId,
  /** As the provider writes it, to the letter. */
  group: z.string().min(1, 'must not be empty').max(300),
  role: Role,
})
export type GroupRoleInput = z.infer<typeof GroupRoleInput>

export const GroupRole = GroupRoleInput.extend({ id: z.uuid() })
export type GroupRole = z.infer<typeof GroupRole>

/** All of an organization's, and the providers whose groups can be given roles. */
export const GroupRoles = z.object({
  items: z.array(GroupRole),
  providers: z.array(z.object({ id: ProviderId, name: z.string(), listsGroups: z.boolean() })),
})
export type GroupRoles = z.infer<typeof GroupRoles>
