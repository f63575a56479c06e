import type { Check } from '../frame/check'
import { cloudtrailKmsEncrypted } from './cloudtrail-kms-encrypted/check'
import { cloudtrailLogFileValidation } from './cloudtrail-log-file-validation/check'
import { cloudtrailMultiRegionLogging } from './cloudtrail-multi-region-logging/check'
import { configRecorderAllRegions } from './config-recorder-all-regions/check'
import { configRulesCompliantRatio } from './config-rules-compliant-ratio/check'
import { guarddutyEnabledAllRegions } from './guardduty-enabled-all-regions/check'
import { guarddutyNoHighFindings } from './guardduty-no-high-findings/check'
import { organizationsScpDenyPresent } from './organizations-scp-deny-present/check'
import { securityhubEnabled } from './securityhub-enabled/check'

export const WATCH_CHECKS: readonly Check[] = [
  cloudtrailMultiRegionLogging,
  cloudtrailLogFileValidation,
  cloudtrailKmsEncrypted,
  guarddutyEnabledAllRegions,
  guarddutyNoHighFindings,
  securityhubEnabled,
  configRecorderAllRegions,
  configRulesCompliantRatio,
  organizationsScpDenyPresent,
]
