import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { AppError } from '@/lib/kernel/app-error'
import type { AuditVerification } from '@/lib/model/audit-verification'
import { verificationLine, verificationTitle } from '@/lib/presentation/audit-verification'
import { verifyAuditLog } from '@/lib/services/verify-audit-log'
import { type Answer, answering } from './answering'
import { membershipOf } from './membership-of'
import { withDatabase } from './with-database'

const Options = z.object({
  audit: z.literal(true, 'says what is to be verified'),
  org: z.string().optional(),
  all: z.boolean().default(false),
})

type Verified = { organization: string } & AuditVerification

/** The organizations asked for. Throws `invalid` unless it is one or all, and `not-found`. */
async function slugsOf(org: string | undefined, all: boolean): Promise<string[]> {
  if ((org === undefined) !== all) {
    throw new AppError('invalid', { detail: 'Name one organization with --org SLUG, or say --all.' })
  }
  if (org !== undefined) return [(await membershipOf(org)).membership.slug]
  return (await operator()).memberships.map(({ slug }) => slug)
}

/** Verifies the audit logs one after the other; one broken log makes the exit code 1. */
export async function verifyAuditLogs({ org, all }: { org?: string; all: boolean }): Promise<Answer> {
  const actor = await operator()
  const logs: Verified[] = []
  for (const slug of await slugsOf(org, all)) {
    logs.push({ organization: slug, ...(await verifyAuditLog(actor, { org: slug })) })
  }
  const ok = logs.every((log) => log.ok)
  return { json: { ok, logs }, text: logs.map(lineOf).join('\n') || 'There is no organization yet.', code: ok ? 0 : 1 }
}

const lineOf = (log: Verified): string => `${log.organization}: ${verificationTitle(log)}. ${verificationLine(log)}`

export const register = (program: Command): Command =>
  answering(
    program
      .command('verify')
      .description('verify the audit log of an organization; exit code 1 when an entry is broken')
      .requiredOption('--audit', 'the audit log')
      .option('--org <slug>', 'the organization')
      .option('--all', 'every organization'),
    Options,
    ({ org, all }) => withDatabase(() => verifyAuditLogs({ org, all })),
  )
