import { API_LISTS } from './api-lists'
import { CONSTRAINTS } from './constraint-step'

/** The namespace and account that the manifest makes, and whom a token is made for. */
export const READER = { namespace: 'proofline-reader', account: 'proofline-reader' } as const

const LABELS = 'app.kubernetes.io/name: proofline, app.kubernetes.io/component: reader'
const RESTRICTED = 'pod-security.kubernetes.io/enforce: restricted'

const headed = (apiVersion: string, kind: string, metadata: readonly string[], labels = LABELS): string =>
  [
    `apiVersion: ${apiVersion}`,
    `kind: ${kind}`,
    'metadata:',
    ...[...metadata, `labels: { ${labels} }`].map((line) => `  ${line}`),
  ].join('\n')

/** Lists alone, of what the collector lists and of nothing else: no secrets, no configuration, no logs, no watching. */
function rules(): string {
  const byGroup = Map.groupBy(API_LISTS, ({ group }) => group)
  const lists = [...byGroup].map(([group, lists]) => {
    const resources = lists.map(({ resource }) => resource).join(', ')
    return `  - apiGroups: ["${group}"]\n    resources: [${resources}]\n    verbs: [list]`
  })
  const constraints = `  - apiGroups: ["${CONSTRAINTS}"]\n    # Every constraint template makes a resource of its own.\n    resources: ["*"]\n    verbs: [list]`
  const metrics =
    '  # Whether secrets are encrypted in storage shows nowhere else. Without it that one check is unknown.\n  - nonResourceURLs: [/metrics]\n    verbs: [get]'
  return ['rules:', ...lists, constraints, metrics].join('\n')
}

/**
 * What lets Proofline read a cluster, as YAML for kubectl: a namespace, a service account, a cluster role that can list what
 * is read and nothing else, and their binding. Nothing runs in the namespace, so it lets nothing in or out. The same text as deploy/kubernetes/reader.yaml.
 */
export function readerManifest(): string {
  const { namespace, account } = READER
  const parts = [
    headed('v1', 'Namespace', [`name: ${namespace}`], `${LABELS}, ${RESTRICTED}`),
    `${headed('networking.k8s.io/v1', 'NetworkPolicy', ['name: default-deny', `namespace: ${namespace}`])}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]`,
    headed('v1', 'ServiceAccount', [`name: ${account}`, `namespace: ${namespace}`]),
    `${headed('rbac.authorization.k8s.io/v1', 'ClusterRole', [`name: ${account}`])}\n${rules()}`,
    `${headed('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', [`name: ${account}`])}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${account}
subjects:
  - kind: ServiceAccount
    name: ${account}
    namespace: ${namespace}`,
  ]
  const about = '# Lets Proofline read this cluster and change nothing in it. Apply with: kubectl apply -f reader.yaml'
  return `${about}\n${parts.join('\n---\n')}\n`
}
