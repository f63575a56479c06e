import type { Instant } from '@/lib/model/instant'
import type { PolicyDocument } from './aws-policy'

type InlinePolicy = { name: string; document: PolicyDocument }

/** IAM and what stands beside it. Singletons have the account's number as id. */
export type AwsIamFacts = {
  /** GetAccountSummary; null where the reply lacks the field. */
  'aws.iam.account-summary': { rootMfaEnabled: boolean | null; rootAccessKeys: number | null }
  /** GetAccountPasswordPolicy; `policy` null when the account has none. */
  'aws.iam.password-policy': {
    policy: { minimumLength: number | null; reusePrevention: number | null; maxAgeDays: number | null } | null
  }
  /** One row of the credential report; id is the ARN. Null is what the report gives as N/A or leaves out. */
  'aws.iam.credential': {
    root: boolean
    passwordEnabled: boolean | null
    passwordLastUsedAt: Instant | null
    mfaActive: boolean | null
    keys: readonly { active: boolean; lastRotatedAt: Instant | null; lastUsedAt: Instant | null }[]
  }
  /** GetAccountAuthorizationDetails. */
  'aws.iam.user': {
    attachedPolicies: readonly string[]
    inlinePolicies: readonly InlinePolicy[]
    groups: readonly string[]
  }
  'aws.iam.group': { attachedPolicies: readonly string[]; inlinePolicies: readonly InlinePolicy[] }
  'aws.iam.role': {
    path: string
    /** Made by a service for itself: nobody can change it. */
    serviceLinked: boolean
    trust: PolicyDocument | null
    attachedPolicies: readonly string[]
    inlinePolicies: readonly InlinePolicy[]
  }
  /** A managed policy with the document of its default version; null when the reply lacks it. */
  'aws.iam.policy': { awsManaged: boolean; attachments: number; document: PolicyDocument | null }
  'aws.iam.saml-provider': { createdAt: Instant | null }
  'aws.iam.oidc-provider': { url: string }
  'aws.sso.instance': { status: string }
  'aws.accessanalyzer.analyzer': { status: string; kind: string }
  'aws.accessanalyzer.finding': { status: string; kind: string; resource: string; resourceType: string }
  /** The organization, when the account is in one. */
  'aws.organizations.organization': { managementAccount: string; featureSet: string }
  'aws.organizations.scp': { awsManaged: boolean; document: PolicyDocument | null; targets: readonly string[] }
}
