import { newGrant, signAccessToken } from '@/lib/auth/access-token'
import { forOrganization } from '@/lib/db/store'
import type { Role } from '@/lib/model/actor'

/** A bearer token for one organization and one role, with its row, as the command line prints one. */
export async function issueAccessToken(wanted: {
  organizationId: string
  role: Role
  ttlSeconds: number
}): Promise<string> {
  const { organizationId, ...grant } = newGrant(wanted.organizationId, wanted.role, wanted.ttlSeconds)
  const token = await signAccessToken({ organizationId, ...grant })
  await forOrganization(organizationId, ({ accessTokens }) =>
    accessTokens.add({ ...grant, subject: `token:${grant.id}`, trustRuleId: null }),
  )
  return token
}
