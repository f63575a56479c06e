import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { discover } from '@/lib/auth/oidc-discovery'
import { operator } from '@/lib/auth/operator'
import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { IdentityProvider } from '@/lib/model/identity-provider'
import { addIdentityProvider } from '@/lib/services/add-identity-provider'
import { listIdentityProviders } from '@/lib/services/list-identity-providers'
import { removeIdentityProvider } from '@/lib/services/remove-identity-provider'
import { type Answer, answering } from './answering'
import { servedAt } from './serve/instance'
import { textTable } from './text-table'
import { withDatabase } from './with-database'

const AddOptions = IdentityProvider.omit({ emailDomains: true, groupClaim: true }).extend({
  clientSecretFile: z.string().optional(),
  scopes: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
    .pipe(IdentityProvider.shape.scopes)
    .refine((scopes) => scopes.includes('openid'), 'must contain openid'),
  groupClaim: IdentityProvider.shape.groupClaim.default(null),
  emailDomain: IdentityProvider.shape.emailDomains.default([]),
  anyAddress: z.boolean().default(false),
})

/** The first line of a file that only holds a secret, so that it is never part of a command line others can see. */
async function secretIn(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid', { detail: `The client secret cannot be read from ${path}.`, cause })
  })
  const secret = text.split(/\r?\n/)[0] ?? ''
  if (secret === '') throw new AppError('invalid', { detail: `${path} holds no client secret.` })
  return secret
}

async function add({
  clientSecretFile,
  emailDomain,
  anyAddress,
  ...facts
}: z.infer<typeof AddOptions>): Promise<Answer> {
  const secret = clientSecretFile === undefined ? null : await secretIn(clientSecretFile)
  const known = IdentityProvider.parse({ ...facts, emailDomains: emailDomain })
  await discover(known.issuer)
  const provider = await withDatabase(async () =>
    addIdentityProvider(await operator(), { provider: known, secret, anyAddress }),
  )
  const origin = env().urlIsGiven ? env().url : (servedAt(env().dataDir) ?? env().url)
  const callback = `${origin}/api/auth/callback/${provider.id}`
  const believed = provider.emailDomains.length === 0 ? 'any address' : provider.emailDomains.join(', ')
  return {
    json: { provider, callback },
    text: `People can sign in with ${provider.name}. It is believed about ${believed}.\nIts redirect address: ${callback}`,
  }
}

async function list(): Promise<Answer> {
  const providers = await withDatabase(async () => listIdentityProviders(await operator()))
  const columns = ['Id', 'Name', 'Issuer', 'Group claim', 'Addresses'].map((title) => ({ title }))
  const rows = providers.map(({ id, name, issuer, groupClaim, emailDomains }) => [
    id,
    name,
    issuer,
    groupClaim ?? '',
    emailDomains.join(', ') || 'any',
  ])
  return { json: { providers }, text: rows.length === 0 ? 'There is no provider yet.' : textTable(columns, rows) }
}

async function remove(id: string): Promise<Answer> {
  const { endedSessions } = await withDatabase(async () => removeIdentityProvider(await operator(), { id }))
  return { json: { id, endedSessions }, text: `Removed ${id} and ended ${endedSessions} session(s).` }
}

export function register(program: Command): void {
  const provider = program
    .command('provider')
    .description('identity providers people can sign in with (OpenID Connect)')
  const adding = provider
    .command('add')
    .description('let people sign in with a provider, or change what is known of it')
    .requiredOption('--id <id>', 'how its addresses are written; stays with its issuer for good')
    .requiredOption('--name <name>', 'what its button says')
    .requiredOption('--issuer <url>', 'the issuer, to the letter; it has to answer')
    .requiredOption('--client-id <id>', 'what Proofline is called there')
    .option('--client-secret-file <file>', 'a file with the client secret; without it the client is public')
    .option('--scopes <list>', 'what is asked for', 'openid email profile')
    .option('--group-claim <name>', 'the claim that lists groups, which organizations can map to roles')
    .option('--email-domain <domain...>', 'believe it about addresses there alone (default: about any address)')
    .option('--any-address', 'accept that one of several providers is believed about any address')
  answering(adding, AddOptions, add)
  answering(provider.command('list').description('list the providers'), z.object({}), list)
  answering(
    provider.command('remove').argument('<id>').description('end sign-in with a provider, and its sessions'),
    z.object({}),
    (_, [id = '']) => remove(id),
  )
}
