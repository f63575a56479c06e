import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Instant } from '@/lib/model/instant'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip, undecided } from '../../frame/judge'

const LIST_CONSTRAINTS = 'list constraints.gatekeeper.sh/*'
/** Two intervals of five minutes. The interval is an argument of the audit pod, which is not read. */
const FRESH_MINUTES = 10
const MINUTE = 60_000

const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / MINUTE

function judge({ name, facts: { kind, auditedAt, createdAt } }: ResourceOf<'k8s.constraint'>, now: Instant): Judgement {
  if (auditedAt === null) {
    // Its first audit may still come.
    if (createdAt !== null && minutesBetween(createdAt, now) <= FRESH_MINUTES) return skip
    return fail(`Constraint ${kind} ${name} was never audited.`, { auditedAt })
  }
  const age = minutesBetween(auditedAt, now)
  // A clock that far ahead says nothing about how long ago it was.
  if (age < -FRESH_MINUTES) return undecided('unsupported', LIST_CONSTRAINTS)
  if (age <= FRESH_MINUTES) return pass
  const message = `Constraint ${kind} ${name} was last audited ${Math.round(age)} minutes ago; ${FRESH_MINUTES} at most were expected.`
  return fail(message, { auditedAt })
}

export const gatekeeperAuditFresh: Check = {
  id: 'k8s_gatekeeper_audit_fresh',
  provider: 'kubernetes',
  title: 'Gatekeeper constraint was not audited lately',
  asserts: 'Every Gatekeeper constraint was audited within the last ten minutes, two intervals of five.',
  risk: 'Violations that came in another way, or were there before the constraint, are not found.',
  severity: 'medium',
  kind: 'freshness',
  threshold: 1,
  capabilities: ['POL-04'],
  weak: [],
  feeds: [
    { capability: 'POL-04', stage: 1, atLeast: 0.9 },
    { capability: 'POL-04', stage: 2, atLeast: 0.9 },
  ],
  operations: [LIST_CONSTRAINTS],
  permissions: [LIST_CONSTRAINTS],
  remediation: {
    text: 'See whether the audit pod runs and how long its audit takes; give it memory, or split what it reads.',
    commands: [{ tool: 'kubectl', code: 'kubectl -n gatekeeper-system logs deployment/gatekeeper-audit --tail 50' }],
    effort: 'hours',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts, { now }) =>
    evaluatePopulation({
      items: facts.of('k8s.constraint'),
      judge: (one) => judge(one, now),
      gaps: facts.gaps([LIST_CONSTRAINTS]),
    }),
}
