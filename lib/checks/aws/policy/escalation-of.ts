import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'
import { concernsAction } from './allows'
import { conditionsOf } from './conditions'
import { ESCALATIONS } from './escalations'
import { statementsOf, textsOf } from './statements'

const ACTIONS = [...new Set(ESCALATIONS.flat())]
const SERVICES = new Set(ACTIONS.map((action) => action.slice(0, action.indexOf(':'))))

// Keys that keep whoever uses such an action from choosing the rights that come of it.
const GUARDS = new Set(['iam:permissionsboundary', 'iam:policyarn', 'iam:passedtoservice'])

/** Whether a statement reaches resources nobody named: `*`, or an ARN that ends in one, such as `…:role/*`. */
const isOpen = ({ Resource, NotResource }: PolicyStatement) =>
  NotResource !== undefined || textsOf(Resource).some((resource) => /(^|[:/])\*$/.test(resource))

const isGuarded = (statement: PolicyStatement) =>
  statement.Condition !== undefined && conditionsOf(statement).some(({ key }) => GUARDS.has(key.toLowerCase()))

const mayMatter = ({ Action, NotAction }: PolicyStatement) =>
  NotAction !== undefined ||
  textsOf(Action).some((pattern) => {
    const service = pattern.slice(0, pattern.indexOf(':')).toLowerCase()
    return SERVICES.has(service) || /[*?]/.test(service) || !pattern.includes(':')
  })

/** What lets a policy's holder escalate: the set of actions, and the first statement that grants one of them. */
export type Escalation = { actions: readonly string[]; statement: PolicyStatement }

/**
 * The first known escalation that one policy alone allows; null when there is none. An action counts when it is allowed on
 * resources nobody named, without a condition that limits what may be passed or attached, and is not denied outright.
 */
export function escalationOf(document: PolicyDocument | null): Escalation | null {
  const statements = statementsOf(document)
  const allowing = statements.filter(
    (one) => one.Effect === 'Allow' && mayMatter(one) && isOpen(one) && !isGuarded(one),
  )
  if (allowing.length === 0) return null
  const denying = statements.filter(
    (one) => one.Effect === 'Deny' && one.Condition === undefined && textsOf(one.Resource).includes('*'),
  )
  const grants = new Map<string, PolicyStatement>()
  for (const action of ACTIONS) {
    if (denying.some((one) => concernsAction(one, action))) continue
    const granting = allowing.find((one) => concernsAction(one, action))
    if (granting) grants.set(action, granting)
  }
  for (const actions of ESCALATIONS) {
    const statement = actions.every((action) => grants.has(action)) ? grants.get(actions[0] ?? '') : undefined
    if (statement) return { actions, statement }
  }
  return null
}
