import type { Organizations } from '@aws-sdk/client-organizations'
import type { Step } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import { type Asker, present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { detailStep } from '../detail-step'
import { onceStep } from '../once-step'
import { ordered } from '../ordered'
import { policyDocument } from '../policy-document'
import { codeOf } from '../source-answer'

const ORGANIZATION = 'organizations:DescribeOrganization'
const DOCUMENT = 'organizations:DescribePolicy'
const TARGETS = 'organizations:ListTargetsForPolicy'

const isNotInUse = (error: unknown): boolean => /^AWSOrganizationsNotInUse/.test(codeOf(error))

/** The organization of an account that is in one. */
export const organization = (unit: AwsUnit): Step =>
  onceStep({
    operation: ORGANIZATION,
    async read(asker) {
      const client = await unit.client('organizations')
      const found = await asker.pageOrAbsent(
        isNotInUse,
        ORGANIZATION,
        (options) => client.describeOrganization({}, options),
        (answer) => present(answer.Organization, ORGANIZATION),
      )
      if (found === null) return []
      const facts = { managementAccount: found.MasterAccountId ?? '', featureSet: found.FeatureSet ?? '' }
      const id = found.Arn ?? found.Id ?? unit.account
      return [resource(unit, { type: 'aws.organizations.organization', id, name: found.Id, region: null, facts })]
    },
  })

type Key = { id: string; arn: string; name: string; awsManaged: boolean }
type Options = { abortSignal: AbortSignal }

/** Service control policies with what they say and whom they are attached to. */
export const serviceControlPolicies = (unit: AwsUnit): Step =>
  detailStep<Key>(unit, {
    operation: 'organizations:ListPolicies',
    details: [DOCUMENT, TARGETS],
    atOnce: 2,
    ask: async (NextToken, options) => {
      const client = await unit.client('organizations')
      // Some servers list policies of an organization that there is not.
      if (NextToken === undefined && !(await isInUse(client, options))) return { items: [], next: undefined }
      const answer = await client.listPolicies({ Filter: 'SERVICE_CONTROL_POLICY', NextToken, MaxResults: 20 }, options)
      const items = answer.Policies?.map(({ Id = '', Arn = '', Name = '', AwsManaged = false }) => ({
        id: Id,
        arn: Arn,
        name: Name,
        awsManaged: AwsManaged,
      }))
      return { items, next: answer.NextToken, $metadata: answer.$metadata }
    },
    read: async ({ id, arn, name, awsManaged }, asker) => {
      const [document, targets] = await Promise.all([documentOf(unit, id, asker), targetsOf(unit, id, asker)])
      if (document === 'gone') return []
      const facts = { awsManaged, document: 'value' in document ? document.value : null, targets }
      return [resource(unit, { type: 'aws.organizations.scp', id: arn, name, region: null, facts })]
    },
  })

const isInUse = (client: Organizations, options: Options): Promise<boolean> =>
  client.describeOrganization({}, options).then(
    () => true,
    (error: unknown) => {
      if (isNotInUse(error)) return false
      throw error
    },
  )

async function documentOf(unit: AwsUnit, PolicyId: string, asker: Asker) {
  const client = await unit.client('organizations')
  return asker.item(
    DOCUMENT,
    (options) => client.describePolicy({ PolicyId }, options),
    ({ Policy }) => policyDocument(present(Policy?.Content, DOCUMENT)),
  )
}

async function targetsOf(unit: AwsUnit, PolicyId: string, asker: Asker): Promise<string[]> {
  const client = await unit.client('organizations')
  const found: (string | undefined)[] = []
  let NextToken: string | undefined
  try {
    do {
      const ask = { PolicyId, NextToken, MaxResults: 20 }
      const answer = await asker.page(TARGETS, (options) => client.listTargetsForPolicy(ask, options))
      const targets = present(answer.Targets, TARGETS)
      asker.count(TARGETS, targets.length)
      found.push(...targets.map(({ TargetId }) => TargetId))
      NextToken = answer.NextToken || undefined
    } while (NextToken !== undefined)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    asker.incomplete(TARGETS, { cause: error.unread, code: error.code, message: error.message })
  }
  return ordered(found)
}
