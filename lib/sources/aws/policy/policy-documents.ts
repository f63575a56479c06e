import { OPERATIONS } from '../operations'
import { type AwsService, prefixOf } from '../service'

export const ROLE_NAME = 'proofline-reader'

type Statement = {
  Sid?: string
  Effect: 'Allow'
  Principal?: { AWS: string }
  Action: string | string[]
  Resource?: string
  Condition?: { StringEquals: Record<string, string> }
}
export type Document = { Version: '2012-10-17'; Statement: Statement[] }
export type Granted = { trust: Document; permissions: Document }

/** Which regions there are is asked whatever is read. */
const ALWAYS = 'ec2:DescribeRegions'
const MEMBERS = 'organizations:ListAccounts'

/** The IAM actions of all operations of these services, in order; of every service when none is named. */
export function actionsFor(services: readonly AwsService[]): string[] {
  const isWanted = (operation: string) =>
    operation !== MEMBERS &&
    (operation === ALWAYS || services.length === 0 || services.some((one) => operation.startsWith(`${prefixOf(one)}:`)))
  const actions = Object.entries(OPERATIONS).flatMap(([operation, needed]) => (isWanted(operation) ? needed : []))
  return [...new Set<string>(actions)].sort()
}

/** Read-only, and none of it reads data. Nothing here can be narrowed to resources: lists have none. */
export function permissionsPolicy(services: readonly AwsService[], memberRole: string | null): Document {
  const read: Statement = { Sid: 'ReadPosture', Effect: 'Allow', Action: actionsFor(services), Resource: '*' }
  if (memberRole === null) return { Version: '2012-10-17', Statement: [read] }
  const list: Statement = { Sid: 'ListAccounts', Effect: 'Allow', Action: OPERATIONS[MEMBERS][0], Resource: '*' }
  const assume: Statement = {
    Sid: 'ReadMemberAccounts',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: `arn:*:iam::*:role/${memberRole}`,
  }
  return { Version: '2012-10-17', Statement: [read, list, assume] }
}

export const trustPolicy = (principal: string, externalId: string): Document => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    },
  ],
})
