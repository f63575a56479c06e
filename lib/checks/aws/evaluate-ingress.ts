import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'
import { evaluatePopulation } from '../frame/evaluate-population'
import type { Evaluation } from '../frame/evaluation'
import { fail, pass } from '../frame/judge'
import type { ScopeFacts } from '../frame/scope-facts'

export const SECURITY_GROUPS = 'ec2:DescribeSecurityGroups'

/** `web (sg-1)`: names repeat from one VPC to the next. */
export const groupLabel = ({ id, name }: { id: string; name: string }): string => (name === id ? id : `${name} (${id})`)

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
    judge: (group) => {
      const rule = group.facts.ingress.find(offends)
      return rule ? fail(message(groupLabel(group), rule), { rule }) : pass
    },
  })
