import type { Reading } from '@/lib/model/resource'

export type AwsWatchFacts = {
  'aws.cloudtrail.trail': {
    homeRegion: string
    multiRegion: boolean | null
    organization: boolean | null
    logFileValidation: boolean | null
    kmsKey: string | null
    logging: Reading<boolean>
    /** Which management events it records; a null value when it records none. */
    managementEvents: Reading<'All' | 'ReadOnly' | 'WriteOnly' | null>
  }
  'aws.guardduty.detector': { status: Reading<string> }
  'aws.guardduty.finding': { severity: number; kind: string; resourceType: string; archived: boolean }
  /** There is one where Security Hub is on. */
  'aws.securityhub.hub': { subscribedAt: string | null }
  'aws.config.recorder': { recording: Reading<boolean>; allSupported: boolean | null }
  'aws.config.rule': { compliance: string | null }
}
