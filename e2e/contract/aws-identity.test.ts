import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import type { AwsSettings } from '@/lib/model/connection'
import { CLIENTS } from '@/lib/sources/aws/clients'
import { openAws } from '@/lib/sources/aws/open-aws'
import { inAccount, REGION, roleOf, settingsFor } from './aws-account'
import { type FaultProxy, faultProxy, pass } from './fault-proxy'
import { type Moto, startMoto } from './moto'
import { ofType, readEverything, unhurried } from './read-everything'

const HUB = '444444444444'
const OWN = '555555555555'
const folder = mkdtempSync(join(tmpdir(), 'aws-identity-'))
const tokenFile = join(folder, 'token')

let moto: Moto
let proxy: FaultProxy

beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
  process.env.AWS_ACCESS_KEY_ID = 'contract'
  process.env.AWS_SECRET_ACCESS_KEY = 'contract'
  moto = await startMoto()
  proxy = await faultProxy(moto.url)
  const { privateKey } = await generateKeyPair('RS256')
  const token = new SignJWT({}).setProtectedHeader({ alg: 'RS256' }).setAudience('sts.amazonaws.com').setSubject('pod')
  writeFileSync(tokenFile, await token.setIssuer('https://oidc.example.org').setExpirationTime('15m').sign(privateKey))
}, 120_000)
afterAll(async () => {
  await proxy.stop()
  await moto.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  proxy.react(() => pass)
  delete process.env.AWS_WEB_IDENTITY_TOKEN_FILE
  delete process.env.AWS_ROLE_ARN
})

async function planned(settings: Partial<AwsSettings>, secret: string | null = null) {
  const collector = await openAws(settingsFor(OWN, proxy.url, { services: ['s3'], ...settings }), secret)
  try {
    return await collector.plan(unhurried)
  } finally {
    collector.close()
  }
}

const stsCalls = () => proxy.asked.filter(({ service }) => service === 'sts' || service === '')

describe('who a connection asks as', () => {
  test('a role is assumed once, with the external id, for all that is asked', async () => {
    const collector = await openAws(settingsFor(OWN, proxy.url, { services: ['ec2', 'kms', 'rds', 's3'] }), null)
    await readEverything(collector)
    collector.close()
    const assumed = proxy.asked.filter(({ operation }) => operation === 'AssumeRole')
    expect(assumed.map(({ parameters }) => parameters.get('RoleArn'))).toEqual([roleOf(OWN)])
    expect(assumed[0]?.parameters.get('ExternalId')).toBe('contract-7f3a')
  })

  test('a web identity becomes the hub role, and that assumes the role', async () => {
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = tokenFile
    process.env.AWS_ROLE_ARN = roleOf(HUB)
    expect(await planned({ credentials: 'web-identity' })).toEqual([{ account: OWN, region: null, service: 's3' }])
    expect(stsCalls().map(({ operation, parameters }) => [operation, parameters.get('RoleArn')])).toEqual([
      ['AssumeRoleWithWebIdentity', roleOf(HUB)],
      ['AssumeRole', roleOf(OWN)],
      ['GetCallerIdentity', null],
    ])
  })

  test('a web identity without a hub role becomes the role itself', async () => {
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = tokenFile
    expect(await planned({ credentials: 'web-identity' })).toMatchObject([{ account: OWN }])
    expect(stsCalls()[0]?.parameters.get('RoleArn')).toBe(roleOf(OWN))
  })

  test('without a web identity on the machine nothing is asked', async () => {
    await expect(planned({ credentials: 'web-identity' })).rejects.toThrow('AWS_WEB_IDENTITY_TOKEN_FILE')
    expect(proxy.asked).toEqual([])
  })

  test('the machine asks as itself, or as the keys that were stored', async () => {
    const [ambient] = await planned({ credentials: 'ambient' })
    expect(ambient?.account).toMatch(/^\d{12}$/)
    const keys = { accessKeyId: 'stored', secretAccessKey: 'stored-secret' }
    expect(await planned({ credentials: 'keys' }, JSON.stringify(keys))).toHaveLength(1)
    expect(stsCalls().map(({ operation }) => operation)).toEqual(['GetCallerIdentity', 'GetCallerIdentity'])
  })

  test.each(['', 'stored-secret', '{"accessKeyId":"stored-secret"}'])(
    'stored keys of %j are refused unseen',
    async (text) => {
      const refused = await planned({ credentials: 'keys' }, text).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'invalid' })
      expect(JSON.stringify(refused) + String(refused)).not.toContain('stored-secret')
    },
  )

  test('a role that may not be assumed is denied, in one line and asked for once', async () => {
    const body =
      '<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>'
    proxy.react(({ operation }) => (operation === 'AssumeRole' ? { kind: 'answer', status: 403, body } : pass))
    await expect(planned({})).rejects.toMatchObject({ unread: 'denied', code: 'AccessDenied' })
    expect(stsCalls().map(({ operation }) => operation)).toEqual(['AssumeRole'])
  })
})

describe('several accounts', () => {
  test('of an organization are read through a role of that name in each', async () => {
    const config = await inAccount(OWN, moto.url)
    const organizations = await CLIENTS.organizations(config)
    await organizations.createOrganization({ FeatureSet: 'ALL' })
    const made = await organizations.createAccount({ AccountName: 'payments', Email: 'payments@example.org' })
    const member = made.CreateAccountStatus?.AccountId ?? ''
    const s3 = await CLIENTS.s3(await inAccount(member, moto.url))
    await s3.createBucket({ Bucket: 'payments', CreateBucketConfiguration: { LocationConstraint: REGION } })

    const collector = await openAws(
      settingsFor(OWN, proxy.url, { services: ['s3', 'ec2'], memberRole: 'reader' }),
      null,
    )
    const units = await readEverything(collector)
    collector.close()
    expect(new Set(units.map(({ account }) => account))).toEqual(new Set([OWN, member]))
    expect(ofType(units, 'aws.s3.bucket')).toMatchObject([{ account: member, name: 'payments' }])
    const assumed = proxy.asked
      .filter(({ operation }) => operation === 'AssumeRole')
      .map(({ parameters }) => parameters)
    expect(assumed.map((one) => [one.get('RoleArn'), one.get('ExternalId')])).toEqual([
      [roleOf(OWN), 'contract-7f3a'],
      [`arn:aws:iam::${member}:role/reader`, 'contract-7f3a'],
    ])
  })

  test('every region that is enabled is planned when none is named', async () => {
    const units = await planned({ regions: [], services: ['kms', 'iam'] })
    expect(units.filter(({ service }) => service === 'kms').length).toBeGreaterThan(10)
    expect(units.filter(({ service }) => service === 'iam')).toEqual([{ account: OWN, region: null, service: 'iam' }])
  })
})

describe('what may not be asked', () => {
  test('a service that is not read is named before anything is asked', async () => {
    await expect(planned({ services: ['lambda'] })).rejects.toThrow('no service called lambda')
  })

  test('an endpoint within is refused unless the operator allows it', async () => {
    overrideEnv({ outboundAllow: [] })
    try {
      await expect(planned({})).rejects.toMatchObject({ code: 'invalid' })
    } finally {
      overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
    }
    expect(proxy.asked).toEqual([])
  })
})
