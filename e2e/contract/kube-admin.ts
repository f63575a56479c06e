import { Agent, request } from 'node:https'
import type { KubernetesSettings } from '@/lib/model/connection'
import type { Collector } from '@/lib/sources/collect/collector'
import { openKubernetes } from '@/lib/sources/kubernetes/open-kubernetes'
import { readKubeconfig } from '@/lib/sources/kubernetes/read-kubeconfig'
import type { KubeServer } from './kube-server'

type Answer = { status: number; body: Record<string, unknown> }

/** What an administrator asks of a cluster, without the client that is tried. */
export type KubeAdmin = {
  send(method: string, path: string, body?: unknown): Promise<Answer>
  /** Creates an object; one that is there already is replaced. Throws when the cluster refuses it. */
  put(path: string, object: Record<string, unknown>): Promise<void>
  remove(path: string): Promise<void>
  close(): void
}

export function kubeAdmin({ url, ca, token }: Pick<KubeServer, 'url' | 'ca' | 'token'>): KubeAdmin {
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 16 })
  const send = (method: string, path: string, body?: unknown): Promise<Answer> =>
    new Promise((answered, failed) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
      const headers = { authorization: `Bearer ${token}`, 'content-type': type }
      const asked = request(`${url}${path}`, { method, agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          answered({ status: answer.statusCode ?? 0, body: text.startsWith('{') ? JSON.parse(text) : {} })
        })
      })
      asked.on('error', failed).end(body === undefined ? undefined : JSON.stringify(body))
    })
  const put = async (path: string, object: Record<string, unknown>): Promise<void> => {
    const { name } = object.metadata as { name: string }
    let answer = await send('POST', path, object)
    // A namespace is emptied before it goes, which takes a controller.
    if (answer.status === 409 && path.endsWith('/namespaces')) answer = await send('PATCH', `${path}/${name}`, object)
    if (answer.status === 409) {
      await send('DELETE', `${path}/${name}?gracePeriodSeconds=0`)
      answer = await send('POST', path, object)
    }
    if (answer.status >= 300) throw new Error(`${path} ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  const remove = async (path: string): Promise<void> => {
    const { status } = await send('DELETE', `${path}?gracePeriodSeconds=0`)
    if (status >= 300) throw new Error(`DELETE ${path}: ${status}`)
  }
  return { send, put, remove, close: () => agent.destroy() }
}

/** A kubeconfig as kubectl would write it. */
const kubeconfig = ({ url, ca }: Pick<KubeServer, 'url' | 'ca'>, token: string): string =>
  [
    'apiVersion: v1',
    'kind: Config',
    'current-context: reader',
    'contexts: [{ name: reader, context: { cluster: contract, user: reader } }]',
    `clusters: [{ name: contract, cluster: { server: "${url}", certificate-authority-data: ${Buffer.from(ca).toString('base64')} } }]`,
    `users: [{ name: reader, user: { token: "${token}" } }]`,
  ].join('\n')

const SYSTEM = ['kube-system', 'kube-public', 'kube-node-lease', 'istio-system', 'default']

/** Opened as a person's connection is: by a kubeconfig with a token. */
export async function openAs(server: Pick<KubeServer, 'url' | 'ca'>, token: string): Promise<Collector> {
  const { secret, server: address, cluster } = readKubeconfig(kubeconfig(server, token))
  const settings: KubernetesSettings = { credentials: 'kubeconfig', server: address, cluster, systemNamespaces: SYSTEM }
  return openKubernetes(settings, secret)
}
