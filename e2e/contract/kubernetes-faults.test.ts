import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import type { UnitScope } from '@/lib/model/coverage'
import type { Cursor, FactPage, Step } from '@/lib/sources/collect/collector'
import { selfSigned } from '@/lib/testing/self-signed'
import { evaluatedOf, verdictsOfCluster } from './cluster-verdicts'
import { type KubeAdmin, kubeAdmin, openAs } from './kube-admin'
import { pathOf, put, putPod } from './kube-objects'
import { type KubeServer, startKubeServer } from './kube-server'
import { ofType, readEverything, unhurried } from './read-everything'

const PODS = 1200
const BUILD_MS = 900_000
const NOW = '2026-11-22T12:00:00.000Z'
const core: UnitScope = { account: 'contract', region: null, service: 'core' }

let server: KubeServer
let admin: KubeAdmin
let folder: string

/** Secrets go to storage encrypted; a revision is kept as long as etcd keeps it, so that one can be taken away. */
function flags(): string[] {
  const config = {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [
      {
        resources: ['secrets'],
        providers: [
          { aescbc: { keys: [{ name: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }] } },
          { identity: {} },
        ],
      },
    ],
  }
  writeFileSync(join(folder, 'encryption.json'), JSON.stringify(config))
  return [
    `--encryption-provider-config=${join(folder, 'encryption.json')}`,
    '--feature-gates=ListFromCacheSnapshot=false',
  ]
}

beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  folder = mkdtempSync(join(tmpdir(), 'kube-faults-'))
  server = await startKubeServer(...flags())
  admin = kubeAdmin(server)
  await put(admin, 'Namespace', 'shop')
  await put(admin, 'Secret', 'shop/db', { stringData: { password: 'x' } })
  const numbers = Array.from({ length: PODS }, (_, n) => n)
  await Promise.all(numbers.map((n) => putPod(admin, `shop/web-${String(n).padStart(4, '0')}`)))
}, BUILD_MS)
afterAll(async () => {
  admin?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function podStep(token: string): Promise<Step> {
  const step = (await openAs(server, token)).steps(core).find(({ operation }) => operation === 'list pods')
  if (!step) throw new Error('no step lists pods')
  return step
}

/** All pages of a step from a place on; each by a collector of its own, as after a restart. */
async function pagesFrom(token: string, cursor: Cursor): Promise<FactPage[]> {
  const page = await (await podStep(token)).read(cursor, unhurried)
  return page.next === null ? [page] : [page, ...(await pagesFrom(token, JSON.parse(JSON.stringify(page.next))))]
}

const idsOf = (pages: readonly FactPage[]): string[] => pages.flatMap(({ resources }) => resources.map(({ id }) => id))

describe('a list in pages', () => {
  test('is read to its end, every object once, also when each page is read by somebody else', async () => {
    const pages = await pagesFrom(server.token, null)
    expect(pages.map(({ resources }) => resources.length)).toEqual([500, 500, 200])
    expect(new Set(idsOf(pages)).size).toBe(PODS)
    expect(pages.flatMap(({ coverage }) => coverage.map(({ error }) => error))).toEqual([null, null, null])
  })

  test('whose revision is gone goes on at a later one, reads nothing twice and says so', async () => {
    const first = await (await podStep(server.token)).read(null, unhurried)
    await put(admin, 'Namespace', 'later')
    const { body } = await admin.send('GET', `${pathOf('Namespace', 'v1')}/later`)
    const { resourceVersion } = body.metadata as { resourceVersion: string }
    const compacted = await fetch(`${server.etcd}/v3/kv/compaction`, {
      method: 'POST',
      body: JSON.stringify({ revision: resourceVersion, physical: true }),
    })
    expect(compacted.status).toBe(200)
    const rest = await pagesFrom(server.token, first.next)
    const ids = idsOf([first, ...rest])
    expect([ids.length, new Set(ids).size]).toEqual([PODS, PODS])
    expect(rest[0]).toMatchObject({ calls: 2, coverage: [{ error: { code: 'Expired', items: 0 } }] })
  })
})

test('secrets that are encrypted in storage show in the metrics', async () => {
  const collector = await openAs(server, server.token)
  const units = await readEverything(collector)
  collector.close()
  expect(ofType(units, 'k8s.storage-encryption').map(({ id }) => id)).toContain('secrets/written/k8s:enc:aescbc:v1:')
  expect(verdictsOfCluster(units, NOW).k8s_secrets_encrypted_at_rest).toBe('pass')
})

describe('a token', () => {
  test('that is none of the cluster’s is denied everything', async () => {
    await expect(pagesFrom('nonsense', null)).rejects.toMatchObject({ unread: 'denied', code: 'Unauthorized' })
  })

  test('that may list namespaces alone is denied the rest, and only what needs the rest is unknown', async () => {
    await put(admin, 'ClusterRole', 'namespaces', {
      rules: [{ apiGroups: [''], resources: ['namespaces'], verbs: ['list'] }],
    })
    await put(admin, 'ClusterRoleBinding', 'namespaces', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'namespaces' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'nobody-special' }],
    })
    const collector = await openAs(server, server.plainUserToken)
    const units = await readEverything(collector)
    const lines = await collector.selfTest(unhurried)
    collector.close()
    expect(verdictsOfCluster(units, NOW)).toMatchObject({
      k8s_psa_enforce_label: 'fail',
      k8s_networkpolicy_namespace_coverage: 'unknown',
      k8s_pod_no_privileged: 'unknown',
      k8s_istio_mtls_strict: 'not_applicable',
    })
    const told = new Map(lines.map(({ operation, answer }) => [operation, answer]))
    expect([told.get('list namespaces'), told.get('list pods'), told.get('get /metrics')]).toEqual([
      'allowed',
      'denied',
      'denied',
    ])
  })
})

describe('a server', () => {
  test('that another authority vouches for is told nothing and gives no answer', async () => {
    const other = { url: server.url, ca: selfSigned('127.0.0.1').cert }
    const collector = await openAs(other, server.token)
    const [version] = collector.steps(core)
    await expect(version?.read(null, unhurried)).rejects.toMatchObject({ unread: 'unavailable', code: 'NoAnswer' })
    collector.close()
  })

  test('on a private address is not connected to unless the operator allows it', async () => {
    overrideEnv({ outboundAllow: [] })
    await expect(openAs(server, server.token)).rejects.toMatchObject({ code: 'invalid' })
    overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  })

  test('that goes away in the middle ends the run: what was read stays, the rest is unavailable', async () => {
    const collector = await openAs(server, server.token)
    const steps = collector.steps.bind(collector)
    const vanishing = {
      ...collector,
      steps: (unit: UnitScope) =>
        steps(unit).map((step) => ({
          ...step,
          read: async (...asked: Parameters<Step['read']>) => {
            if (step.operation === 'list pods' && asked[0] !== null) await server.stop()
            return step.read(...asked)
          },
        })),
    }
    const units = await readEverything(vanishing)
    collector.close()
    expect(ofType(units, 'k8s.pod')).toHaveLength(500)
    const evaluated = evaluatedOf(units, NOW)
    expect(evaluated.get('k8s_pod_no_privileged')).toMatchObject({
      verdict: 'unknown',
      gaps: [{ cause: 'unavailable' }],
    })
    expect(evaluated.get('k8s_psa_enforce_label')?.verdict).toBe('fail')
    expect(new Set(Object.values(verdictsOfCluster(units, NOW)))).toEqual(new Set(['unknown', 'fail']))
  })
})
