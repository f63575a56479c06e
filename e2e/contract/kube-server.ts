import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findKubeApiserver } from '@/lib/cli/kube-apiserver'

export type KubeServer = {
  url: string
  /** PEM of the authority that vouches for the server. */
  ca: string
  /** Of an administrator, and of a user who may do nothing. */
  token: string
  plainUserToken: string
  etcd: string
  stop(): Promise<void>
}

/** A Kubernetes API server and an etcd of their own, on free ports; built first when this machine has none yet. */
export async function startKubeServer(...flags: readonly string[]): Promise<KubeServer> {
  const found = await findKubeApiserver()
  if ('absent' in found) throw new Error(found.absent)
  const script = fileURLToPath(new URL('kube-apiserver.sh', import.meta.url))
  const child = spawn('bash', [script, found.cache, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    ended.then(() => null),
  ])
  if (line === null) throw new Error('the Kubernetes API server did not start')
  const { url, token, caFile, plainUserToken, etcd } = JSON.parse(line) as Record<string, string>
  if (!url || !token || !caFile || !plainUserToken || !etcd) throw new Error('the API server told less than it should')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, ca: readFileSync(caFile, 'utf8'), token, plainUserToken, etcd, stop }
}
