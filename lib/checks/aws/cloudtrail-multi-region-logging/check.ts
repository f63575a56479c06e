import type { ResourceOf } from '@/lib/model/facts/fact-types'
import { bestOf } from '../../frame/best-of'
import type { Check } from '../../frame/check'
import { evaluateExistence } from '../../frame/evaluate-existence'
import { fail, type Judgement, pass } from '../../frame/judge'
import { judgeField, judgeReading } from '../../frame/judge-reading'
import { accountPlace } from '../places'

const TRAILS = 'cloudtrail:DescribeTrails'

const judgeTrail = ({ name, facts }: ResourceOf<'aws.cloudtrail.trail'>): Judgement =>
  judgeField(facts.multiRegion, TRAILS, (multiRegion) => {
    if (!multiRegion) return fail(`${name} records ${facts.homeRegion} only`)
    return judgeReading(facts.logging, (logging) => {
      if (!logging) return fail(`${name} is stopped`)
      return judgeReading(facts.managementEvents, (events) =>
        events === 'All'
          ? pass
          : fail(`${name} records ${events === null ? 'no' : `${events} of the`} management events`),
      )
    })
  })

/** One trail that records every region and all management events is enough for an account. */
export const cloudtrailMultiRegionLogging: Check = {
  id: 'aws_cloudtrail_multi_region_logging',
  provider: 'aws',
  title: 'No trail records all regions of the account',
  asserts: 'A multi-region trail of the account is logging and records all management events.',
  risk: 'Acts in a region without a trail leave no record: an intruder works there unseen, and nothing can be reconstructed.',
  severity: 'high',
  kind: 'exists',
  threshold: 1,
  capabilities: ['MON-01'],
  weak: [],
  feeds: [
    { capability: 'MON-01', stage: 1, atLeast: 0.5 },
    { capability: 'MON-01', stage: 2, atLeast: 0.95 },
    { capability: 'MON-01', stage: 3, atLeast: 0.99 },
  ],
  operations: [TRAILS, 'cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors'],
  permissions: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors'],
  remediation: {
    text: 'Create one multi-region trail, for the whole organization where there is one, and start its logging.',
    commands: [
      {
        tool: 'aws',
        code: 'aws cloudtrail create-trail --name TRAIL --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation\naws cloudtrail start-logging --name TRAIL',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_cloudtrail" "all" {\n  name                       = "TRAIL"\n  s3_bucket_name             = "BUCKET"\n  is_multi_region_trail      = true\n  enable_log_file_validation = true\n}',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'cloudtrail_multi_region_enabled' }],
  provenBy: 'server',
  evaluate: (facts) => {
    const trails = facts.of('aws.cloudtrail.trail').map(judgeTrail)
    const lacking = trails.flatMap((one) => (one.is === 'fail' ? one.message : []))
    return evaluateExistence({
      places: [accountPlace(facts)],
      gaps: facts.gaps([TRAILS]),
      judge: ({ name }) => {
        const none = fail(`Account ${name} has no logging multi-region trail with all management events.`, { lacking })
        const best = bestOf(trails, none)
        return best.is === 'fail' ? none : best
      },
    })
  },
}
