import { type Command, Option } from 'commander'
import { z } from 'zod'
import { MAX_TTL_SECONDS, newGrant, signAccessToken } from '@/lib/auth/access-token'
import { ROLES, Role } from '@/lib/model/actor'
import { recordAccessGrant } from '@/lib/services/record-access-grant'
import { type Answer, answering } from './answering'
import { membershipOf } from './membership-of'
import { ttlSeconds } from './ttl'
import { withDatabase } from './with-database'

const Options = z.object({ org: z.string(), role: Role, ttl: z.string() })

async function issue(org: string, role: Role, seconds: number): Promise<Answer> {
  const { actor, membership } = await membershipOf(org)
  const grant = newGrant(membership.organizationId, role, seconds)
  const token = await signAccessToken(grant)
  await recordAccessGrant(actor, { org, grant })
  const expiresAt = grant.expiresAt.toISOString()
  return { json: { token, expiresAt, organization: org, role }, text: token }
}

export const register = (program: Command): Command =>
  answering(
    program
      .command('token')
      .description('print a short-lived access token for one organization and one role')
      .requiredOption('--org <slug>', 'the organization')
      .addOption(new Option('--role <role>', 'what the token may do').choices(ROLES).makeOptionMandatory())
      .option('--ttl <span>', 'how long it lives: 900s, 15m, at most 1h', '15m'),
    Options,
    async ({ org, role, ttl }) => {
      const seconds = ttlSeconds(ttl, MAX_TTL_SECONDS)
      return withDatabase(() => issue(org, role, seconds))
    },
  )
