import { resourceOf } from '@/lib/testing/facts-of'
import type { Kind, Spot } from './kind'

export const WATCH: readonly Kind[] = [
  {
    perMille: 30,
    make: (n, spot) =>
      resourceOf(
        'aws.guardduty.finding',
        `finding-${n}`,
        {
          severity: spot.random.int(1, 8),
          kind: 'Recon:EC2/PortProbeUnprotectedPort',
          resourceType: 'Instance',
          archived: n % 3 !== 0,
        },
        spot,
      ),
  },
  {
    perMille: 29,
    make: (n, spot) =>
      resourceOf('aws.config.rule', `rule-${n}`, { compliance: n % 9 === 0 ? 'NON_COMPLIANT' : 'COMPLIANT' }, spot),
  },
]

/** What each region of an account has once. */
export const watchOf = (spot: Spot) => [
  resourceOf('aws.guardduty.detector', `detector-${spot.region}`, { status: { value: 'ENABLED' } }, spot),
  resourceOf('aws.securityhub.hub', `hub-${spot.region}`, { subscribedAt: '2025-01-01T00:00:00.000Z' }, spot),
  resourceOf(
    'aws.config.recorder',
    `recorder-${spot.region}`,
    { recording: { value: true }, allSupported: true },
    spot,
  ),
  resourceOf('aws.ec2.ebs-settings', spot.region, { encryptionByDefault: true }, spot),
  resourceOf('aws.accessanalyzer.analyzer', `analyzer-${spot.region}`, { status: 'ACTIVE', kind: 'ACCOUNT' }, spot),
  resourceOf(
    'aws.cloudtrail.trail',
    `trail-${spot.region}`,
    {
      homeRegion: spot.region,
      multiRegion: false,
      organization: false,
      logFileValidation: true,
      kmsKey: null,
      logging: { value: true },
      managementEvents: { value: 'All' },
    },
    spot,
  ),
]
