import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { RbacRule } from '@/lib/model/facts/kubernetes'
import { inCluster } from './cluster-workloads'
import { ails, daysBefore, resource, type Scene } from './scene'

const rule = (verbs: string[], resources: string[], apiGroups: string[] = ['']): RbacRule => ({
  verbs,
  apiGroups,
  resources,
  resourceNames: [],
  nonResourceUrls: [],
})

const READING = ['get', 'list', 'watch']

/** Each app's deployer may deploy into its own namespace; one of them reads its secrets too. */
const appRoles = (scene: Scene): AnyResource[] =>
  scene.apps.flatMap((app, n) => {
    const readsSecrets = n === 0 && ails(scene, `${app} deployer reads secrets`, '###')
    const rules = [
      rule([...READING, 'patch'], ['deployments'], ['apps']),
      rule(READING, readsSecrets ? ['pods', 'secrets'] : ['pods']),
    ]
    const subjects = [{ kind: 'ServiceAccount', name: 'deployer', namespace: app }]
    const role = { kind: 'Role', name: 'deployer' }
    return [
      resource('k8s.role', `${app}/deployer`, inCluster(scene, 'deployer'), {
        namespace: app,
        rules,
        bootstrap: false,
      }),
      resource('k8s.rolebinding', `${app}/deployer`, inCluster(scene, 'deployer'), {
        namespace: app,
        role,
        subjects,
        bootstrap: false,
      }),
    ]
  })

/** Who may do what in the cluster. */
export function access(scene: Scene): AnyResource[] {
  const role = (name: string, rules: RbacRule[], bootstrap = false) =>
    resource('k8s.clusterrole', name, inCluster(scene, name), { rules, labels: {}, aggregates: null, bootstrap })
  const binding = (name: string, to: string, kind: string, subject: string, bootstrap = false) =>
    resource('k8s.clusterrolebinding', name, inCluster(scene, name), {
      role: { kind: 'ClusterRole', name: to },
      subjects: [{ kind, name: subject, namespace: null }],
      bootstrap,
    })
  return [
    role('cluster-admin', [rule(['*'], ['*'], ['*'])], true),
    role('view', [rule(READING, ['pods', 'services'])], true),
    role('platform-operator', [
      ails(scene, 'operator may do everything', '##.') ? rule(['*'], ['*'], ['*']) : rule(['get', 'patch'], ['nodes']),
    ]),
    binding('cluster-admin', 'cluster-admin', 'Group', 'system:masters', true),
    binding('viewers', 'view', 'Group', 'engineers'),
    binding('platform-operator', 'platform-operator', 'Group', 'platform'),
    ...(ails(scene, 'standing administrator', '###')
      ? [binding('oncall-admin', 'cluster-admin', 'Group', 'oncall')]
      : []),
    ...appRoles(scene),
  ]
}

/** What the mesh asks of callers. */
export const mesh = (scene: Scene): AnyResource[] => [
  resource('k8s.api-group', 'security.istio.io', inCluster(scene, 'security.istio.io'), {
    installed: true,
    version: 'v1',
  }),
  resource('k8s.istio.peerauthentication', 'istio-system/default', inCluster(scene, 'default'), {
    namespace: 'istio-system',
    selector: null,
    mode: ails(scene, 'mesh takes plaintext', '#..') ? 'PERMISSIVE' : 'STRICT',
    ports: [],
    createdAt: '2025-06-02T08:00:00.000Z',
  }),
  ...scene.apps.slice(3, 4).flatMap((app) =>
    ails(scene, `${app} takes plaintext`, '.##')
      ? [
          resource('k8s.istio.peerauthentication', `${app}/legacy-callers`, inCluster(scene, 'legacy-callers'), {
            namespace: app,
            selector: null,
            mode: 'PERMISSIVE',
            ports: [],
            createdAt: '2026-02-11T08:00:00.000Z',
          }),
        ]
      : [],
  ),
  ...(ails(scene, 'calls allowed by default', '##.')
    ? []
    : [
        resource('k8s.istio.authorizationpolicy', 'istio-system/allow-nothing', inCluster(scene, 'allow-nothing'), {
          namespace: 'istio-system',
          action: 'ALLOW',
          targeted: false,
          rules: 0,
          open: false,
        }),
      ]),
]

const CONSTRAINTS = [
  ['K8sAllowedRepos', 'own-registry'],
  ['K8sContainerLimits', 'limits'],
  ['K8sDisallowedTags', 'no-latest'],
  ['K8sPSPPrivilegedContainer', 'no-privileged'],
  ['K8sRequiredLabels', 'owner-label'],
  ['K8sRequiredProbes', 'probes'],
] as const

/** What is refused at admission; one constraint only warns. */
export const admission = (scene: Scene): AnyResource[] =>
  CONSTRAINTS.map(([kind, name], n) => {
    const warns = n > 3 && ails(scene, `${name} only warns`, n === 4 ? '###' : '##.')
    return resource('k8s.constraint', `${kind}/${name}`, inCluster(scene, name), {
      kind,
      enforcement: [warns ? 'warn' : 'deny'],
      violations: warns ? 7 : 0,
      auditedAt: daysBefore(scene, 0.002),
      createdAt: '2025-07-14T08:00:00.000Z',
    })
  })

/** Products that the cluster was asked for and does not have. */
export const absent = (scene: Scene, group: string): AnyResource =>
  resource('k8s.api-group', group, inCluster(scene, group), { installed: false, version: null })
