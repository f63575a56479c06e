import type { ResourceOf } from '@/lib/model/facts/fact-types'
import { bestOf } from '../../frame/best-of'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, undecided } from '../../frame/judge'
import { CHANGES } from '../operations'

type Bucket = ResourceOf<'terraform.bucket'>
type Block = ResourceOf<'terraform.public-access-block'>

const SETTINGS = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'] as const

/** A block of which nobody can tell yet whose it is might be anyone's. */
export const planNoPublicBucket: Check = {
  id: 'tf_plan_no_public_bucket',
  provider: 'terraform',
  title: 'Planned S3 bucket can be made public',
  asserts: 'Every planned bucket has a public access block beside it with all four settings on.',
  risk: 'A later policy or ACL puts the objects of the bucket on the internet, and no code stands in the way.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['POL-05', 'DAT-04'],
  weak: [],
  feeds: [
    { capability: 'POL-05', stage: 2, atLeast: 1 },
    { capability: 'DAT-04', stage: 1, atLeast: 1 },
  ],
  operations: [CHANGES],
  permissions: ['terraform show -json'],
  remediation: {
    text: 'Add a public access block for the bucket with all four settings on.',
    commands: [
      {
        tool: 'terraform',
        code: 'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = aws_s3_bucket.this.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: ['CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56'].map((id) => ({ product: 'checkov', id })),
  provenBy: 'server',
  evaluate: (facts) => {
    const blocks = facts.of('terraform.public-access-block')
    const stray = blocks.some((one) => 'unread' in one.facts.of)
    const byAddress = Map.groupBy(blocks, ({ facts: { of } }) => ('address' in of ? of.address : ''))
    const byName = Map.groupBy(blocks, ({ facts: { of } }) => ('bucket' in of ? of.bucket : ''))
    return evaluatePopulation({
      items: facts.of('terraform.bucket'),
      gaps: facts.gaps([CHANGES]),
      judge: (bucket) => {
        const { bucket: name } = bucket.facts
        const named = 'value' in name && name.value !== null ? (byName.get(name.value) ?? []) : []
        const own = [...(byAddress.get(bucket.id) ?? []), ...named]
        const judged = own.map((block) => judgeBlock(bucket, block))
        if (stray) judged.push(undecided('not_collected', CHANGES))
        return bestOf(judged, missing(bucket))
      },
    })
  },
}

const missing = ({ id }: Bucket): Judgement =>
  fail(`${id} has no public access block in the plan; one with all four settings on was expected.`)

function judgeBlock({ id }: Bucket, { id: block, facts }: Block): Judgement {
  const off = SETTINGS.filter((setting) => 'value' in facts[setting] && !facts[setting].value)
  if (off.length > 0)
    return fail(`${id} is covered by ${block}, which leaves settings off; all four were expected on.`, { block, off })
  return SETTINGS.every((setting) => 'value' in facts[setting]) ? pass : undecided('not_collected', CHANGES)
}
