import type { AnyResource } from '@/lib/model/facts/fact-types'
import { ails, hexOf, resource, type Scene } from './scene'

const RULES = [
  'cloudtrail-enabled',
  'ec2-imdsv2-check',
  'encrypted-volumes',
  'iam-policy-no-statements-with-admin-access',
  'rds-snapshots-public-prohibited',
  'restricted-ssh',
  's3-bucket-versioning-enabled',
  'vpc-flow-logs-enabled',
] as const

const BROKEN: readonly string[] = ['ec2-imdsv2-check', 'iam-policy-no-statements-with-admin-access']

function trail(scene: Scene): AnyResource {
  const [home] = scene.regions
  return resource(
    'aws.cloudtrail.trail',
    `arn:aws:cloudtrail:${home}:${scene.account}:trail/organization`,
    { account: scene.account, region: home, name: 'organization' },
    {
      homeRegion: home,
      multiRegion: true,
      organization: true,
      logFileValidation: !ails(scene, 'trail without digests', '#..'),
      kmsKey: ails(scene, 'trail without key', '###') ? null : `arn:aws:kms:${home}:${scene.account}:key/trail`,
      logging: { value: true },
      managementEvents: { value: 'All' },
    },
  )
}

function detections(scene: Scene, region: string): AnyResource[] {
  const where = { account: scene.account, region }
  const isOpen = region === scene.regions[0] && ails(scene, 'stolen credentials used', '.##')
  const found = resource(
    'aws.guardduty.finding',
    hexOf(scene, `guardduty ${region}`, 32),
    { ...where, name: 'Credentials of an instance role are used from outside' },
    {
      severity: 8,
      kind: 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
      resourceType: 'AccessKey',
      archived: false,
    },
  )
  return [
    resource('aws.guardduty.detector', hexOf(scene, `detector ${region}`, 32), where, { status: { value: 'ENABLED' } }),
    ...(isOpen ? [found] : []),
  ]
}

/** What watches one region, by the service that says so. */
export const awsWatch = (scene: Scene, region: string) => {
  const where = { account: scene.account, region }
  const isHome = region === scene.regions[0]
  const lacks = (what: string, pattern: '###' | '##.' | '#..') => !isHome && ails(scene, `${what} ${region}`, pattern)
  const once = (what: string) => `arn:aws:${what}:${region}:${scene.account}`
  const shared = resource('aws.accessanalyzer.finding', hexOf(scene, `shared ${region}`, 16), where, {
    status: 'ACTIVE',
    kind: 'ExternalAccess',
    resource: `arn:aws:s3:::${scene.slug}-${scene.apps[3] ?? 'app'}-exports`,
    resourceType: 'AWS::S3::Bucket',
  })
  return {
    accessanalyzer: [
      resource('aws.accessanalyzer.analyzer', `${once('access-analyzer')}:analyzer/organization`, where, {
        status: 'ACTIVE',
        kind: 'ORGANIZATION',
      }),
      ...(isHome && ails(scene, 'open exports', '#.#') ? [shared] : []),
    ],
    cloudtrail: isHome ? [trail(scene)] : [],
    config: [
      ...(lacks('recorder', '##.')
        ? []
        : [
            resource('aws.config.recorder', `default-${region}`, where, {
              recording: { value: true },
              allSupported: true,
            }),
          ]),
      ...RULES.map((rule) =>
        resource(
          'aws.config.rule',
          `${once('config')}:config-rule/${rule}`,
          { ...where, name: rule },
          {
            compliance:
              BROKEN.includes(rule) && ails(scene, `${rule} ${region}`, '###') ? 'NON_COMPLIANT' : 'COMPLIANT',
          },
        ),
      ),
    ],
    guardduty: detections(scene, region),
    securityhub: lacks('hub', '#..')
      ? []
      : [
          resource('aws.securityhub.hub', `${once('securityhub')}:hub/default`, where, {
            subscribedAt: '2025-03-04T09:00:00.000Z',
          }),
        ],
    sso: [],
  }
}
