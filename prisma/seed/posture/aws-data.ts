import type { PolicyDocument } from '@/lib/model/facts/aws-policy'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Reading } from '@/lib/model/resource'
import { ails, daysBefore, hexOf, resource, type Scene } from './scene'

const arn = ({ account }: Scene, service: string, region: string, what: string) =>
  `arn:aws:${service}:${region}:${account}:${what}`

const REFUSED = { unread: 'denied', operation: 's3:GetBucketPolicy', detail: 'AccessDenied: explicit deny' } as const

const tlsOnly = (bucket: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucket, `${bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
})

/** One bucket refuses its policy even to readers: what it says stays unknown. */
function policyOf(scene: Scene, name: string, kind: string): Reading<PolicyDocument | null> {
  if (name === scene.apps[0] && kind === 'archive') return REFUSED
  const lacks = kind === 'exports' && ails(scene, `${name} without TLS`, '##.')
  return { value: lacks ? null : tlsOnly(`arn:aws:s3:::${scene.slug}-${name}-${kind}`) }
}

/** Buckets of every app, in the first region. */
export const awsBuckets = (scene: Scene): AnyResource[] =>
  scene.apps.flatMap((app) =>
    ['archive', 'exports', 'uploads'].map((kind) => {
      const name = `${scene.slug}-${app}-${kind}`
      const isOwnKey = !(kind === 'uploads' && ails(scene, `${app} uploads key`, '###'))
      const isShut = !(kind === 'exports' && app === scene.apps[3] && ails(scene, 'open exports', '#.#'))
      return resource(
        'aws.s3.bucket',
        `arn:aws:s3:::${name}`,
        { account: scene.account, region: scene.regions[0], name },
        {
          encryption: {
            value: {
              algorithm: isOwnKey ? 'aws:kms' : 'AES256',
              kmsKey: isOwnKey ? keyArn(scene, scene.regions[0], app) : null,
            },
          },
          block: {
            value: {
              blockPublicAcls: isShut,
              ignorePublicAcls: true,
              blockPublicPolicy: isShut,
              restrictPublicBuckets: true,
            },
          },
          policy: policyOf(scene, app, kind),
          versioning: { value: kind === 'archive' ? 'Enabled' : null },
        },
      )
    }),
  )

/** The account's own block, which is missing until somebody turns it on. */
export const awsAccountBlock = (scene: Scene): AnyResource[] => {
  const on = { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true }
  const block = ails(scene, 'no account block', '##.') ? null : on
  return [resource('aws.s3.account-block', scene.account, { account: scene.account, region: null }, { block })]
}

const keyArn = (scene: Scene, region: string, app: string) =>
  arn(scene, 'kms', region, `key/${hexOf(scene, `key ${region} ${app}`, 12)}`)

function keys(scene: Scene, region: string): AnyResource[] {
  const own: PolicyDocument = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${scene.account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  }
  const description = {
    manager: 'CUSTOMER',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    state: 'Enabled',
    origin: 'AWS_KMS',
  }
  return scene.apps.slice(0, 5).map((app, n) =>
    resource(
      'aws.kms.key',
      keyArn(scene, region, app),
      { account: scene.account, region, name: `${app} data` },
      {
        description: { value: description },
        rotation: { value: !(n > 2 && ails(scene, `${app} key rotation ${region}`, n === 3 ? '###' : '##.')) },
        policy: { value: own },
      },
    ),
  )
}

function databases(scene: Scene, region: string): AnyResource[] {
  const where = { account: scene.account, region }
  return scene.apps.slice(0, 4).map((app, n) => {
    const facts = {
      engine: n % 2 === 0 ? 'postgres' : 'aurora-mysql',
      encrypted: !(
        n === 3 && ails(scene, `${app} plain database ${region}`, region === scene.regions[0] ? '#..' : '###')
      ),
      publiclyAccessible: n === 2 && region === scene.regions[1] && ails(scene, `${app} public database`, '.##'),
      cluster: null,
    }
    return resource('aws.rds.instance', arn(scene, 'rds', region, `db:${app}`), { ...where, name: app }, facts)
  })
}

const secrets = (scene: Scene, region: string): AnyResource[] =>
  scene.apps.map((app, n) => {
    const isStill = n % 3 === 1 && ails(scene, `${app} secret ${region}`, n === 1 ? '#..' : '###')
    const id = arn(
      scene,
      'secretsmanager',
      region,
      `secret:${app}/database-${hexOf(scene, `secret ${region} ${app}`, 6)}`,
    )
    return resource(
      'aws.secretsmanager.secret',
      id,
      { account: scene.account, region, name: `${app}/database` },
      {
        rotationEnabled: isStill ? null : true,
        rotationDays: isStill ? null : 30,
        lastRotatedAt: isStill ? null : daysBefore(scene, 9),
        owningService: null,
      },
    )
  })

const certificates = (scene: Scene, region: string): AnyResource[] =>
  scene.apps.slice(0, 3).map((app, n) => {
    const left = n === 1 && ails(scene, `${app} certificate ${region}`, '..#') ? 11 : 190 - n * 40
    const description = {
      status: 'ISSUED',
      notAfter: daysBefore(scene, -left),
      inUse: true,
      renewal: 'PENDING_VALIDATION',
    }
    const id = arn(scene, 'acm', region, `certificate/${hexOf(scene, `certificate ${region} ${app}`, 12)}`)
    const name = `${app}.${scene.slug}.example`
    return resource(
      'aws.acm.certificate',
      id,
      { account: scene.account, region, name },
      { description: { value: description } },
    )
  })

/** What is stored in one region and with which keys, by the service that says so. */
export const awsData = (scene: Scene, region: string) => ({
  acm: certificates(scene, region),
  kms: keys(scene, region),
  rds: databases(scene, region),
  secretsmanager: secrets(scene, region),
})
