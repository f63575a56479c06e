import { openAs } from '@/e2e/contract/kube-admin'
import { type ReadUnit, readEverything, unhurried } from '@/e2e/contract/read-everything'
import { evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import { overrideEnv } from '@/lib/env'
import { median } from './quantile'

/** What a process of its own measured: medians over its rounds, and the most memory it ever held. */
export type KubernetesRun = {
  oursMs: number
  bareMs: number
  evaluateMs: number
  peakMiB: number
  calls: number
  resources: number
  failing: number
}

// Arguments: the server, its authority in base64, a token, how many rounds, and whether bare calls take turns with ours.
const [url = '', ca = '', token = '', rounds = '1', turns = ''] = process.argv.slice(2)
const server = { url, ca: Buffer.from(ca, 'base64').toString('utf8') }
const RBAC = '/apis/rbac.authorization.k8s.io/v1'
const LISTS = [
  '/api/v1/namespaces',
  '/api/v1/pods',
  '/apis/networking.k8s.io/v1/networkpolicies',
  ...['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'].map((one) => `${RBAC}/${one}`),
]

/** The lists as anybody would ask them: fetch and JSON.parse, page by page, and nothing kept. */
async function bareList(list: string): Promise<void> {
  let next = ''
  do {
    const answer = await fetch(`${url}${list}?limit=500&continue=${encodeURIComponent(next)}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { metadata } = JSON.parse(await answer.text()) as { metadata: { continue?: string } }
    next = metadata.continue ?? ''
  } while (next !== '')
}

function evaluate(units: readonly ReadUnit[]): number {
  const resources = units.flatMap((unit) => unit.resources)
  const facts = scopeFacts('contract', units, resources)
  const evaluated = evaluateScope(checksOf('kubernetes'), facts, { now: '2026-11-22T12:00:00.000Z' })
  return evaluated.reduce((sum, { evaluation }) => sum + evaluation.failing.length, 0)
}

overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
const times = { ours: [] as number[], bare: [] as number[], evaluate: [] as number[] }
let last = { calls: 0, resources: 0, failing: 0 }
for (let round = 0; round < Number(rounds); round += 1) {
  const collector = await openAs(server, token)
  // Connections are made before: fetch keeps those of its first round, a run those of its first unit.
  await collector.steps({ account: '', region: null, service: 'core' })[0]?.read(null, unhurried)
  if (turns !== '') await bareList(LISTS[0] ?? '')
  const began = performance.now()
  const units = await readEverything(collector)
  const read = performance.now()
  const failing = evaluate(units)
  const ended = performance.now()
  collector.close()
  times.ours.push(ended - began)
  times.evaluate.push(ended - read)
  const sum = (of: (unit: ReadUnit) => number) => units.reduce((total, unit) => total + of(unit), 0)
  last = { calls: sum(({ calls }) => calls), resources: sum(({ resources }) => resources.length), failing }
  if (turns === '') continue
  const asked = performance.now()
  for (const list of LISTS) await bareList(list)
  times.bare.push(performance.now() - asked)
}
const told: KubernetesRun = {
  oursMs: median(times.ours),
  bareMs: median(times.bare),
  evaluateMs: median(times.evaluate),
  peakMiB: process.resourceUsage().maxRSS / 1024,
  ...last,
}
process.stdout.write(JSON.stringify(told))
