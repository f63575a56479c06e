import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'
import { evaluatePopulation } from '../frame/evaluate-population'
import type { Evaluation } from '../frame/evaluation'
import { fail, pass } from '../frame/judge'
import type { ScopeFacts } from '../frame/scope-facts'

export const SECURITY_GROUPS = 'ec2:DescribeSecurityGroups'

type Ingress = {
  /** Whether a rule is one that should not be there. */
  offends: (rule: SecurityGroupRule) => boolean
  message: (group: string, rule: SecurityGroupRule) => string
}

/** Judges every security group by its rules for what comes in: it fails by the first that offends. */
export const evaluateIngress = (facts: ScopeFacts, { offends, message }: Ingress): Evaluation =>
  evaluatePopulation({
    items: facts.of('aws.ec2.security-group'),
    gaps: facts.gaps([SECURITY_GROUPS]),
    judge: ({ name, facts: { ingress } }) => {
      const rule = ingress.find(offends)
      return rule ? fail(message(name, rule), { rule }) : pass
    },
  })
