import type { Instant } from '@/lib/model/instant'
import type { LabelSelector, Labels } from './kubernetes-selector'

/** UNSET takes over what the next wider policy says. */
export type MtlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE' | 'UNSET'

/** What the first rule that matches all traffic does; null when no rule matches all. */
export type CatchAll = 'Allow' | 'Deny' | 'Pass' | null

export type KubernetesMeshFacts = {
  'k8s.istio.peerauthentication': {
    namespace: string
    /** Null is the whole namespace, or the mesh in the root namespace. */
    selector: Labels | null
    mode: MtlsMode
    ports: readonly { port: string; mode: MtlsMode }[]
    /** Of several of one width the oldest holds. */
    createdAt: Instant | null
  }
  'k8s.istio.authorizationpolicy': {
    namespace: string
    action: string
    /** Whether it is for chosen workloads or gateways instead of the namespace, or the mesh in the root namespace. */
    targeted: boolean
    rules: number
    /** A rule that any request matches. */
    open: boolean
  }
  'k8s.linkerd.server': { namespace: string; podSelector: LabelSelector }
  'k8s.linkerd.authorizationpolicy': { namespace: string; target: { kind: string; name: string } }
  'k8s.calico.globalnetworkpolicy': {
    tier: string
    /** Null comes last. */
    order: number | null
    selector: string
    namespaceSelector: string
    /** For traffic of hosts only: before address translation, or untracked. */
    hostsOnly: boolean
    /** What it says of a direction; null when it is silent about it. */
    ingress: { catchAll: CatchAll } | null
    egress: { catchAll: CatchAll } | null
  }
}
