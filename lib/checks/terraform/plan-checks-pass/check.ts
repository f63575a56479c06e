import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, undecided } from '../../frame/judge'
import { CHECKS } from '../operations'

/** What their messages say is not kept: people write values into them. */
export const planChecksPass: Check = {
  id: 'tf_plan_checks_pass',
  provider: 'terraform',
  title: 'Condition in the Terraform code does not hold',
  asserts: 'Every check block, precondition, postcondition and variable validation of the plan or state holds.',
  risk: 'The people who wrote the code said what must be true of it, and it is not.',
  severity: 'low',
  kind: 'every',
  threshold: 1,
  capabilities: ['POL-05'],
  weak: [],
  feeds: [],
  operations: [CHECKS],
  permissions: ['terraform show -json'],
  remediation: {
    text: 'Read what the condition says in the output of terraform plan, then fix the code or the condition.',
    commands: [{ tool: 'terraform', code: 'terraform plan' }],
    effort: 'hours',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('terraform.check'),
      gaps: facts.gaps([CHECKS]),
      judge: ({ id, facts: { kind, status } }) => {
        if (status === 'pass') return pass
        if (status === 'fail') return fail(`A condition of ${id} does not hold.`, { kind, status })
        return undecided(status === 'error' ? 'unavailable' : 'not_collected', CHECKS)
      },
    }),
}
