import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { seededRandom } from '../random'
import { ails, daysBefore, resource, type Scene } from './scene'

const arn = ({ account }: Scene, what: string) => `arn:aws:iam::${account}:${what}`
const at = ({ account }: Scene, name: string) => ({ account, region: null, name })
const allowing = (...Statement: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement })

/** People who still sign in to the account itself, and machines that still hold keys of it. */
const PEOPLE = ['a.berg', 'd.osei', 'k.tanaka', 'l.moreau', 'm.silva', 'p.novak', 'r.haas', 's.ito'] as const
const MACHINES = ['backup-job', 'legacy-batch', 'metrics-export', 'partner-sftp', 'report-mailer'] as const

function credential(scene: Scene, name: string, isPerson: boolean): AnyResource {
  const random = seededRandom(`${scene.slug} credential ${name}`)
  const [age, idle] = [random.int(10, 60), random.int(0, 20)]
  const old = ails(scene, `${name} old key`, name === 'backup-job' ? '##.' : '###')
  const key = {
    active: true,
    lastRotatedAt: daysBefore(scene, old ? 200 + age : age),
    lastUsedAt: daysBefore(scene, ails(scene, `${name} idle key`, '.##') && name === 'partner-sftp' ? 80 : idle),
  }
  const lacksMfa = name === 'p.novak' || name === 's.ito' || name === 'd.osei'
  const facts = {
    root: false,
    passwordEnabled: isPerson,
    passwordLastUsedAt: isPerson ? daysBefore(scene, idle) : null,
    mfaActive: isPerson && !(lacksMfa && ails(scene, `${name} without MFA`, name === 'd.osei' ? '#..' : '###')),
    keys: !isPerson && (name === 'legacy-batch' || ails(scene, `${name} keeps a key`, '###')) ? [key] : [],
  }
  return resource('aws.iam.credential', arn(scene, `user/${name}`), at(scene, name), facts)
}

const users = (scene: Scene): AnyResource[] =>
  [...PEOPLE, ...MACHINES].flatMap((name) => {
    const isPerson = name.includes('.')
    const facts = { attachedPolicies: [], inlinePolicies: [], groups: isPerson ? ['engineers'] : ['machines'] }
    return [
      resource('aws.iam.user', arn(scene, `user/${name}`), at(scene, name), facts),
      credential(scene, name, isPerson),
    ]
  })

/** Tasks of the cluster and of ECS assume roles of their own; each reads and writes what is its app's. */
const appRoles = (scene: Scene): AnyResource[] =>
  scene.apps.flatMap((app, n) => {
    const trust = allowing({
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
    })
    const Resource = [`arn:aws:s3:::${scene.slug}-${app}/*`]
    const own = allowing({ Sid: 'OwnData', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource })
    const escalates = n === 2 && ails(scene, `${app} may pass any role`, '###')
    const wide = allowing({
      Effect: 'Allow',
      Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
      Resource: '*',
    })
    const policy = arn(scene, `policy/${app}`)
    const attached = {
      attachedPolicies: [policy],
      inlinePolicies: escalates ? [{ name: 'deploy', document: wide }] : [],
    }
    const role = { path: '/apps/', serviceLinked: false, trust, ...attached }
    return [
      resource('aws.iam.role', arn(scene, `role/apps/${app}`), at(scene, app), role),
      resource('aws.iam.policy', policy, at(scene, app), { awsManaged: false, attachments: 1, document: own }),
    ]
  })

function roles(scene: Scene): AnyResource[] {
  const role = (name: string, statement: PolicyStatement, attachedPolicies: string[] = []) =>
    resource('aws.iam.role', arn(scene, `role/${name}`), at(scene, name), {
      path: '/',
      serviceLinked: name.startsWith('AWSServiceRole'),
      trust: allowing(statement),
      attachedPolicies,
      inlinePolicies: [],
    })
  const assume = { Effect: 'Allow', Action: 'sts:AssumeRole' } as const
  const partner = { ...assume, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }
  const guarded = { ...partner, Condition: { StringEquals: { 'sts:ExternalId': `${scene.slug}-monitoring` } } }
  const GITHUB = 'token.actions.githubusercontent.com'
  const anyBranch = ails(scene, 'pipeline of any repository', '##.')
  const pipeline: PolicyStatement = {
    Effect: 'Allow',
    Principal: { Federated: arn(scene, `oidc-provider/${GITHUB}`) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
      ...(anyBranch ? {} : { StringLike: { [`${GITHUB}:sub`]: `repo:${scene.slug}/platform:environment:production` } }),
    },
  }
  const support = ails(scene, 'support role with everything', '###') ? [arn(scene, 'policy/support-all')] : []
  return [
    role('pipeline', pipeline),
    role('monitoring-partner', ails(scene, 'partner without external id', '#.#') ? partner : guarded),
    role('support', { ...assume, Principal: { AWS: arn(scene, 'root') } }, support),
    ...['ElasticLoadBalancing', 'RDS', 'Support', 'TrustedAdvisor'].map((name) =>
      role(`AWSServiceRoleFor${name}`, { ...assume, Principal: { Service: `${name.toLowerCase()}.amazonaws.com` } }),
    ),
    resource('aws.iam.policy', arn(scene, 'policy/support-all'), at(scene, 'support-all'), {
      awsManaged: false,
      attachments: support.length,
      document: allowing({ Effect: 'Allow', Action: '*', Resource: '*' }),
    }),
  ]
}

/** What an account has once. */
function account(scene: Scene): AnyResource[] {
  const once = at(scene, scene.account)
  const isWeak = ails(scene, 'short passwords', '##.')
  const policy = { minimumLength: isWeak ? 8 : 16, reusePrevention: 24, maxAgeDays: null }
  const rootUsed = daysBefore(scene, ails(scene, 'root in use', '.##') ? 12 : 400)
  const root = { root: true, passwordEnabled: null, passwordLastUsedAt: rootUsed, mfaActive: true, keys: [] }
  return [
    resource('aws.iam.account-summary', scene.account, once, { rootMfaEnabled: true, rootAccessKeys: 0 }),
    resource('aws.iam.password-policy', scene.account, once, { policy }),
    resource('aws.iam.credential', arn(scene, 'root'), at(scene, '<root_account>'), root),
    resource('aws.iam.saml-provider', arn(scene, 'saml-provider/workforce'), at(scene, 'workforce'), {
      createdAt: '2024-02-05T08:00:00.000Z',
    }),
    ...['engineers', 'machines'].map((name) =>
      resource('aws.iam.group', arn(scene, `group/${name}`), at(scene, name), {
        attachedPolicies: [],
        inlinePolicies: [],
      }),
    ),
  ]
}

/** Identities of the account: what IAM says. */
export const awsIdentity = (scene: Scene): AnyResource[] => [
  ...account(scene),
  ...users(scene),
  ...appRoles(scene),
  ...roles(scene),
]

/** The account owns the organization; the policies it limits its members with are not let be read. */
export const awsOrganization = (scene: Scene): AnyResource[] => [
  resource('aws.organizations.organization', 'o-synthetic', at(scene, 'o-synthetic'), {
    managementAccount: scene.account,
    featureSet: 'ALL',
  }),
]
