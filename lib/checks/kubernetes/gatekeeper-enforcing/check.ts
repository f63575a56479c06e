import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass } from '../../frame/judge'

const LIST_CONSTRAINTS = 'list constraints.gatekeeper.sh/*'
const SHARE = 0.9

function judge({ name, facts: { kind, enforcement, violations } }: ResourceOf<'k8s.constraint'>): Judgement {
  if (enforcement.includes('deny')) return pass
  const does = enforcement.length === 0 ? 'does nothing at admission' : `answers with ${enforcement.join(', ')}`
  const found = violations === null ? '' : ` Its last audit found ${violations} violations.`
  return fail(`Constraint ${kind} ${name} ${does}; deny was expected.${found}`, { enforcement, violations })
}

export const gatekeeperEnforcing: Check = {
  id: 'k8s_gatekeeper_enforcing',
  provider: 'kubernetes',
  title: 'Gatekeeper constraint denies nothing',
  asserts: 'At least 90 % of the Gatekeeper constraints deny what breaks them at admission.',
  risk: 'What breaks the policy runs all the same, and the policy reads as if it did not.',
  severity: 'high',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['POL-04', 'POL-01'],
  weak: [],
  feeds: [
    { capability: 'POL-04', stage: 2, atLeast: 0.9 },
    { capability: 'POL-04', stage: 3, atLeast: 1 },
    { capability: 'POL-01', stage: 1, atLeast: 0.01 },
    { capability: 'POL-01', stage: 2, atLeast: 0.7 },
  ],
  operations: [LIST_CONSTRAINTS],
  permissions: [LIST_CONSTRAINTS],
  remediation: {
    text: 'Bring its violations to none, then move the constraint from dryrun or warn to deny.',
    commands: [
      {
        tool: 'kubectl',
        code: 'kubectl patch KIND NAME --type merge -p \'{"spec":{"enforcementAction":"deny"}}\'',
      },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) =>
    evaluatePopulation({
      items: facts.of('k8s.constraint'),
      judge,
      gaps: facts.gaps([LIST_CONSTRAINTS]),
      threshold,
    }),
}
