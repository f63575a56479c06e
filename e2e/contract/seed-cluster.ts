import type { KubeAdmin } from './kube-admin'
import { container, define, put, putPod } from './kube-objects'

const ISTIO = 'security.istio.io/v1'
const GATEKEEPER = 'constraints.gatekeeper.sh/v1beta1'
const ENFORCE = 'pod-security.kubernetes.io/enforce'

/** What the products would define, in the few words that a list needs. */
export async function defineProducts(admin: KubeAdmin): Promise<void> {
  await define(admin, 'security.istio.io', 'v1', 'PeerAuthentication', 'Namespaced')
  await define(admin, 'security.istio.io', 'v1', 'AuthorizationPolicy', 'Namespaced')
  await define(admin, 'policy.linkerd.io', 'v1beta3', 'Server', 'Namespaced')
  await define(admin, 'policy.linkerd.io', 'v1alpha1', 'AuthorizationPolicy', 'Namespaced')
  await define(admin, 'crd.projectcalico.org', 'v1', 'GlobalNetworkPolicy', 'Cluster')
  await define(admin, 'constraints.gatekeeper.sh', 'v1beta1', 'K8sRequiredLabel', 'Cluster')
  await define(admin, 'constraints.gatekeeper.sh', 'v1beta1', 'K8sAllowedRepo', 'Cluster')
  await define(admin, 'spire.spiffe.io', 'v1alpha1', 'ClusterSPIFFEID', 'Cluster')
}

const constraint = (action: string, auditTimestamp: string, violations = 0) => ({
  apiVersion: GATEKEEPER,
  spec: { enforcementAction: action },
  status: { auditTimestamp, totalViolations: violations },
})

/** A cluster in which every check finds something. */
export async function seedWeakCluster(admin: KubeAdmin, lastWeek: string): Promise<void> {
  await put(admin, 'Namespace', 'shop')
  await put(admin, 'Namespace', 'pay')
  await put(admin, 'Namespace', 'istio-system')
  await putPod(admin, 'shop/web', { hostNetwork: true })
  await putPod(admin, 'shop/api', { containers: [container('main', { securityContext: { privileged: true } })] })
  await putPod(admin, 'pay/db', { volumes: [{ name: 'run', hostPath: { path: '/var/run' } }] })
  // What looks like a default deny and is none: one for some pods, one that another undoes.
  await put(admin, 'NetworkPolicy', 'shop/some', { spec: { podSelector: { matchLabels: { app: 'nobody' } } } })
  await put(admin, 'NetworkPolicy', 'pay/deny', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } })
  await put(admin, 'NetworkPolicy', 'pay/open', { spec: { podSelector: {}, ingress: [{}], egress: [{}] } })
  const everything = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]
  await put(admin, 'ClusterRole', 'owner', { rules: everything })
  await put(admin, 'ClusterRoleBinding', 'ci-admin', bindingOf('ClusterRole', 'cluster-admin', ['User', 'ci']))
  await put(admin, 'RoleBinding', 'shop/owners', bindingOf('ClusterRole', 'owner', ['Group', 'shop']))
  await put(admin, 'PeerAuthentication', 'shop/default', { apiVersion: ISTIO, spec: { mtls: { mode: 'PERMISSIVE' } } })
  await put(admin, 'AuthorizationPolicy', 'istio-system/all', { apiVersion: ISTIO, spec: { rules: [{}] } })
  await put(admin, 'GlobalNetworkPolicy', 'some', {
    apiVersion: 'crd.projectcalico.org/v1',
    spec: { selector: "app == 'web'", types: ['Ingress'] },
  })
  await put(admin, 'K8sRequiredLabel', 'owner', constraint('dryrun', lastWeek, 4))
  await put(admin, 'K8sAllowedRepo', 'ours', constraint('deny', lastWeek))
  await put(admin, 'ClusterSPIFFEID', 'nobody', {
    apiVersion: 'spire.spiffe.io/v1alpha1',
    spec: { podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web', 'api', 'db'] }] } },
  })
}

const bindingOf = (kind: string, name: string, [subject, who]: readonly [string, string]) => ({
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: subject, name: who }],
})

/** The same cluster after its findings were seen to. */
export async function mendCluster(admin: KubeAdmin, now: string): Promise<void> {
  const meshed = { containers: [container('main'), container('linkerd-proxy')] }
  for (const pod of ['shop/web', 'shop/api', 'pay/db']) await putPod(admin, pod, meshed)
  for (const namespace of ['shop', 'pay']) {
    await put(admin, 'Namespace', namespace, {}, { [ENFORCE]: 'baseline' })
    await put(admin, 'NetworkPolicy', `${namespace}/deny`, {
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    })
  }
  await admin.remove('/apis/networking.k8s.io/v1/namespaces/pay/networkpolicies/open')
  await put(admin, 'ClusterRole', 'owner', {
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
  })
  await admin.remove('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/ci-admin')
  await put(admin, 'PeerAuthentication', 'istio-system/default', {
    apiVersion: ISTIO,
    spec: { mtls: { mode: 'STRICT' } },
  })
  await put(admin, 'PeerAuthentication', 'shop/default', { apiVersion: ISTIO, spec: { mtls: { mode: 'UNSET' } } })
  await put(admin, 'AuthorizationPolicy', 'istio-system/all', { apiVersion: ISTIO, spec: {} })
  await put(admin, 'GlobalNetworkPolicy', 'some', {
    apiVersion: 'crd.projectcalico.org/v1',
    spec: { namespaceSelector: 'projectcalico.org/name not in {"kube-system"}', types: ['Ingress', 'Egress'] },
  })
  await put(admin, 'K8sRequiredLabel', 'owner', constraint('deny', now))
  await put(admin, 'K8sAllowedRepo', 'ours', constraint('deny', now))
  await put(admin, 'ClusterSPIFFEID', 'nobody', { apiVersion: 'spire.spiffe.io/v1alpha1', spec: {} })
}
