import type { AnyResource } from '@/lib/model/facts/fact-types'
import { seededRandom } from '../random'
import { ails, hexOf, resource, type Scene } from './scene'

export const PLATFORM = ['kube-system', 'kube-public', 'kube-node-lease', 'istio-system'] as const
/** Parts of an app, each a deployment of its own. */
const PARTS = ['api', 'worker'] as const

export const inCluster = ({ cluster }: Scene, name: string) => ({ account: cluster, region: null, name })

/** One namespace an app, and those of the platform. */
export const namespaces = (scene: Scene): AnyResource[] =>
  [...PLATFORM, ...scene.apps].map((name, n) => {
    const isOwn = n >= PLATFORM.length
    const isUnlabelled = isOwn && n % 4 === 1 && ails(scene, `${name} without Pod Security`, n === 5 ? '##.' : '###')
    const labels = {
      'kubernetes.io/metadata.name': name,
      ...(isOwn && !isUnlabelled ? { 'pod-security.kubernetes.io/enforce': 'restricted' } : {}),
    }
    return resource('k8s.namespace', name, inCluster(scene, name), { labels, terminating: false })
  })

type Rights = { privileged: string[]; hostPaths: string[] }

/** What pods of an app have of their node: one reads its logs, one runs an agent it should not need. */
function rightsOf(scene: Scene, app: string, part: string): Rights {
  const n = scene.apps.indexOf(app)
  const isAgent = n === 5 && part === 'worker' && ails(scene, `${app} privileged agent`, '###')
  const readsHost = n === 2 && part === 'api' && ails(scene, `${app} host path`, '#.#')
  return { privileged: isAgent ? ['agent'] : [], hostPaths: readsHost ? ['/var/log'] : [] }
}

export const pods = (scene: Scene): AnyResource[] =>
  scene.apps.flatMap((app, n) =>
    PARTS.flatMap((part) => {
      const count = seededRandom(`${scene.slug} replicas ${app} ${part}`).int(3, 6)
      const isOutside = part === 'worker' && n === 6 && ails(scene, `${app} outside the mesh`, '###')
      return Array.from({ length: count }, (_, replica) => {
        const name = `${app}-${part}-${hexOf(scene, `pod ${app} ${part} ${replica}`)}`
        return resource('k8s.pod', `${app}/${name}`, inCluster(scene, name), {
          namespace: app,
          labels: { app, part },
          phase: 'Running',
          serviceAccount: app,
          workload: { kind: 'Deployment', name: `${app}-${part}` },
          hostNetwork: false,
          hostPid: false,
          hostIpc: false,
          ...rightsOf(scene, app, part),
          meshes: isOutside ? [] : ['istio'],
        })
      })
    }),
  )

const everything = { labels: {}, expressions: [] }

/** Two default denies a namespace and one policy that lets its callers in; some teams are not that far. */
export const networkPolicies = (scene: Scene): AnyResource[] =>
  scene.apps.flatMap((app, n) => {
    const policy = (name: string, facts: Omit<FactsOfPolicy, 'namespace'>) =>
      resource('k8s.networkpolicy', `${app}/${name}`, inCluster(scene, name), { namespace: app, ...facts })
    const lacksIngress = n % 3 === 2 && ails(scene, `${app} open to all`, n === 2 ? '##.' : '###')
    const lacksEgress = n % 2 === 1 && ails(scene, `${app} lets all out`, n === 1 ? '#..' : '###')
    return [
      ...(lacksIngress
        ? []
        : [
            policy('default-deny-ingress', {
              podSelector: everything,
              ingress: { count: 0, open: false },
              egress: null,
            }),
          ]),
      ...(lacksEgress
        ? []
        : [
            policy('default-deny-egress', {
              podSelector: everything,
              ingress: null,
              egress: { count: 0, open: false },
            }),
          ]),
      policy('callers', {
        podSelector: { labels: { app, part: 'api' }, expressions: [] },
        ingress: { count: 1, open: false },
        egress: null,
      }),
    ]
  })

type FactsOfPolicy = Extract<AnyResource, { type: 'k8s.networkpolicy' }>['facts']
