import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluateExistence } from '../../frame/evaluate-existence'
import { fail, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { ROOT_NAMESPACE } from '../mesh/effective-mtls'
import { clusterScope, isInstalled } from '../scope/cluster-scope'
import { requiring } from '../scope/evidence'

const GROUP = 'security.istio.io'
const GET_GROUP = `get /apis/${GROUP}`
const LIST_AUTHORIZATION = `list ${GROUP}/authorizationpolicies`

/** For the mesh, and about allowing: with no rule it allows nothing, with an empty one everything. */
const allowsForMesh = ({ facts }: ResourceOf<'k8s.istio.authorizationpolicy'>): boolean =>
  facts.namespace === ROOT_NAMESPACE && !facts.targeted && facts.action === 'ALLOW'

function evaluate(facts: ScopeFacts) {
  const { place } = clusterScope(facts)
  const forMesh = facts.of('k8s.istio.authorizationpolicy').filter(allowsForMesh)
  const open = forMesh.find((one) => one.facts.open)
  const unread = facts.gaps([GET_GROUP, LIST_AUTHORIZATION])
  return evaluateExistence({
    places: isInstalled(facts, GROUP) === false ? [] : [place],
    judge: requiring(unread, ({ name }) => {
      if (!forMesh.some((one) => one.facts.rules === 0))
        return fail(`Cluster ${name} has no authorization policy in ${ROOT_NAMESPACE} that allows nothing by default.`)
      if (!open) return pass
      const message = `Cluster ${name} allows nothing by default, but policy ${open.name} in ${ROOT_NAMESPACE} allows everything again.`
      return fail(message, { undoneBy: open.name })
    }),
    gaps: unread,
  })
}

export const istioAuthzDefaultDeny: Check = {
  id: 'k8s_istio_authz_default_deny',
  provider: 'kubernetes',
  title: 'Istio allows calls by default',
  asserts:
    'An authorization policy in Istio’s root namespace allows nothing, so that every call needs one that allows it.',
  risk: 'Every workload of the mesh may call every other until somebody thinks of forbidding it.',
  severity: 'high',
  kind: 'exists',
  threshold: 1,
  capabilities: ['NET-04'],
  weak: [],
  feeds: [
    { capability: 'NET-04', stage: 2, atLeast: 1 },
    { capability: 'NET-04', stage: 3, atLeast: 1 },
  ],
  operations: [GET_GROUP, LIST_AUTHORIZATION],
  permissions: [LIST_AUTHORIZATION],
  remediation: {
    text: 'Write the policies that allow the calls there are, then add the one that allows nothing.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -f - <<EOF\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata:\n  name: allow-nothing\n  namespace: istio-system\nspec: {}\nEOF',
      },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'server',
  evaluate,
}
