import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { kubeAdmin } from '@/e2e/contract/kube-admin'
import { put, putPod, readerToken } from '@/e2e/contract/kube-objects'
import { type KubeServer, startKubeServer } from '@/e2e/contract/kube-server'
import { findKubeApiserver, HOW_TO_GET_KUBE } from '@/lib/cli/kube-apiserver'
import { childEnvironment } from '@/lib/env'
import { afterwards } from './afterwards'
import { atMost, type Figure, noted } from './figure'
import type { KubernetesRun } from './kubernetes-once'

const run = promisify(execFile)
const script = fileURLToPath(new URL('kubernetes-once.ts', import.meta.url))
const NAMESPACES = 100
const PODS = 1500
const ROUNDS = 15
const MOST_AGAINST_BARE = 2
const MOST_MIB = 300
const MOST_SECONDS = 2

const figure = (metric: string, value: number, unit: string) => ({ bench: 'kubernetes', metric, value, unit })

/**
 * A real API server with 1,500 pods in 100 namespaces: everything the collector asks and all checks over it, in turns with
 * the bare list calls (fetch and JSON.parse at the same page size, one after the other as well); then once more in a process of its own, for its memory.
 */
export async function* bench(): AsyncGenerator<Figure> {
  const found = await findKubeApiserver()
  if ('absent' in found) {
    process.stderr.write(`kubernetes was not run: ${found.absent} (${HOW_TO_GET_KUBE})\n`)
    return
  }
  const server = await startKubeServer()
  yield* await afterwards(server.stop, async () => {
    const token = await fill(server)
    const folder = mkdtempSync(join(tmpdir(), 'kube-bench-'))
    const remove = async () => rmSync(folder, { recursive: true, force: true })
    return afterwards(remove, async () => {
      const authority = join(folder, 'ca.crt')
      writeFileSync(authority, server.ca)
      const once = (...args: string[]) => measure(server, token, authority, args)
      return figuresOf(await once(String(ROUNDS), 'turns'), await once('1'))
    })
  })
}

/** A third of the namespaces deny by default; each has a role and pods that are alike but for one. Gives a reader's token. */
async function fill(server: KubeServer): Promise<string> {
  const admin = kubeAdmin(server)
  const namespaces = Array.from({ length: NAMESPACES }, (_, n) => `team-${String(n).padStart(3, '0')}`)
  await Promise.all(namespaces.map((name) => put(admin, 'Namespace', name, {}, { team: name })))
  await Promise.all(
    namespaces.flatMap((name, n) => [
      put(admin, 'Role', `${name}/deploy`, {
        rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] }],
      }),
      ...(n % 3 === 0 ? [put(admin, 'NetworkPolicy', `${name}/deny`, { spec: { podSelector: {} } })] : []),
    ]),
  )
  await Promise.all(
    Array.from({ length: PODS }, (_, n) =>
      putPod(admin, `${namespaces[n % NAMESPACES]}/web-${n}`, { hostNetwork: n % 50 === 0 }, { tier: 'front' }),
    ),
  )
  const token = await readerToken(admin)
  admin.close()
  return token
}

async function measure({ url, ca }: KubeServer, token: string, authority: string, args: readonly string[]) {
  const given = [url, Buffer.from(ca).toString('base64'), token, ...args]
  const env = childEnvironment({ NODE_EXTRA_CA_CERTS: authority })
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...given], { env })
  return JSON.parse(stdout) as KubernetesRun
}

const figuresOf = (turns: KubernetesRun, alone: KubernetesRun): Figure[] => [
  noted(figure('calls', turns.calls, '')),
  noted(figure('resources', turns.resources, '')),
  noted(figure('workloads, namespaces, roles that fail a check', turns.failing, '')),
  noted(figure('bare list calls (median)', turns.bareMs, 'ms')),
  noted(figure('read and judged (median)', turns.oursMs, 'ms')),
  noted(figure('of that, judged (median)', turns.evaluateMs, 'ms')),
  atMost(MOST_AGAINST_BARE, figure('against the bare list calls', turns.oursMs / turns.bareMs, 'ratio')),
  atMost(MOST_SECONDS, figure('read and judged by a process just started', alone.oursMs / 1000, 's')),
  atMost(MOST_MIB, figure('peak memory', alone.peakMiB, 'MiB')),
]
