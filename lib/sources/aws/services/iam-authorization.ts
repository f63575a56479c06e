import type { GetAccountAuthorizationDetailsCommandOutput, ManagedPolicyDetail } from '@aws-sdk/client-iam'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { ordered, orderedBy } from '../ordered'
import { policyDocument } from '../policy-document'
import { unreadable } from '../unreadable'

const OPERATION = 'iam:GetAccountAuthorizationDetails'
const SERVICE_LINKED = '/aws-service-role/'

type Unit = Pick<AwsUnit, 'account'>
type Attached = { PolicyArn?: string | undefined }[]
type Output = GetAccountAuthorizationDetailsCommandOutput

/** Users, groups, roles and policies with everything that is attached to them: one list instead of a call for each. */
export const authorizationDetails = (unit: AwsUnit): Step =>
  listStep<AnyResource>(unit, {
    operation: OPERATION,
    toResource: (one) => one,
    ask: async (token, options) => {
      const iam = await unit.client('iam')
      const answer = await iam.getAccountAuthorizationDetails(
        {
          MaxItems: unit.sizes.page(1000),
          Marker: token,
          Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'],
        },
        options,
      )
      return {
        items: principals(unit, answer),
        next: answer.IsTruncated ? answer.Marker : undefined,
        $metadata: answer.$metadata,
      }
    },
  })

/** Undefined where none of the four lists is in the answer. */
function principals(unit: Unit, answer: Output): AnyResource[] | undefined {
  const lists = [answer.UserDetailList, answer.GroupDetailList, answer.RoleDetailList, answer.Policies]
  if (lists.every((list) => list === undefined)) return undefined
  return [...users(unit, answer), ...groups(unit, answer), ...roles(unit, answer), ...policies(unit, answer)]
}

const users = (unit: Unit, { UserDetailList = [] }: Output): AnyResource[] =>
  UserDetailList.map((user) =>
    resource(unit, {
      type: 'aws.iam.user',
      id: user.Arn ?? '',
      name: user.UserName,
      region: null,
      facts: {
        attachedPolicies: arns(user.AttachedManagedPolicies),
        inlinePolicies: inline(user.UserPolicyList),
        groups: ordered(user.GroupList),
      },
    }),
  )

const groups = (unit: Unit, { GroupDetailList = [] }: Output): AnyResource[] =>
  GroupDetailList.map((group) =>
    resource(unit, {
      type: 'aws.iam.group',
      id: group.Arn ?? '',
      name: group.GroupName,
      region: null,
      facts: {
        attachedPolicies: arns(group.AttachedManagedPolicies),
        inlinePolicies: inline(group.GroupPolicyList),
      },
    }),
  )

const roles = (unit: Unit, { RoleDetailList = [] }: Output): AnyResource[] =>
  RoleDetailList.map((role) =>
    resource(unit, {
      type: 'aws.iam.role',
      id: role.Arn ?? '',
      name: role.RoleName,
      region: null,
      facts: {
        path: role.Path ?? '/',
        serviceLinked: role.Path?.startsWith(SERVICE_LINKED) ?? false,
        trust: policyDocument(role.AssumeRolePolicyDocument),
        attachedPolicies: arns(role.AttachedManagedPolicies),
        inlinePolicies: inline(role.RolePolicyList),
      },
    }),
  )

/** The account's own, and of AWS's those that somebody has: it lists a thousand more. */
const policies = (unit: Unit, { Policies = [] }: Output): AnyResource[] =>
  Policies.filter((policy) => !isAwsManaged(policy) || (policy.AttachmentCount ?? 0) > 0).map((policy) =>
    resource(unit, {
      type: 'aws.iam.policy',
      id: policy.Arn ?? '',
      name: policy.PolicyName,
      region: null,
      facts: {
        awsManaged: isAwsManaged(policy),
        attachments: policy.AttachmentCount ?? 0,
        document: policyDocument(policy.PolicyVersionList?.find((one) => one.IsDefaultVersion)?.Document),
      },
    }),
  )

const isAwsManaged = ({ Arn }: ManagedPolicyDetail): boolean => /^arn:[\w-]+:iam::aws:/.test(Arn ?? '')

const arns = (attached: Attached | undefined): string[] => ordered(attached?.map(({ PolicyArn }) => PolicyArn))

/** IAM takes no document that is not in its grammar; were one unreadable, nothing could be said of its owner. */
const inline = (list: { PolicyName?: string | undefined; PolicyDocument?: string | undefined }[] = []) =>
  orderedBy(
    list.map(({ PolicyName = '', PolicyDocument }) => ({
      name: PolicyName,
      document: policyDocument(PolicyDocument) ?? unreadable(OPERATION),
    })),
    ({ name }) => name,
  )
