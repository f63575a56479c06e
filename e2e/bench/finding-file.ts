import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const RULES = [
  's3_bucket_kms_encryption',
  'iam_user_mfa_enabled_console_access',
  'ec2_ebs_volume_encryption',
  'other_rule',
]
const FACTS = 'The resource does not hold what the rule asserts; see the remediation for the commands that mend it. '

/** An OCSF file of so many failing detections, about 2 KB each, as a scanner of clouds writes them. */
export const writeFindings = (path: string, count: number): Promise<void> =>
  pipeline(Readable.from(parts(count)), createWriteStream(path))

function* parts(count: number): Generator<string> {
  yield '['
  for (let at = 0; at < count; at += 1) yield `${at === 0 ? '' : ','}${JSON.stringify(detection(at))}`
  yield ']'
}

function detection(at: number) {
  const rule = RULES[at % RULES.length] ?? 'other_rule'
  const account = String(100_000_000_000 + (at % 40))
  const uid = `arn:aws:s3:::bucket-${at}`
  return {
    class_uid: 2004,
    category_uid: 2,
    activity_id: 1,
    type_uid: 200_401,
    time: 1_763_000_000 + at,
    time_dt: '2026-11-20T06:00:00',
    severity_id: 2 + (at % 4),
    status_id: 1,
    status: 'New',
    status_code: 'FAIL',
    status_detail: `Bucket bucket-${at} is not as it should be.`,
    message: `Bucket bucket-${at} is not as it should be.`,
    metadata: {
      event_code: rule,
      version: '1.4.0',
      product: { name: 'Prowler', uid: 'prowler', vendor_name: 'Prowler', version: '5.46.0' },
      profiles: ['cloud', 'datetime'],
    },
    finding_info: {
      uid: `finding-${at}`,
      title: `Assertion of ${rule}`,
      desc: FACTS.repeat(2),
      types: ['Data Protection'],
    },
    cloud: { provider: 'aws', region: 'eu-west-1', account: { uid: account, name: account, type: 'AWS Account' } },
    resources: [
      {
        uid,
        name: `bucket-${at}`,
        type: 'AwsS3Bucket',
        region: 'eu-west-1',
        data: { details: '', metadata: { arn: uid } },
      },
    ],
    remediation: { desc: FACTS, references: ['https://docs.example.org/fix'] },
    risk_details: FACTS.repeat(4),
    unmapped: {
      compliance: { 'NIST-800-53-Revision-5': ['ac_3', 'sc_13'], 'PCI-4.0': ['3.5.1'], 'CIS-3.0': ['2.1.1'] },
    },
  }
}
