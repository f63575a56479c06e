import { S3 } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAwsProvider } from '@/lib/cli/terraform'
import { overrideEnv } from '@/lib/env'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { liveFact } from '@/lib/services/live-kinds'
import { openAws } from '@/lib/sources/aws/open-aws'
import { inAccount, settingsFor } from './aws-account'
import { type Moto, startMoto } from './moto'
import { readEverything } from './read-everything'
import { AWS_CODE, DOUBTFUL, OUTSIDE, STRONG, WEAK } from './terraform-code'
import { verdictsOf, type Workspace, workspace } from './terraform-workspace'

/** Where moto puts what is asked with a plain access key. */
const ACCOUNT = '123456789012'
/** The provider takes half a minute to start where the machine is busy. */
const PATIENCE_MS = 300_000
const NOTHING = '999999999999'

let moto: Moto
let code: Workspace

beforeAll(async () => {
  const found = await findAwsProvider()
  if ('absent' in found) throw new Error(found.absent)
  overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
  process.env.AWS_ACCESS_KEY_ID = 'contract'
  process.env.AWS_SECRET_ACCESS_KEY = 'contract'
  moto = await startMoto()
  code = await workspace(found.plugins)
  for (const [name, text] of Object.entries(AWS_CODE(moto.url))) await code.write(name, text)
  await code.write('main.tf', WEAK)
  await code.init()
}, PATIENCE_MS)
afterAll(async () => {
  await code.remove()
  await moto.stop()
})

const planned = async (text: string) => {
  await code.write('main.tf', text)
  return code.plan()
}

describe('a plan with the AWS provider', () => {
  test.each([
    ['what is open', WEAK, 'fail'],
    ['what is closed, by reference, key, module and input', STRONG, 'pass'],
    ['what nobody can know before apply', DOUBTFUL, 'unknown'],
    ['something else', OUTSIDE, 'not_applicable'],
  ])('of %s', { timeout: PATIENCE_MS }, async (_, text, verdict) => {
    expect(verdictsOf(await planned(text))).toMatchObject({
      tf_plan_no_public_bucket: verdict,
      tf_plan_encryption_set: verdict,
      tf_plan_sg_no_world: verdict,
    })
  })
})

describe('what was applied', () => {
  let live: AnyResource[]
  const read = async (account: string) => {
    const collector = await openAws(settingsFor(account, moto.url, { services: ['s3', 'ec2'] }), null)
    try {
      const units = await readEverything(collector)
      return units.flatMap(({ resources }) => resources).flatMap((one) => liveFact(one, 'contract', null) ?? [])
    } finally {
      collector.close()
    }
  }

  beforeAll(async () => {
    await code.write('main.tf', STRONG)
    await code.apply()
    live = await read(ACCOUNT)
  }, PATIENCE_MS)

  test('goes by the same names live and in the state: all of it is held', { timeout: PATIENCE_MS }, async () => {
    expect(new Set(live.map(({ facts }) => (facts as { kind: string }).kind))).toEqual(
      new Set(['S3 bucket', 'security group']),
    )
    expect(verdictsOf(await code.state(), live).tf_drift_ratio).toBe('pass')
  })

  test('is judged the same by a plan that changes nothing, now that every value is known', {
    timeout: PATIENCE_MS,
  }, async () => {
    const again = await code.plan()
    expect(JSON.stringify(again.resources)).not.toContain('known only after apply')
    expect(verdictsOf(again, live)).toMatchObject({
      tf_plan_no_public_bucket: 'pass',
      tf_plan_encryption_set: 'pass',
      tf_plan_sg_no_world: 'pass',
      tf_drift_ratio: 'pass',
    })
  })

  test('beside what was made by hand is drift; without a cloud it is unknown, with an empty one it does not apply', {
    timeout: PATIENCE_MS,
  }, async () => {
    const s3 = new S3({ ...(await inAccount(ACCOUNT, moto.url)), forcePathStyle: true })
    for (let n = 0; n < live.length; n += 1)
      await s3.createBucket({
        Bucket: `by-hand-${n}`,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      })
    const state = await code.state()
    expect(verdictsOf(state, await read(ACCOUNT)).tf_drift_ratio).toBe('fail')
    expect(verdictsOf(state).tf_drift_ratio).toBe('unknown')
    expect(verdictsOf(state, await read(NOTHING)).tf_drift_ratio).toBe('not_applicable')
  })
})
