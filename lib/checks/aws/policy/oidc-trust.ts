import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { conditionsOn, demandsValue } from './conditions'
import { principalsOf } from './principals'

const MARK = ':oidc-provider/'

/** The OIDC providers a trust statement lets in, without the scheme, as condition keys begin with them. */
export const oidcProvidersOf = (statement: PolicyStatement): string[] =>
  statement.Effect !== 'Allow'
    ? []
    : principalsOf(statement).flatMap(({ kind, value }) => {
        const at = kind === 'Federated' ? value.indexOf(MARK) : -1
        return at < 0 ? [] : [value.slice(at + MARK.length)]
      })

/**
 * Whether a subject pattern names one thing. Subjects are made of parts between colons, the thing itself being the second
 * (`repo:OWNER/NAME:…`) or, in Kubernetes, the namespace (`system:serviceaccount:NAMESPACE:…`). A wildcard may stand only
 * behind it and only in the last part: `repo:owner/name:*` pins a repository, `repo:owner/*` and `*` do not.
 */
function namesOneSubject(pattern: string): boolean {
  const parts = pattern.split(':')
  const thing = parts[0] === 'system' ? 2 : 1
  return parts.every((part, at) => !/[*?]/.test(part) || (at > thing && at === parts.length - 1))
}

type Pinned = (value: string) => boolean

/** What is missing of the conditions that pin whom of one provider a statement lets in; null when nothing is. */
export function missingPin(statement: PolicyStatement, provider: string): string | null {
  const isPinned = (claim: string, pinned: Pinned) =>
    conditionsOn(statement, `${provider}:${claim}`).some(
      (one) => demandsValue(one) && one.values.length > 0 && one.values.every((value) => !isLike(one) || pinned(value)),
    )
  if (!isPinned('aud', (value) => !/[*?]/.test(value))) return 'an audience'
  return isPinned('sub', namesOneSubject) ? null : 'one subject'
}

// Only the Like operators read * and ? as wildcards.
const isLike = ({ operator }: { operator: string }) => /Like$/i.test(operator)
