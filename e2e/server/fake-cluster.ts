import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { selfSigned } from '@/lib/testing/self-signed'

const TOKEN = 'journeys-own-token'
const RBAC = '/apis/rbac.authorization.k8s.io/v1'

type Thing = { metadata: { name: string; namespace?: string; labels?: Record<string, string> } } & Record<
  string,
  unknown
>

const namespace = (name: string, labels: Record<string, string> = {}): Thing => ({ metadata: { name, labels } })

const pod = (namespaceName: string, name: string): Thing => ({
  metadata: { name, namespace: namespaceName, labels: { app: namespaceName } },
  spec: { serviceAccountName: 'default', containers: [{ name: 'main', image: 'registry.example/main:1' }] },
  status: { phase: 'Running' },
})

const ENFORCED = { 'pod-security.kubernetes.io/enforce': 'restricted' }

/** What the cluster holds, by the path of its list. One group of people may do everything, and one namespace enforces nothing. */
const LISTS: Readonly<Record<string, readonly Thing[]>> = {
  '/api/v1/namespaces': [namespace('kube-system'), namespace('orders', ENFORCED), namespace('sandbox')],
  '/api/v1/pods': [pod('orders', 'orders-1'), pod('orders', 'orders-2'), pod('sandbox', 'try-1')],
  '/apis/networking.k8s.io/v1/networkpolicies': [
    {
      metadata: { name: 'default-deny', namespace: 'orders' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    },
  ],
  [`${RBAC}/roles`]: [],
  [`${RBAC}/rolebindings`]: [],
  [`${RBAC}/clusterroles`]: [],
  [`${RBAC}/clusterrolebindings`]: [
    {
      metadata: { name: 'oncall-admin' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'Group', name: 'oncall', apiGroup: 'rbac.authorization.k8s.io' }],
    },
  ],
}

/** One item a page, so that what is read comes in pages and under way can be seen. */
function listAt(url: URL, things: readonly Thing[]) {
  const from = Number(url.searchParams.get('continue') ?? 0)
  const next = from + 1 < things.length ? { continue: String(from + 1) } : {}
  return {
    kind: 'List',
    apiVersion: 'v1',
    metadata: { resourceVersion: '1', ...next },
    items: things.slice(from, from + 1),
  }
}

export type FakeCluster = {
  server: string
  kubeconfig: string
  /** What is asked of this path waits until `release`. */
  hold: (path: string) => void
  release: () => void
  stop: () => Promise<void>
}

/** A tiny API server on this machine: discovery, paged lists and one refusal, to whoever shows its token. */
export async function fakeCluster(): Promise<FakeCluster> {
  const { cert, key } = selfSigned('localhost')
  let held = ''
  let waiting: (() => void)[] = []
  const answer = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const server = createServer({ cert, key }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost')
    const reply = () => {
      const things = LISTS[url.pathname]
      if (request.headers.authorization !== `Bearer ${TOKEN}`) answer(response, 401, { message: 'Unauthorized' })
      else if (things) answer(response, 200, listAt(url, things))
      else if (url.pathname === '/version') answer(response, 200, { gitVersion: 'v1.36.1' })
      else if (url.pathname === '/apis') answer(response, 200, { kind: 'APIGroupList', groups: [] })
      else if (url.pathname === '/metrics') answer(response, 403, { message: 'forbidden: cannot get path /metrics' })
      else answer(response, 404, { message: 'not found' })
    }
    if (url.pathname === held) waiting.push(reply)
    else reply()
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = `https://localhost:${(server.address() as AddressInfo).port}`
  return {
    server: address,
    kubeconfig: kubeconfigOf(address, cert),
    hold(path) {
      held = path
    },
    release() {
      held = ''
      for (const reply of waiting) reply()
      waiting = []
    },
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** JSON is YAML. */
const kubeconfigOf = (server: string, cert: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'reader',
    contexts: [{ name: 'reader', context: { cluster: 'shop', user: 'reader' } }],
    clusters: [
      { name: 'shop', cluster: { server, 'certificate-authority-data': Buffer.from(cert).toString('base64') } },
    ],
    users: [{ name: 'reader', user: { token: TOKEN } }],
  })
