import { type Command, Option } from 'commander'
import { z } from 'zod'
import { issueSignInLink, SIGN_IN_LINK_MS } from '@/lib/auth/sign-in-link'
import { env } from '@/lib/env'
import { ROLES, Role } from '@/lib/model/actor'
import { Email } from '@/lib/model/email'
import { allowSignInLink } from '@/lib/services/issue-sign-in-link'
import { putMember } from '@/lib/services/put-member'
import { type Answer, answering } from './answering'
import { membershipOf } from './membership-of'
import { servedAt } from './serve/instance'
import { withDatabase } from './with-database'

const Options = z.object({ org: z.string(), role: Role, user: Email.optional() })
type Options = z.infer<typeof Options>

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Where the link leads: the address that is set, else the one that is served from this data directory right now. */
const origin = (): string => (env().urlIsGiven ? env().url : (servedAt(env().dataDir) ?? env().url))

async function issue({ org, role, user }: Options): Promise<Answer> {
  const { actor, membership } = await membershipOf(org)
  // `.test` is reserved (RFC 2606), so a person made only to sign in once can never be sent mail.
  const address = user ?? `${role}@${org}.example.test`
  const name = user ?? `${capital(role)} of ${membership.name}`
  const { userId, email } = await putMember(actor, { org, email: address, name, role })
  const now = new Date()
  const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_MS).toISOString()
  await allowSignInLink(actor, { org, userId, expiresAt })
  const url = new URL(await issueSignInLink(userId, now), origin()).href
  return { json: { url, expiresAt, organization: org, role, email }, text: url }
}

export const register = (program: Command): Command =>
  answering(
    program
      .command('link')
      .description('print a link that signs one person in once; makes the person and the membership when absent')
      .requiredOption('--org <slug>', 'the organization')
      .addOption(
        new Option('--role <role>', 'the role the person has there from now on').choices(ROLES).makeOptionMandatory(),
      )
      .option('--user <email>', 'the person (default: ROLE@SLUG.example.test)'),
    Options,
    (options) => withDatabase(() => issue(options)),
  )
