import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '@/e2e/server/free-port'
import { judgeToken } from '@/lib/auth/judge-token'
import { readJwt } from '@/lib/auth/jwt-text'
import { findSpire } from '@/lib/cli/spire'
import { newId } from '@/lib/kernel/id'
import { type TrustRule, TrustRuleInput } from '@/lib/model/trust-rule'

const DOMAIN = 'contract.example.org'
const AUDIENCE = 'https://proofline.example.org/acme'
const WORKLOAD = `spiffe://${DOMAIN}/ns/payments/sa/deployer`

let server: ChildProcess
let folder: string
let ask: (...args: string[]) => Promise<string>
let rule: TrustRule

const config = (port: number) => `
server {
  bind_address = "127.0.0.1"
  bind_port = "${port}"
  socket_path = "${folder}/api.sock"
  trust_domain = "${DOMAIN}"
  data_dir = "${folder}"
  log_level = "ERROR"
}
plugins {
  DataStore "sql" { plugin_data { database_type = "sqlite3" connection_string = "${folder}/datastore.sqlite3" } }
  KeyManager "memory" { plugin_data {} }
  NodeAttestor "join_token" { plugin_data {} }
}
`

/** A server of its own, in a folder of its own, that ends with the test. */
beforeAll(async () => {
  const found = await findSpire()
  if ('absent' in found) throw new Error(found.absent)
  folder = mkdtempSync(join(tmpdir(), 'spire-'))
  writeFileSync(join(folder, 'server.conf'), config(await freePort()))
  server = spawn(found.spire, ['run', '-config', join(folder, 'server.conf')], { stdio: 'ignore' })
  ask = async (...args) => {
    const { stdout } = await promisify(execFile)(found.spire, [...args, '-socketPath', join(folder, 'api.sock')])
    return stdout.trim()
  }
  await vi.waitFor(() => ask('healthcheck'), { timeout: 30_000, interval: 250 })
  const bundle = JSON.parse(await ask('bundle', 'show', '-format', 'spiffe'))
  const given = {
    name: 'workloads',
    kind: 'spiffe',
    issuer: DOMAIN,
    audience: AUDIENCE,
    role: 'assessor',
    jwks: bundle,
  }
  const made = { id: newId(), createdAt: '2026-01-01T00:00:00Z', lastUsedAt: null }
  rule = { ...TrustRuleInput.parse({ ...given, subjectPattern: `spiffe://${DOMAIN}/ns/*/sa/deployer` }), ...made }
})
afterAll(async () => {
  const ended = new Promise((done) => server.once('exit', done))
  server.kill()
  await ended
  rmSync(folder, { recursive: true, force: true })
})

async function judged(subject: string, audience = AUDIENCE) {
  const token = await ask('jwt', 'mint', '-spiffeID', subject, '-audience', audience)
  const jwt = readJwt(token)
  if (!jwt) throw new Error('what SPIRE minted is no token')
  return judgeToken(token, jwt, [rule], new Date())
}

describe('a JWT-SVID of a real SPIRE', () => {
  test('is believed with the keys of its own bundle', async () => {
    expect(await judged(WORKLOAD)).toMatchObject([{ rule: { name: 'workloads' }, token: { subject: WORKLOAD } }])
  })

  test('for another audience or workload is not', async () => {
    expect(await judged(WORKLOAD, 'https://elsewhere.example.org')).toBe('audience-wrong')
    expect(await judged(`spiffe://${DOMAIN}/ns/payments/sa/other`)).toBe('subject-wrong')
  })
})
