import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { MtlsMode } from '@/lib/model/facts/kubernetes-mesh'

/** Where Istio looks for what holds for the whole mesh, unless it was installed otherwise. */
export const ROOT_NAMESPACE = 'istio-system'

type Policy = ResourceOf<'k8s.istio.peerauthentication'>
export type Mtls = Exclude<MtlsMode, 'UNSET'>

/** What holds in a namespace, and the policies for chosen workloads or ports of it that weaken it. */
export type EffectiveMtls = { mode: Mtls; weakenedBy: readonly string[] }

/**
 * The mode of a namespace by Istio's precedence (PeerAuthentication reference): a workload's policy over the namespace's
 * over the mesh's, UNSET taking over the next wider one and PERMISSIVE where none says anything. Of two of one width the
 * older holds. A policy with a selector in the root namespace is for that namespace alone.
 */
export function effectiveMtls(policies: readonly Policy[], namespace: string): EffectiveMtls {
  const mesh = modeOr(widest(policies, ROOT_NAMESPACE), 'PERMISSIVE')
  const mode = namespace === ROOT_NAMESPACE ? mesh : modeOr(widest(policies, namespace), mesh)
  const chosen = policies.filter(({ facts }) => facts.namespace === namespace && facts.selector !== null)
  const weakens = ({ facts }: Policy): boolean => {
    const own = facts.mode === 'UNSET' ? mode : facts.mode
    return [own, ...facts.ports.map((port) => (port.mode === 'UNSET' ? own : port.mode))].some(
      (one) => one !== 'STRICT',
    )
  }
  return { mode, weakenedBy: chosen.filter(weakens).map(({ name }) => name) }
}

const modeOr = (policy: Policy | undefined, wider: Mtls): Mtls =>
  policy === undefined || policy.facts.mode === 'UNSET' ? wider : policy.facts.mode

const ageOf = ({ facts, name }: Policy): string => `${facts.createdAt ?? '9999'} ${name}`

const widest = (policies: readonly Policy[], namespace: string): Policy | undefined =>
  policies
    .filter(({ facts }) => facts.namespace === namespace && facts.selector === null)
    .sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : 1))[0]
