import type { PolicyDocument } from '@/lib/model/facts/aws-policy'
import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { ScopeFacts } from '../../frame/scope-facts'

type Principal = ResourceOf<'aws.iam.user'> | ResourceOf<'aws.iam.group'> | ResourceOf<'aws.iam.role'>

/** What grants rights: a managed policy that is attached, or a user, group or role with policies of its own. */
export type Grantor = ResourceOf<'aws.iam.policy'> | Principal

/** A policy's name and document; the document is null where the reply lacks it. */
export type GrantedPolicy = { name: string; document: PolicyDocument | null }

/** Everything in the account that grants rights; unattached policies and principals without inline ones do not. */
export const grantorsIn = (facts: ScopeFacts): Grantor[] => [
  ...facts.of('aws.iam.policy').filter((policy) => policy.facts.attachments > 0),
  ...[...facts.of('aws.iam.user'), ...facts.of('aws.iam.group'), ...facts.of('aws.iam.role')].filter(
    (principal) => principal.facts.inlinePolicies.length > 0,
  ),
]

/** The policies by which a grantor grants. */
export const policiesOf = (grantor: Grantor): readonly GrantedPolicy[] =>
  grantor.type === 'aws.iam.policy'
    ? [{ name: grantor.name, document: grantor.facts.document }]
    : grantor.facts.inlinePolicies

const NOUNS = { 'aws.iam.policy': 'Policy', 'aws.iam.user': 'User', 'aws.iam.group': 'Group', 'aws.iam.role': 'Role' }

/** `Role deploy`, for the sentence of a finding. */
export const nameOf = ({ type, name }: Grantor): string => `${NOUNS[type]} ${name}`
