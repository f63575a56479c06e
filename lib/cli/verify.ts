import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import { AppError } from '@/lib/kernel/app-error'
import type { AuditVerification } from '@/lib/model/audit-verification'
import { verificationLine, verificationTitle } from '@/lib/presentation/audit-verification'
import { verifyAuditLog } from '@/lib/services/verify-audit-log'
import { type Answer, answering } from './answering'
import { membershipOf } from './membership-of'
import { verifyPackFile } from './verify-pack'
import { withDatabase } from './with-database'

const Options = z.object({
  audit: z.boolean().default(false),
  org: z.string().optional(),
  all: z.boolean().default(false),
  keys: z.string().optional(),
  tsaCa: z.string().optional(),
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
      .description(
        'verify an evidence pack or an audit log: exit code 0 verified, 1 refused or broken, 3 whole but nobody said whose keys to believe',
      )
      .argument('[pack]', 'the evidence pack; needs no database and no network')
      .option('--keys <file>', 'the key history to believe (default: that of the installation here, if there is one)')
      .option('--tsa-ca <file>', 'certificates (PEM) of timestamp authorities to believe')
      .option('--audit', 'verify the audit log instead')
      .option('--org <slug>', 'the organization whose log it is')
      .option('--all', 'the logs of every organization'),
    Options,
    verifyOne,
  )

function verifyOne(
  { audit, org, all, keys, tsaCa }: z.infer<typeof Options>,
  [pack]: readonly string[],
): Promise<Answer> {
  if (audit === (pack !== undefined)) {
    throw new AppError('invalid', { detail: 'Name an evidence pack, or say --audit for an audit log.' })
  }
  if (pack === undefined) return withDatabase(() => verifyAuditLogs({ org, all }))
  if (org !== undefined || all) throw new AppError('invalid', { detail: 'A pack says itself whose it is.' })
  return verifyPackFile(pack, { keys, tsaCa })
}
