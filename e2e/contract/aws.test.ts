import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checksOf } from '@/lib/checks/registry'
import { overrideEnv } from '@/lib/env'
import { VERDICTS, type Verdict } from '@/lib/model/verdict'
import { openAws } from '@/lib/sources/aws/open-aws'
import { settingsFor } from './aws-account'
import { type Moto, startMoto } from './moto'
import { ofType, type ReadUnit, readEverything, verdictsOf } from './read-everything'
import { seedStrong } from './seed-strong'
import { seedWeak } from './seed-weak'

const WEAK = '111111111111'
const STRONG = '222222222222'
const EMPTY = '333333333333'
const YEARS_MS = 30 * 365 * 86_400_000
/** moto has no root row in its credential report, and lacks the operations of the others. */
const NOT_SHOWN = [
  'aws_iam_root_usage_90d',
  'aws_accessanalyzer_enabled',
  'aws_accessanalyzer_no_active_findings',
  'aws_guardduty_no_high_findings',
  'aws_config_rules_compliant_ratio',
]

let moto: Moto
let weak: ReadUnit[]
let strong: ReadUnit[]
let empty: ReadUnit[]

async function read(account: string): Promise<ReadUnit[]> {
  const collector = await openAws(settingsFor(account, moto.url), null)
  try {
    return await readEverything(collector)
  } finally {
    collector.close()
  }
}

beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
  process.env.AWS_ACCESS_KEY_ID = 'contract'
  process.env.AWS_SECRET_ACCESS_KEY = 'contract'
  moto = await startMoto()
  await seedWeak(WEAK, moto.url)
  await seedStrong(STRONG, moto.url)
  weak = await read(WEAK)
  strong = await read(STRONG)
  empty = await read(EMPTY)
}, 240_000)
afterAll(() => moto.stop())

describe('facts of a seeded account', () => {
  test('are of every type that moto can show', () => {
    const types = new Set<string>([...weak, ...strong].flatMap(({ resources }) => resources.map(({ type }) => type)))
    const shown = ['aws.iam.group', 'aws.iam.saml-provider', 'aws.rds.cluster']
    // Operations that moto lacks.
    const lacking = [
      'aws.accessanalyzer.analyzer',
      'aws.accessanalyzer.finding',
      'aws.config.rule',
      'aws.guardduty.finding',
    ]
    expect(types.size).toBe(34)
    for (const type of [...shown, ...lacking]) expect([type, types.has(type)]).toEqual([type, shown.includes(type)])
  })

  test('are the same when they are read again', async () => {
    const facts = (units: ReadUnit[]) => units.map(({ resources, coverage }) => ({ resources, coverage }))
    expect(facts(await read(STRONG))).toEqual(facts(strong))
  })

  test('hold no secret that was stored in the account', () => {
    expect(JSON.stringify([weak, strong])).not.toContain('never-to-be-read')
  })

  test('tell what S3 says in so many words from what it does not say', () => {
    expect(ofType(strong, 'aws.s3.bucket')).toMatchObject([
      {
        id: `arn:aws:s3:::kept-${STRONG}`,
        region: 'eu-west-1',
        facts: {
          encryption: { value: { algorithm: 'aws:kms', kmsKey: 'alias/reports' } },
          block: { value: { blockPublicAcls: true, restrictPublicBuckets: true } },
          policy: { value: { Statement: [{ Effect: 'Deny' }] } },
          versioning: { value: 'Enabled' },
        },
      },
    ])
    const nothing = { value: null }
    expect(ofType(weak, 'aws.s3.bucket')).toMatchObject([
      { facts: { encryption: nothing, block: nothing, policy: nothing, versioning: nothing } },
    ])
    expect(ofType(weak, 'aws.s3.account-block')).toMatchObject([{ id: WEAK, facts: { block: null } }])
  })

  test('tell an operation the server lacks from an empty list', () => {
    const told = new Map(empty.flatMap(({ coverage }) => coverage).map((one) => [one.operation, one]))
    expect(told.get('accessanalyzer:ListAnalyzers')?.error).toMatchObject({ cause: 'unsupported' })
    expect(told.get('config:DescribeComplianceByConfigRule')?.error).toMatchObject({ cause: 'unsupported' })
    expect(told.get('rds:DescribeDBInstances')).toEqual({
      operation: 'rds:DescribeDBInstances',
      pages: 1,
      items: 0,
      error: null,
    })
    expect(told.get('securityhub:DescribeHub')).toMatchObject({ items: 0, error: null })
  })
})

describe('verdicts over what was read', () => {
  const now = () => new Date().toISOString()
  const verdicts = () => ({
    weak: verdictsOf(weak, WEAK, now()),
    strong: verdictsOf(strong, STRONG, now()),
    empty: verdictsOf(empty, EMPTY, now()),
    'years later': verdictsOf(weak, WEAK, new Date(Date.now() + YEARS_MS).toISOString()),
  })

  test('show each verdict for as many checks as moto can', () => {
    const seen = new Map<Verdict, Set<string>>(VERDICTS.map((verdict) => [verdict, new Set()]))
    for (const told of Object.values(verdicts())) for (const [id, verdict] of told) seen.get(verdict)?.add(id)
    const counts = Object.fromEntries([...seen].map(([verdict, ids]) => [verdict, ids.size]))
    console.log(`AWS checks exercised on moto, of ${checksOf('aws').length}: ${JSON.stringify(counts)}`)
    const never = (verdict: Verdict) => checksOf('aws').flatMap(({ id }) => (seen.get(verdict)?.has(id) ? [] : [id]))
    expect(new Set(never('pass'))).toEqual(new Set(['aws_iam_root_mfa_enabled', ...NOT_SHOWN]))
    expect(new Set(never('fail'))).toEqual(
      new Set(['aws_iam_root_access_key_absent', 'aws_iam_federation_in_use', ...NOT_SHOWN]),
    )
  })
})
