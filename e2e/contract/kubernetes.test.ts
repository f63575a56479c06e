import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checksOf } from '@/lib/checks/registry'
import { overrideEnv } from '@/lib/env'
import { VERDICTS, type Verdict } from '@/lib/model/verdict'
import { evaluatedOf, verdictsOfCluster } from './cluster-verdicts'
import { type KubeAdmin, kubeAdmin, openAs } from './kube-admin'
import { put, readerToken } from './kube-objects'
import { type KubeServer, startKubeServer } from './kube-server'
import { ofType, type ReadUnit, readEverything, unhurried } from './read-everything'
import { defineProducts, mendCluster, seedWeakCluster } from './seed-cluster'

const SECRET = 'never-to-be-read-9c1f'
const BUILD_MS = 900_000

let server: KubeServer
let admin: KubeAdmin
let reader: string
let bare: ReadUnit[]
let weak: ReadUnit[]
let mended: ReadUnit[]
let refused: ReadUnit[]
const now = () => new Date().toISOString()

async function read(token: string): Promise<ReadUnit[]> {
  const collector = await openAs(server, token)
  try {
    return await readEverything(collector)
  } finally {
    collector.close()
  }
}

beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  server = await startKubeServer()
  admin = kubeAdmin(server)
  bare = await read(server.token)
  reader = await readerToken(admin)
  await defineProducts(admin)
  await put(admin, 'Namespace', 'shop')
  await put(admin, 'Secret', 'shop/db', { stringData: { password: SECRET } })
  await seedWeakCluster(admin, new Date(Date.now() - 7 * 86_400_000).toISOString())
  weak = await read(reader)
  await mendCluster(admin, now())
  mended = await read(reader)
  refused = await read(server.plainUserToken)
}, BUILD_MS)
afterAll(async () => {
  admin?.close()
  await server?.stop()
})

describe('the reader that is shipped', () => {
  test('collects everything that is asked, without one refusal', async () => {
    const errors = mended.flatMap(({ coverage }) => coverage.filter(({ error }) => error !== null))
    expect(errors).toEqual([])
    const types = new Set(mended.flatMap(({ resources }) => resources.map(({ type }) => type)))
    expect(types).toContain('k8s.pod')
    expect(types).toContain('k8s.constraint')
  })

  test('is refused secrets, configuration and writing', async () => {
    const asReader = kubeAdmin({ ...server, token: reader })
    const statusOf = async (method: string, path: string, body?: unknown) =>
      (await asReader.send(method, path, body)).status
    expect(await statusOf('GET', '/api/v1/secrets')).toBe(403)
    expect(await statusOf('GET', '/api/v1/namespaces/shop/secrets/db')).toBe(403)
    expect(await statusOf('GET', '/api/v1/configmaps')).toBe(403)
    expect(await statusOf('GET', '/api/v1/namespaces/shop/pods/web')).toBe(403)
    expect(await statusOf('DELETE', '/api/v1/namespaces/shop/pods/web')).toBe(403)
    asReader.close()
  })

  test('passes its own test, which says what is not installed', async () => {
    const collector = await openAs(server, reader)
    const lines = await collector.selfTest(unhurried)
    collector.close()
    expect(lines.filter(({ answer }) => answer !== 'allowed')).toEqual([])
    expect(lines.find(({ operation }) => operation === 'get /apis/projectcalico.org')?.detail).toContain(
      'Not installed',
    )
  })
})

describe('facts of a cluster', () => {
  test('are the same when they are read again', async () => {
    const facts = (units: ReadUnit[]) => units.map(({ resources, coverage }) => ({ resources, coverage }))
    expect(facts(await read(reader))).toEqual(facts(mended))
  })

  test('hold no secret, and of a pod neither image nor arguments', () => {
    const text = JSON.stringify([weak, mended])
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('example.org/none')
  })

  test('tell a product that is not there from one with nothing in it', () => {
    const groups = (units: ReadUnit[]) =>
      Object.fromEntries(ofType(units, 'k8s.api-group').map((one) => [one.id, one.facts]))
    expect(groups(bare)['security.istio.io']).toEqual({ installed: false, version: null })
    expect(groups(mended)['security.istio.io']).toEqual({ installed: true, version: 'v1' })
  })
})

describe('verdicts over what was read', () => {
  const ALL = checksOf('kubernetes').map(({ id }) => id)
  const ENCRYPTION = 'k8s_secrets_encrypted_at_rest'
  const every = (verdict: Verdict) => Object.fromEntries(ALL.map((id) => [id, verdict]))

  test('a cluster without anybody’s workloads is nothing to judge, but for who administers it and how it stores', () => {
    const expected = { ...every('not_applicable'), k8s_rbac_cluster_admin_bindings: 'pass', [ENCRYPTION]: 'fail' }
    expect(verdictsOfCluster(bare, now())).toEqual(expected)
  })

  test('every check fails in the weak one, and passes once it is mended', () => {
    expect(verdictsOfCluster(weak, now())).toEqual(every('fail'))
    // How values are stored is set where the server starts; kubernetes-faults.test.ts starts one that encrypts.
    expect(verdictsOfCluster(mended, now())).toEqual({ ...every('pass'), [ENCRYPTION]: 'fail' })
  })

  test('who may do nothing learns nothing, and no check passes, fails or does not apply for it', () => {
    expect(verdictsOfCluster(refused, now())).toEqual(every('unknown'))
    expect(refused.flatMap(({ resources }) => resources.map(({ type }) => type))).not.toContain('k8s.pod')
    const causes = [...evaluatedOf(refused, now()).values()].flatMap(({ gaps }) => gaps.map(({ cause }) => cause))
    expect(new Set(causes)).toEqual(new Set(['denied']))
  })

  test('a share counts what it is of, and a finding names what to change', () => {
    const found = evaluatedOf(weak, now())
    expect(found.get('k8s_networkpolicy_namespace_coverage')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(found.get('k8s_gatekeeper_enforcing')).toMatchObject({ numerator: 1, denominator: 2 })
    expect(found.get('k8s_pod_no_privileged')?.failing.map(({ subject }) => subject.id)).toEqual([
      'pay/Pod/db',
      'shop/Pod/api',
      'shop/Pod/web',
    ])
  })

  test('show each verdict for as many checks as a cluster can', () => {
    const told = [bare, weak, mended, refused].map((units) => verdictsOfCluster(units, now()))
    const exercised = (verdict: Verdict) => ALL.filter((id) => told.some((one) => one[id] === verdict)).length
    const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, exercised(verdict)]))
    console.log(`Kubernetes checks exercised on a real API server, of ${ALL.length}: ${JSON.stringify(counts)}`)
    expect(counts).toEqual({ pass: 15, fail: 16, not_applicable: 14, unknown: 16 })
  })
})
