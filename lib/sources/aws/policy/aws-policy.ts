import { type AwsService, isAwsService } from '../service'
import { cloudFormation } from './cloud-formation'
import { type Granted, permissionsPolicy, trustPolicy } from './policy-documents'
import { terraform } from './terraform'

export const POLICY_FORMATS = ['json', 'cloudformation', 'terraform'] as const
export type PolicyFormat = (typeof POLICY_FORMATS)[number]

type PolicyWanted = {
  /** The name that keeps others from having Proofline read this account (sts:ExternalId). */
  externalId: string
  /** Who may assume the role: the ARN Proofline runs as, or its account's number. */
  principal: string
  /** Only what these services need; empty or absent for all. */
  services?: readonly string[]
  /** The role of that name in each member account is to be assumed too, for the organization's management account. */
  memberRole?: string | null
}

const WRITERS: Readonly<Record<PolicyFormat, (granted: Granted) => string>> = {
  json: ({ trust, permissions }) =>
    `${JSON.stringify({ trustPolicy: trust, permissionsPolicy: permissions }, null, 2)}\n`,
  cloudformation: cloudFormation,
  terraform,
}

/**
 * The role to be made in an account so that Proofline can read it: who may assume it, and exactly the actions of the
 * operations that are asked. JSON holds both documents by name, CloudFormation and Terraform make the role. The same input
 * gives the same bytes.
 */
export function awsPolicy(
  format: PolicyFormat,
  { externalId, principal, services = [], memberRole }: PolicyWanted,
): string {
  const wanted: AwsService[] = services.filter(isAwsService)
  return WRITERS[format]({
    trust: trustPolicy(principal, externalId),
    permissions: permissionsPolicy(wanted, memberRole ?? null),
  })
}
