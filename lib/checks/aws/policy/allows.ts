import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { matchesAction } from './match-action'
import { textsOf } from './statements'

/** Whether a statement is about an action, be it by naming it or by leaving it out of NotAction; its effect is not looked at. */
export function concernsAction({ Action, NotAction }: PolicyStatement, action: string): boolean {
  if (NotAction !== undefined) return !textsOf(NotAction).some((pattern) => matchesAction(pattern, action))
  return textsOf(Action).some((pattern) => matchesAction(pattern, action))
}

const isEvery = (pattern: string) => pattern === '*' || pattern === '*:*'

/** Whether a statement grants every action on every resource: the rights of an administrator, even when a condition asks more. */
export const allowsEverything = ({ Effect, Action, Resource }: PolicyStatement): boolean =>
  Effect === 'Allow' && textsOf(Action).some(isEvery) && textsOf(Resource).includes('*')
