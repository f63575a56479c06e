import type { Instant } from '@/lib/model/instant'
import type { KubernetesMeshFacts } from './kubernetes-mesh'
import type { LabelSelector, Labels } from './kubernetes-selector'

export type RbacRule = {
  verbs: readonly string[]
  apiGroups: readonly string[]
  resources: readonly string[]
  /** Empty grants it on every name. */
  resourceNames: readonly string[]
  nonResourceUrls: readonly string[]
}

export type RbacSubject = { kind: string; name: string; namespace: string | null }

type Binding = { role: { kind: string; name: string }; subjects: readonly RbacSubject[]; bootstrap: boolean }

/** What a policy says of one direction. `open` when a rule lets everything in or out. */
export type PolicyRules = { count: number; open: boolean }

/** Facts of Kubernetes objects. Ids are namespace/name, or name alone for what has no namespace. */
export type KubernetesFacts = KubernetesMeshFacts & {
  /** One, with the cluster's name as id: what its owner calls the platform's own, and the version it says it is. */
  'k8s.cluster': { version: string | null; systemNamespaces: readonly string[] }
  /** An API group that was looked for; not installed tells a missing product from an empty list. */
  'k8s.api-group': { installed: boolean; version: string | null }
  'k8s.namespace': { labels: Labels; terminating: boolean }
  /** What a pod may do, of its specification: no environment, arguments, annotations or image is kept. */
  'k8s.pod': {
    namespace: string
    labels: Labels
    phase: string | null
    serviceAccount: string
    /** What to change so that its pods change: the controller behind it, or the pod itself. */
    workload: { kind: string; name: string }
    hostNetwork: boolean
    hostPid: boolean
    hostIpc: boolean
    /** Containers that run privileged, or as a host process on Windows. */
    privileged: readonly string[]
    hostPaths: readonly string[]
    meshes: readonly ('istio' | 'linkerd')[]
  }
  'k8s.networkpolicy': {
    namespace: string
    podSelector: LabelSelector
    /** Effective: without policyTypes Ingress always, Egress when it has egress rules. */
    ingress: PolicyRules | null
    egress: PolicyRules | null
  }
  /** `bootstrap` is what the API server itself made at its start. */
  'k8s.role': { namespace: string; rules: readonly RbacRule[]; bootstrap: boolean }
  'k8s.clusterrole': {
    rules: readonly RbacRule[]
    labels: Labels
    /** Selectors of the cluster roles whose rules it takes over; null when it aggregates none. */
    aggregates: readonly LabelSelector[] | null
    bootstrap: boolean
  }
  'k8s.rolebinding': Binding & { namespace: string }
  'k8s.clusterrolebinding': Binding
  /** What values of a resource were written to or read from storage with: `identity` or `k8s:enc:aescbc:v1:`. */
  'k8s.storage-encryption': { resource: string; direction: 'written' | 'read'; prefix: string }
  /** A Gatekeeper constraint. `enforcement` lists the actions at admission; deny is what it does when it says nothing. */
  'k8s.constraint': {
    kind: string
    enforcement: readonly string[]
    violations: number | null
    auditedAt: Instant | null
    createdAt: Instant | null
  }
  /** SPIRE controller manager: which pods of which namespaces get an identity. */
  'k8s.clusterspiffeid': { podSelector: LabelSelector; namespaceSelector: LabelSelector }
}
