import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checksOf } from '@/lib/checks/registry'
import { overrideEnv } from '@/lib/env'
import { CLIENTS } from '@/lib/sources/aws/clients'
import { openAws, type Tuning } from '@/lib/sources/aws/open-aws'
import type { Collector } from '@/lib/sources/collect/collector'
import { inAccount, REGION, settingsFor } from './aws-account'
import { type Asked, type FaultProxy, faultProxy, pass, type Reaction } from './fault-proxy'
import { type Moto, startMoto } from './moto'
import { ofType, readEverything, readUnit, unhurried, verdictsOf } from './read-everything'

const ACCOUNT = '666666666666'
const BUCKETS = 10
const ROLES = 11
const GROUPS = 12

let moto: Moto
let proxy: FaultProxy
const opened: Collector[] = []

const DENIED_XML =
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not authorized</Message></Error></ErrorResponse>'
const xml = (status: number, code: string, headers = {}): Reaction => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'text/xml', ...headers },
  body: `<Response><Errors><Error><Code>${code}</Code><Message>${code}</Message></Error></Errors></Response>`,
})

beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
  process.env.AWS_ACCESS_KEY_ID = 'contract'
  process.env.AWS_SECRET_ACCESS_KEY = 'contract'
  moto = await startMoto()
  proxy = await faultProxy(moto.url)
  const config = await inAccount(ACCOUNT, moto.url)
  const [s3, iam, ec2] = await Promise.all([CLIENTS.s3(config), CLIENTS.iam(config), CLIENTS.ec2(config)])
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [] })
  const place = { CreateBucketConfiguration: { LocationConstraint: REGION } as const }
  for (let n = 0; n < BUCKETS; n += 1) await s3.createBucket({ Bucket: `bucket-${n}`, ...place })
  for (let n = 0; n < ROLES; n += 1) await iam.createRole({ RoleName: `role-${n}`, AssumeRolePolicyDocument: trust })
  // The default group is one of them.
  for (let n = 1; n < GROUPS; n += 1) await ec2.createSecurityGroup({ GroupName: `group-${n}`, Description: 'one' })
}, 120_000)
afterAll(async () => {
  for (const one of opened) one.close()
  await proxy.stop()
  await moto.stop()
})
beforeEach(() => proxy.react(() => pass))

async function open(services: string[], tuning: Tuning = {}): Promise<Collector> {
  const collector = await openAws(settingsFor(ACCOUNT, proxy.url, { services }), null, tuning)
  opened.push(collector)
  return collector
}
const on = (operation: string, reaction: Reaction) => (asked: Asked) =>
  asked.operation === operation ? reaction : pass
const timesAsked = (operation: string) => proxy.asked.filter((one) => one.operation === operation).length
const scope = (service: string) => ({ account: ACCOUNT, region: service === 'ec2' ? REGION : null, service })

describe('pages', () => {
  test.each([
    ['ec2', 'DescribeSecurityGroups', 'aws.ec2.security-group', GROUPS, 3],
    ['iam', 'GetAccountAuthorizationDetails', 'aws.iam.role', ROLES, 3],
    ['s3', 'ListBuckets', 'aws.s3.bucket', BUCKETS, 4],
  ] as const)('of %s:%s are read to the last one, each once', async (service, operation, type, items, pages) => {
    proxy.react(on(operation, { kind: 'split' }))
    const unit = await readUnit(await open([service]), scope(service))
    const found = ofType([unit], type).map(({ id }) => id)
    expect(new Set(found).size).toBe(items)
    expect(found).toHaveLength(items)
    expect(timesAsked(operation)).toBe(pages)
    expect(unit.calls).toBe(proxy.asked.filter((one) => one.service === service).length)
  })

  test('a run that goes on in another process asks nothing again that it had', async () => {
    proxy.react(on('ListBuckets', { kind: 'split' }))
    const [first] = (await open(['s3'])).steps(scope('s3'))
    const begun = await first?.read(null, unhurried)
    const [other] = (await open(['s3'])).steps(scope('s3'))
    const rest = await other?.read(JSON.parse(JSON.stringify(begun?.next)), unhurried)
    expect(begun?.resources).toHaveLength(3)
    expect(rest?.resources).toHaveLength(3)
    expect(timesAsked('GetBucketPolicy')).toBe(6)
    expect(timesAsked('ListBuckets')).toBe(2)
  })

  test('past the cap nothing is read, and the list is marked incomplete', async () => {
    proxy.react(on('DescribeSecurityGroups', { kind: 'split' }))
    const unit = await readUnit(await open(['ec2'], { cap: 7 }), scope('ec2'))
    const told = unit.coverage.find(({ operation }) => operation === 'ec2:DescribeSecurityGroups')
    expect(told).toMatchObject({ items: 7, pages: 2, error: { cause: 'not_collected', code: 'ItemCap' } })
    expect(ofType([unit], 'aws.ec2.security-group')).toHaveLength(7)
  })
})

describe('refusals', () => {
  test('of everything make every check unknown, and none pass or fail', async () => {
    proxy.react(({ service, operation }) =>
      /sts/.test(service) || operation === 'DescribeRegions' ? pass : { kind: 'answer', status: 403, body: DENIED_XML },
    )
    const collector = await open([])
    const verdicts = verdictsOf(await readEverything(collector), ACCOUNT, new Date().toISOString())
    expect([...verdicts.values()].filter((verdict) => verdict !== 'unknown')).toEqual([])
    console.log(`AWS checks that are unknown when everything is refused: ${verdicts.size} of ${checksOf('aws').length}`)
  })

  test('of one question about one bucket leave the others and the other answers readable', async () => {
    proxy.react(({ operation }, before) =>
      operation === 'GetBucketPolicy' && before === 0 ? { kind: 'answer', status: 403, body: DENIED_XML } : pass,
    )
    const unit = await readUnit(await open(['s3']), scope('s3'))
    const policies = ofType([unit], 'aws.s3.bucket').map(({ facts }) => facts.policy)
    expect(policies.filter((one) => 'value' in one)).toHaveLength(BUCKETS - 1)
    expect(policies.filter((one) => 'unread' in one)).toMatchObject([
      { unread: 'denied', operation: 's3:GetBucketPolicy' },
    ])
    const told = unit.coverage.find(({ operation }) => operation === 's3:GetBucketPolicy')
    expect(told).toMatchObject({ items: BUCKETS - 1, error: { cause: 'denied', items: 1 } })
  })

  test('are named by the self-test with the action that is missing', async () => {
    proxy.react(on('GetBucketEncryption', { kind: 'answer', status: 403, body: DENIED_XML }))
    const lines = await (await open(['s3'])).selfTest(unhurried)
    const refused = lines.filter(({ answer }) => answer !== 'allowed')
    expect(refused).toMatchObject([
      { operation: 's3:GetBucketEncryption', permission: 's3:GetEncryptionConfiguration', answer: 'denied' },
    ])
    expect(timesAsked('GetBucketPolicy')).toBe(1)
  })

  test('that quote what was to be signed are not passed on', async () => {
    const body = `<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>The Canonical String was x-amz-security-token:SECRETSECRETSECRET</Message></Error></ErrorResponse>`
    proxy.react(on('GetAccountSummary', { kind: 'answer', status: 403, body }))
    const unit = await readUnit(await open(['iam']), scope('iam'))
    expect(JSON.stringify(unit)).toContain('SignatureDoesNotMatch')
    expect(JSON.stringify(unit)).not.toContain('SECRETSECRET')
  })
})

describe('throttling', () => {
  test.each(['RequestLimitExceeded', 'Throttling'])('by %s is waited out, and counted', async (code) => {
    proxy.react(({ operation }, before) => (operation === 'DescribeVpcs' && before === 0 ? xml(503, code) : pass))
    const unit = await readUnit(await open(['ec2']), scope('ec2'))
    expect(unit.coverage.filter(({ error }) => error)).toEqual([])
    expect(timesAsked('DescribeVpcs')).toBe(2)
    expect(unit.calls).toBe(proxy.asked.filter(({ service }) => service === 'ec2').length)
  })

  test('to the end is unavailable, with what the source asks us to wait', async () => {
    proxy.react(on('DescribeVpcs', xml(429, 'TooManyRequests', { 'retry-after': '1' })))
    const [step] = (await open(['ec2'])).steps(scope('ec2'))
    await expect(step?.read(null, unhurried)).rejects.toMatchObject({ unread: 'unavailable', retryAfterMs: 1000 })
    expect(timesAsked('DescribeVpcs')).toBe(3)
  })
})

describe('answers that are cut off', () => {
  const READS = [
    ['ec2', 'DescribeSecurityGroups'],
    ['iam', 'GetAccountAuthorizationDetails'],
    ['s3', 'ListBuckets'],
    ['kms', 'ListKeys'],
  ] as const
  const FRAMINGS = ['length', 'chunked', 'close'] as const
  const cases = READS.flatMap(([service, operation]) => FRAMINGS.map((framing) => ({ service, operation, framing })))

  test.each(cases)(
    '$service:$operation by $framing are unavailable, never a shorter list',
    async ({ service, operation, framing }) => {
      proxy.react(on(operation, { kind: 'cut', framing }))
      const region = service === 'kms' || service === 'ec2' ? REGION : null
      const unit = await readUnit(await open([service]), { account: ACCOUNT, region, service })
      const told = unit.coverage.find((one) => one.operation === `${service}:${operation}`)
      expect(told).toMatchObject({ items: 0, error: { cause: 'unavailable' } })
    },
  )
})

describe('a region that hangs', () => {
  test('ends when it is told to, at once', async () => {
    proxy.react(({ service }) => (service === 'ec2' ? { kind: 'silence' } : pass))
    const [step] = (await open(['ec2'])).steps(scope('ec2'))
    const ending = new AbortController()
    const reading = step?.read(null, { ...unhurried, signal: ending.signal })
    await expect.poll(() => timesAsked('DescribeVpcs')).toBe(1)
    const began = performance.now()
    ending.abort(new Error('the deadline'))
    await expect(reading).rejects.toThrow('the deadline')
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('is given up by itself when no answer comes', async () => {
    proxy.react(({ service }) => (service === 'ec2' ? { kind: 'silence' } : pass))
    const [step] = (await open(['ec2'], { answerMs: 200 })).steps(scope('ec2'))
    await expect(step?.read(null, unhurried)).rejects.toMatchObject({ unread: 'unavailable', code: 'ETIMEDOUT' })
  })
})
