import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { kubeCache } from '@/lib/env/kube-cache'
import { run } from './tool'

/** Built by e2e/contract/kube-apiserver.sh, which names the same versions. */
const FOLDER = 'k8s-1.36.3-etcd-3.6.8'
const OLDEST_GO = [1, 26] as const

export const HOW_TO_GET_KUBE =
  'https://go.dev/dl; the first build takes five minutes, KUBE_CACHE_DIR says where it is kept'

/** Where a Kubernetes API server and its etcd are, or can be built; else why not. */
export async function findKubeApiserver(): Promise<{ cache: string } | { absent: string }> {
  const cache = kubeCache()
  const isBuilt = ['kube-apiserver', 'etcd'].every((name) => existsSync(join(cache, FOLDER, name)))
  for (const tool of ['openssl', 'curl', 'bash']) {
    const { code } = await run('which', [tool])
    if (code !== 0) return { absent: `${tool} is not installed` }
  }
  if (isBuilt) return { cache }
  const { code, output } = await run('go', ['env', 'GOVERSION'])
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(output) ?? []
  if (code !== 0) return { absent: 'Go, which builds it, is not installed' }
  if (Number(major) === OLDEST_GO[0] && Number(minor) < OLDEST_GO[1])
    return { absent: `Go is ${major}.${minor}, it needs ${OLDEST_GO.join('.')}` }
  return { cache }
}
