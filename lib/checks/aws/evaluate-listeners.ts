import type { ResourceOf } from '@/lib/model/facts/fact-types'
import { evaluatePopulation } from '../frame/evaluate-population'
import type { Evaluation } from '../frame/evaluation'
import { gapAt } from '../frame/gap-at'
import { type Judgement, skip, undecided } from '../frame/judge'
import { judgeField } from '../frame/judge-reading'
import type { ScopeFacts } from '../frame/scope-facts'

type Listener = ResourceOf<'aws.elbv2.listener'>

const POLICIES = 'elasticloadbalancing:DescribeSSLPolicies'
const LISTENERS = 'elasticloadbalancing:DescribeListeners'
const BALANCERS = 'elasticloadbalancing:DescribeLoadBalancers'

export const LISTENER_OPERATIONS = [BALANCERS, LISTENERS, POLICIES]

/**
 * Judges the HTTPS and TLS listeners of load balancers by the protocols that their security policy offers. Plain HTTP and
 * TCP listeners have no such policy and are not counted. A policy that was not read leaves its listeners undecided.
 */
export function evaluateListeners(
  facts: ScopeFacts,
  judge: (listener: Listener, protocols: readonly string[]) => Judgement,
): Evaluation {
  const policies = new Map(facts.of('aws.elbv2.ssl-policy').map((one) => [one.name, one.facts.protocols]))
  const unread = facts.gaps([POLICIES])
  const judged = (listener: Listener): Judgement => {
    const { protocol, sslPolicy } = listener.facts
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return skip
    return judgeField(sslPolicy, LISTENERS, (name) => {
      const protocols = policies.get(name)
      if (protocols && protocols.length > 0) return judge(listener, protocols)
      return undecided(gapAt(unread, listener)?.cause ?? 'not_collected', POLICIES)
    })
  }
  const gaps = facts.gaps([BALANCERS, LISTENERS])
  return evaluatePopulation({ items: facts.of('aws.elbv2.listener'), judge: judged, gaps })
}
