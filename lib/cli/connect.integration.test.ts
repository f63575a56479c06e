import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { overrideEnv } from '@/lib/env'
import type { ConnectionView } from '@/lib/model/connection-view'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { register as registerConnect } from './connect'
import { register as registerRun } from './run'

let database: TestDatabase
let cast: Cast
const folder = mkdtempSync(join(tmpdir(), 'proofline-connect-'))

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
  overrideEnv({ databaseUrl: database.appUrl })
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'A'.repeat(20))
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b'.repeat(40))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  overrideEnv({ outboundAllow: [] })
  rmSync(folder, { recursive: true })
  await database.close()
})

/** Runs one command as the command line does and returns what it printed. */
async function proofline(...args: string[]): Promise<unknown> {
  const program = new Command('proofline').exitOverride().configureOutput({ writeErr: () => {} })
  registerConnect(program)
  registerRun(program)
  const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    await program.parseAsync([...args, '--org', cast.org, '--json'], { from: 'user' })
    return JSON.parse(String(written.mock.calls[0]?.[0]))
  } finally {
    written.mockRestore()
  }
}

const connectAws = async (name: string, ...more: string[]) =>
  ((await proofline('connect', 'aws', '--name', name, ...more)) as { connection: ConnectionView }).connection

describe('proofline connect', () => {
  test('makes an AWS connection to a role with the external id that is given', async () => {
    const role = ['--role-arn', 'arn:aws:iam::111122223333:role/reader', '--external-id', 'acme-7f3a']
    const { settings, nextRuns } = await connectAws(
      'Production',
      ...role,
      '--regions',
      'eu-west-1,eu-central-1',
      '--schedule',
      '0 6 * * *',
    )
    expect(settings).toMatchObject({
      credentials: 'role',
      externalId: 'acme-7f3a',
      regions: ['eu-west-1', 'eu-central-1'],
    })
    expect(nextRuns).toHaveLength(3)
  })
  test.each([
    ['neither role nor ambient', [], '--role-arn'],
    ['both', ['--ambient', '--role-arn', 'arn:aws:iam::111122223333:role/reader'], '--ambient'],
    ['a role without an external id', ['--role-arn', 'arn:aws:iam::111122223333:role/reader'], '--external-id'],
    ['what is no service', ['--ambient', '--services', 'teapot'], 'settings.services'],
    [
      'a private endpoint nobody allowed',
      ['--ambient', '--endpoint', 'http://127.0.0.1:5000'],
      'PROOFLINE_OUTBOUND_ALLOW',
    ],
  ])('refuses %s', async (_, options, said) => {
    await expect(connectAws('Refused', ...options)).rejects.toThrow(said)
  })
  test('takes a kubeconfig with a token in it and refuses one that runs a program', async () => {
    const kubeconfig = (user: object) =>
      JSON.stringify({
        kind: 'Config',
        'current-context': 'a',
        contexts: [{ name: 'a', context: { cluster: 'prod', user: 'u' } }],
        clusters: [{ name: 'prod', cluster: { server: 'https://93.184.215.14:6443' } }],
        users: [{ name: 'u', user }],
      })
    const [good, bad] = [join(folder, 'good'), join(folder, 'bad')]
    writeFileSync(good, kubeconfig({ token: 'a-token-of-the-cluster' }))
    writeFileSync(bad, kubeconfig({ exec: { command: '/bin/sh' } }))
    const answer = await proofline('connect', 'kubernetes', '--name', 'Cluster', '--kubeconfig', good)
    expect(answer).toMatchObject({
      connection: { hasSecret: true, settings: { server: 'https://93.184.215.14:6443', cluster: 'prod' } },
    })
    expect(JSON.stringify(answer)).not.toContain('a-token-of-the-cluster')
    await expect(proofline('connect', 'kubernetes', '--name', 'Bad', '--kubeconfig', bad)).rejects.toThrow('exec')
  })
})

describe('proofline run', () => {
  const KEYS = ['run', 'status', 'seconds', 'units', 'resources', 'calls', 'verdicts', 'snapshot']

  test('leaves a run to the workers, and says that nothing is known of it yet', async () => {
    const begun = (await proofline('run', 'Production')) as Record<string, unknown>
    expect(Object.keys(begun)).toEqual(KEYS)
    expect(begun).toMatchObject({ status: 'queued', seconds: null, verdicts: null, snapshot: null })
  })
  test('waits for one that fails and ends with a code that says so', async () => {
    overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
    const nowhere = ['--endpoint', 'http://127.0.0.1:1', '--regions', 'eu-west-1', '--services', 'iam']
    await connectAws('Nowhere', '--ambient', ...nowhere)
    const ended = (await proofline('run', 'Nowhere', '--wait')) as Record<string, unknown>
    expect(Object.keys(ended)).toEqual(KEYS)
    expect([ended.status, process.exitCode]).toEqual(['failed', 1])
    process.exitCode = 0
  }, 60_000)
  test('of a connection that is not there says which', async () => {
    await expect(proofline('run', 'Nobody')).rejects.toThrow('no connection named "Nobody"')
  })
})
