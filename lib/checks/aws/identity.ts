import type { Check } from '../frame/check'
import { accessanalyzerEnabled } from './accessanalyzer-enabled/check'
import { accessanalyzerNoActiveFindings } from './accessanalyzer-no-active-findings/check'
import { iamAccessKeyRotation90d } from './iam-access-key-rotation-90d/check'
import { iamAccessKeyUnused45d } from './iam-access-key-unused-45d/check'
import { iamFederationInUse } from './iam-federation-in-use/check'
import { iamNoAdminWildcardPolicy } from './iam-no-admin-wildcard-policy/check'
import { iamOidcTrustSubPinned } from './iam-oidc-trust-sub-pinned/check'
import { iamPasswordPolicyStrong } from './iam-password-policy-strong/check'
import { iamPolicyNoPrivilegeEscalation } from './iam-policy-no-privilege-escalation/check'
import { iamRoleTrustExternalId } from './iam-role-trust-external-id/check'
import { iamRootAccessKeyAbsent } from './iam-root-access-key-absent/check'
import { iamRootMfaEnabled } from './iam-root-mfa-enabled/check'
import { iamRootUsage90d } from './iam-root-usage-90d/check'
import { iamStaticKeyRatio } from './iam-static-key-ratio/check'
import { iamUserConsoleMfa } from './iam-user-console-mfa/check'

/** Who may sign in to an AWS account and what they may do. */
export const IDENTITY_CHECKS: readonly Check[] = [
  iamRootMfaEnabled,
  iamRootAccessKeyAbsent,
  iamRootUsage90d,
  iamUserConsoleMfa,
  iamAccessKeyRotation90d,
  iamAccessKeyUnused45d,
  iamStaticKeyRatio,
  iamPasswordPolicyStrong,
  iamNoAdminWildcardPolicy,
  iamPolicyNoPrivilegeEscalation,
  iamRoleTrustExternalId,
  iamOidcTrustSubPinned,
  iamFederationInUse,
  accessanalyzerEnabled,
  accessanalyzerNoActiveFindings,
]
