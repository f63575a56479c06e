import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { LabelSelector, Labels } from '@/lib/model/facts/kubernetes-selector'
import { ACCOUNT, resourceOf } from './facts-of'

/** Selects everything; with labels, what carries them. */
export const selecting = (labels: Labels = {}): LabelSelector => ({ labels, expressions: [] })

/** A cluster whose platform lives in kube-system. */
export const cluster = () =>
  resourceOf('k8s.cluster', ACCOUNT, { version: 'v1.36.3', systemNamespaces: ['kube-system'] })

export const group = (name: string, installed = true) =>
  resourceOf('k8s.api-group', name, { installed, version: installed ? 'v1' : null })

export const namespace = (name: string, labels: Labels = {}, terminating = false) =>
  resourceOf('k8s.namespace', name, { labels, terminating })

/** A running pod of the Deployment that its name begins with: `shop/web-1` is one of web. */
export function pod(id: string, facts: Partial<FactTypes['k8s.pod']> = {}) {
  const [inNamespace = '', name = ''] = id.split('/')
  const workload = { kind: 'Deployment', name: name.replace(/-\d+$/, '') }
  return resourceOf('k8s.pod', id, {
    namespace: inNamespace,
    labels: { app: workload.name },
    phase: 'Running',
    serviceAccount: 'default',
    workload,
    hostNetwork: false,
    hostPid: false,
    hostIpc: false,
    privileged: [],
    hostPaths: [],
    meshes: [],
    ...facts,
  })
}

const NOTHING = { count: 0, open: false }

/** A network policy that selects every pod of its namespace and lets nothing in, unless told otherwise. */
export function networkPolicy(id: string, facts: Partial<FactTypes['k8s.networkpolicy']> = {}) {
  const [inNamespace = '', name = ''] = id.split('/')
  const given = { namespace: inNamespace, podSelector: selecting(), ingress: NOTHING, egress: null, ...facts }
  return resourceOf('k8s.networkpolicy', id, given, { name })
}

type Rule = FactTypes['k8s.role']['rules'][number]

export const rule = (verbs: string, resources: string, more: Partial<Rule> = {}): Rule => ({
  verbs: verbs.split(','),
  apiGroups: [''],
  resources: resources.split(','),
  resourceNames: [],
  nonResourceUrls: [],
  ...more,
})

export const clusterRole = (name: string, facts: Partial<FactTypes['k8s.clusterrole']> = {}) =>
  resourceOf('k8s.clusterrole', name, { rules: [], labels: {}, aggregates: null, bootstrap: false, ...facts })

export const role = (id: string, ...rules: Rule[]) =>
  resourceOf('k8s.role', id, { namespace: id.split('/')[0] ?? '', rules, bootstrap: false })

/** `Group admins`, `User ann` or `ServiceAccount shop/deployer`. */
function subject(title: string) {
  const [kind = '', path = ''] = title.split(' ')
  const [inNamespace, name] = path.includes('/') ? path.split('/') : [null, path]
  return { kind, name: name ?? '', namespace: inNamespace ?? null }
}

export const clusterBinding = (name: string, to: string, subjects: readonly string[], bootstrap = false) =>
  resourceOf('k8s.clusterrolebinding', name, {
    role: { kind: 'ClusterRole', name: to },
    subjects: subjects.map(subject),
    bootstrap,
  })

/** `to` is `Role name` or `ClusterRole name`. */
export function binding(id: string, to: string, subjects: readonly string[]) {
  const [kind = '', name = ''] = to.split(' ')
  const inNamespace = id.split('/')[0] ?? ''
  const facts = { namespace: inNamespace, role: { kind, name }, subjects: subjects.map(subject), bootstrap: false }
  return resourceOf('k8s.rolebinding', id, facts)
}
