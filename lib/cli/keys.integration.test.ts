import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOfToken } from '@/lib/auth/access-token'
import { operator } from '@/lib/auth/operator'
import { actorOfSession, LINK_PROOF, openSession } from '@/lib/auth/session'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { acquire, type EmbeddedDatabase } from '@/lib/db/embedded/acquire'
import { clusterHome } from '@/lib/db/embedded/cluster-home'
import { openFor, sealFor } from '@/lib/db/keys/seal'
import { openInstallation, sealInstallation } from '@/lib/db/keys/seal-installation'
import { currentSigner } from '@/lib/db/keys/signing-key'
import { migrate } from '@/lib/db/migrate'
import { forOrganizations, withoutTenant } from '@/lib/db/scope'
import { withClient } from '@/lib/db/with-client'
import { childEnvironment, env, overrideEnv } from '@/lib/env'
import { installationKeys } from '@/lib/env/key'
import { listKeys } from '@/lib/services/list-keys'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'
import { testSettings } from '@/lib/testing/settings'

let dataDir = ''
let database: EmbeddedDatabase
let ours: Cast
let sealed: { organization: string; provider: string }

const PROVIDER = 'identity-provider:corporate'

beforeAll(async () => {
  testSettings()
  dataDir = mkdtempSync(join(tmpdir(), 'proofline-keys-'))
  chmodSync(dataDir, 0o711)
  database = await acquire(dataDir)
  await migrate(database.ownerUrl)
  installationKeys({ ...env(), keys: [], keyFile: null, databaseUrl: null, dataDir })
  // As the web server is told by the start.
  overrideEnv({ dataDir, keys: [], keyFile: join(dataDir, 'key'), databaseUrl: database.appUrl })
  useDatabase(database.appUrl)
  ours = (await twoOrganizations()).victim
  const { id } = ours.organization
  const provider = await withoutTenant(async (tx) => {
    await currentSigner(tx, 'audit')
    await currentSigner(tx, 'access-token')
    const sealedSecret = await sealInstallation(tx, PROVIDER, 'of the provider')
    const issuer = 'https://login.corporate.example'
    const data = { id: 'corporate', name: 'Corporate', issuer, clientId: 'proofline', sealedSecret, scopes: [] }
    await tx.identityProvider.create({ data: { ...data, createdAt: new Date() } })
    return sealedSecret
  })
  const organization = await forOrganizations([id], (tx) => sealFor(tx, id, 'connection', 'of the organization'))
  sealed = { organization, provider }
})

afterAll(async () => {
  await closeDatabase()
  const { path } = await clusterHome(dataDir, () => {})
  await database.release()
  for (const folder of [path, dataDir]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const lines = () => readFileSync(join(dataDir, 'key'), 'utf8').trim().split('\n')

function command(...args: string[]) {
  const argv = ['--import', 'tsx', 'lib/cli/main.ts', 'keys', ...args, '--data', dataDir, '--json']
  const env = childEnvironment({ DATABASE_URL: undefined, PROOFLINE_KEY: undefined, PROOFLINE_KEY_FILE: undefined })
  return spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(...args: string[]) {
  const child = command(...args)
  const [out, err]: string[][] = [[], []]
  child.stdout.on('data', (part) => out?.push(String(part)))
  child.stderr.on('data', (part) => err?.push(String(part)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(err?.join(''))
  return JSON.parse(out?.join('') ?? '')
}

/** What the running web server does with secrets: everything opens, and something new is sealed. */
async function useSecrets(): Promise<string> {
  const { id } = ours.organization
  const provider = await withoutTenant((tx) => tx.identityProvider.findUniqueOrThrow({ where: { id: 'corporate' } }))
  expect(openInstallation(PROVIDER, provider.sealedSecret ?? '')).toBe('of the provider')
  return forOrganizations([id], async (tx) => {
    expect(await openFor(tx, id, 'connection', sealed.organization)).toBe('of the organization')
    return sealFor(tx, id, 'connection', 'new')
  })
}

const uses = async () => (await listKeys(await operator())).keys

describe('proofline keys', () => {
  test('lists what needs each key', async () => {
    const { keys, signingKeys, source } = await run('list')
    expect(source).toBe(join(dataDir, 'key'))
    const ref = sealed.provider.slice(3, 17)
    expect(keys).toEqual([{ ref, known: true, seals: true, dataKeys: 1, signingKeys: 2, identityProviders: 1 }])
    expect(signingKeys.map((key: { purpose: string }) => key.purpose).sort()).toEqual(['access-token', 'audit'])
  })

  test('rotate puts everything under a new key while somebody serves', async () => {
    const [old] = lines()
    let isOver = false
    const rotation = run('rotate', '--signing').finally(() => {
      isOver = true
    })
    let rounds = 0
    for (; !isOver; rounds += 1) await useSecrets()
    await useSecrets()
    expect(rounds).toBeGreaterThan(5)
    expect(await rotation).toMatchObject({
      made: true,
      rewrapped: { dataKeys: 1, signingKeys: 2, identityProviders: 1 },
      signingKeys: [{ purpose: 'access-token' }, { purpose: 'audit' }],
    })
    expect(lines()).toEqual([expect.not.stringMatching(String(old)), old])
    expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600)
    const [now, before] = await uses()
    expect(now).toMatchObject({ seals: true, dataKeys: 1, signingKeys: 4, identityProviders: 1 })
    expect(before).toMatchObject({ seals: false, known: true, dataKeys: 0, signingKeys: 0, identityProviders: 0 })
    await useSecrets()
  })

  test('a rotation that was killed leaves everything readable and is finished by the next', async () => {
    const before = lines()
    await withClient(database.ownerUrl, async (client) => {
      await client.query('BEGIN')
      await client.query('SELECT FROM signing_keys FOR UPDATE')
      const child = command('rotate')
      await expect.poll(() => lines().length, { timeout: 20_000 }).toBe(before.length + 1)
      child.kill('SIGKILL')
      await once(child, 'exit')
      await client.query('ROLLBACK')
    })
    await useSecrets()
    const cut = lines()
    expect((await uses()).filter((use) => use.dataKeys + use.signingKeys > 0).length).toBeGreaterThan(0)
    expect(await run('rotate')).toMatchObject({ made: false, rewrapped: { dataKeys: 1 } })
    expect(lines()).toEqual(cut)
    expect((await uses()).slice(1).every((use) => use.dataKeys + use.signingKeys + use.identityProviders === 0)).toBe(
      true,
    )
    await useSecrets()
  })

  test('forget drops what nothing needs and locks nobody out who is running', async () => {
    const [first] = lines()
    const token = await ours.token('viewer')
    const cookie = await openSession(ours.viewer.userId ?? '', LINK_PROOF, NOWHERE)
    expect(await run('forget')).toMatchObject({ dropped: true, keys: [expect.any(String), expect.any(String)] })
    expect(lines()).toEqual([first])
    await useSecrets()
    expect(await actorOfToken(token, NOWHERE)).toMatchObject({ kind: 'machine' })
    expect(await actorOfSession(cookie, NOWHERE)).toMatchObject({ userId: ours.viewer.userId })
    expect(await withClient(database.appUrl, async () => 'still let in')).toBe('still let in')
    expect(await run('forget')).toMatchObject({ keys: [] })
  })
})
