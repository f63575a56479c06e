import type { Check } from '../../frame/check'
import { evaluateExistence } from '../../frame/evaluate-existence'
import { fail, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope, isInstalled, LIST_NAMESPACES, ownNamespaces } from '../scope/cluster-scope'
import { requiring } from '../scope/evidence'
import { deniesIngress } from '../segmentation/calico-deny'

const GROUPS = ['crd.projectcalico.org', 'projectcalico.org']
const GET_GROUPS = GROUPS.map((group) => `get /apis/${group}`)
const LIST_GLOBAL = GROUPS.map((group) => `list ${group}/globalnetworkpolicies`)

function evaluate(facts: ScopeFacts) {
  const scope = clusterScope(facts)
  const policies = facts.of('k8s.calico.globalnetworkpolicy')
  const unread = facts.gaps([...GET_GROUPS, ...LIST_GLOBAL])
  const isAbsent = GROUPS.every((group) => isInstalled(facts, group) === false)
  const gaps = isAbsent ? unread : [...unread, ...facts.gaps([LIST_NAMESPACES]), ...scope.gaps]
  return evaluateExistence({
    places: isAbsent ? [] : [scope.place],
    judge: requiring(gaps, ({ name }) => {
      const namespaces = ownNamespaces(facts, scope)
      const open = namespaces.filter((one) => !deniesIngress(policies, one.name, one.facts.labels))
      // Without namespaces of people's own there is nothing a policy could be seen to deny but what may come.
      if (open.length === 0 && (namespaces.length > 0 || deniesIngress(policies, '', {}))) return pass
      const few = open.slice(0, 5).map((one) => one.name)
      const where = open.length === namespaces.length ? '' : ` in ${open.length} of ${namespaces.length} namespaces`
      return fail(`No global policy of cluster ${name} denies ingress by default${where}.`, { namespaces: few })
    }),
    gaps,
  })
}

export const calicoGlobalDefaultDeny: Check = {
  id: 'k8s_calico_global_default_deny',
  provider: 'kubernetes',
  title: 'Calico denies nothing by default',
  asserts:
    'Where Calico is installed, a global network policy denies ingress by default to every pod outside the platform’s own namespaces.',
  risk: 'A new namespace is open from its first moment until somebody writes a policy for it.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['NET-01'],
  weak: [],
  feeds: [{ capability: 'NET-01', stage: 3, atLeast: 1 }],
  operations: [...GET_GROUPS, ...LIST_GLOBAL, LIST_NAMESPACES],
  permissions: [...LIST_GLOBAL, LIST_NAMESPACES],
  remediation: {
    text: 'Write the policies for the flows there are, stage the default deny to see what it would drop, then add it.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl apply -f - <<EOF\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: default-deny\nspec:\n  order: 10000\n  namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {"kube-system", "calico-system"}\n  types: [Ingress, Egress]\nEOF',
      },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'server',
  evaluate,
}
