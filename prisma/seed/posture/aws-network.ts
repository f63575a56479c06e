import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { ails, hexOf, resource, type Scene } from './scene'

const WORLD = ['0.0.0.0/0']
const ZONES = ['a', 'b', 'c'] as const
const MODERN = 'ELBSecurityPolicy-TLS13-1-2-2021-06'
const OLD = 'ELBSecurityPolicy-2016-08'

const rule = (port: number | null, told: Partial<SecurityGroupRule>): SecurityGroupRule => ({
  protocol: port === null ? '-1' : 'tcp',
  fromPort: port,
  toPort: port,
  cidrs: [],
  groups: [],
  prefixLists: [],
  ...told,
})

const arn = ({ account }: Scene, service: string, region: string, what: string) =>
  `arn:aws:${service}:${region}:${account}:${what}`

/** Two networks a region: one that apps run in, one for what serves them. */
const vpcs = (scene: Scene, region: string) =>
  ['apps', 'shared'].map((name, n) => ({
    name,
    id: `vpc-${hexOf(scene, `vpc ${region} ${name}`)}`,
    cidr: `10.${region.length + n * 16}.0.0/16`,
  }))

function network(scene: Scene, region: string): AnyResource[] {
  const where = { account: scene.account, region }
  return vpcs(scene, region).flatMap(({ id: vpcId, name, cidr }) => {
    const isUnwatched =
      name === 'shared' && ails(scene, `no flow log ${region}`, region === scene.regions[0] ? '##.' : '###')
    const isDefaultOpen = name === 'shared' && ails(scene, `default group ${region}`, '###')
    const open = isDefaultOpen ? [rule(null, { cidrs: WORLD })] : []
    const group = `sg-${hexOf(scene, `default ${region} ${name}`)}`
    const log = `fl-${hexOf(scene, `flow ${region} ${name}`)}`
    return [
      resource('aws.ec2.vpc', vpcId, where, { isDefault: false, cidrs: [cidr] }),
      resource(
        'aws.ec2.security-group',
        group,
        { ...where, name: 'default' },
        { vpcId, isDefault: true, ingress: [], egress: open },
      ),
      ...(isUnwatched
        ? []
        : [resource('aws.ec2.flow-log', log, where, { resourceId: vpcId, status: 'ACTIVE', traffic: 'ALL' })]),
      ...ZONES.map((zone) => {
        const gives = zone === 'a' && name === 'shared' && ails(scene, `public subnet ${region}`, '###')
        const id = `subnet-${hexOf(scene, `subnet ${region} ${name} ${zone}`)}`
        return resource('aws.ec2.subnet', id, where, { vpcId, mapPublicIpOnLaunch: gives })
      }),
    ]
  })
}

/** The group of an app: its callers by group, and what the story has wrong with it. */
function ingressOf(scene: Scene, region: string, app: string, n: number): SecurityGroupRule[] {
  const caller = scene.apps[(n + 1) % scene.apps.length] ?? app
  const groups = [`sg-${hexOf(scene, `sg ${region} ${caller}`)}`]
  const rules = [rule(8443, { groups })]
  if (n === 0) rules.push(rule(443, { cidrs: WORLD }))
  if (n === 1 && ails(scene, `${app} SSH ${region}`, region === scene.regions[0] ? '##.' : '###'))
    rules.push(rule(22, { cidrs: WORLD }))
  if (n === 3 && region === scene.regions[1] && ails(scene, `${app} all ports`, '..#'))
    rules.push(rule(null, { cidrs: WORLD }))
  if (n > 3 && ails(scene, `${app} ranges ${region}`, '###')) rules.push(rule(5432, { cidrs: ['10.0.0.0/8'] }))
  return rules
}

function workloads(scene: Scene, region: string): AnyResource[] {
  const where = { account: scene.account, region }
  const vpcId = vpcs(scene, region)[0]?.id ?? null
  return scene.apps.flatMap((app, n) => {
    const isPlain = n === 4 && ails(scene, `${app} plain volume ${region}`, region === scene.regions[0] ? '#..' : '###')
    const facts = {
      vpcId,
      isDefault: false,
      ingress: ingressOf(scene, region, app, n),
      egress: [rule(443, { cidrs: WORLD })],
    }
    return [
      resource('aws.ec2.security-group', `sg-${hexOf(scene, `sg ${region} ${app}`)}`, { ...where, name: app }, facts),
      ...[1, 2].map((disk) =>
        resource('aws.ec2.volume', `vol-${hexOf(scene, `volume ${region} ${app} ${disk}`, 12)}`, where, {
          encrypted: !(isPlain && disk === 1),
          state: 'in-use',
        }),
      ),
    ]
  })
}

function balancers(scene: Scene, region: string): AnyResource[] {
  const where = { account: scene.account, region }
  const policy = (name: string, protocols: string[]) => resource('aws.elbv2.ssl-policy', name, where, { protocols })
  return [
    policy(MODERN, ['TLSv1.2', 'TLSv1.3']),
    policy(OLD, ['TLSv1', 'TLSv1.1', 'TLSv1.2']),
    ...scene.apps.slice(0, 3).flatMap((app, n) => {
      const place = `app/${app}/${hexOf(scene, `lb ${region} ${app}`, 16)}`
      const loadBalancer = arn(scene, 'elasticloadbalancing', region, `loadbalancer/${place}`)
      const sslPolicy =
        n === 1 && ails(scene, `${app} old TLS ${region}`, region === scene.regions[0] ? '#.#' : '##.') ? OLD : MODERN
      const id = arn(
        scene,
        'elasticloadbalancing',
        region,
        `listener/${place}/${hexOf(scene, `listener ${region} ${app}`, 16)}`,
      )
      const listener = { loadBalancer, protocol: 'HTTPS', port: 443, sslPolicy }
      const scheme = n === 0 ? 'internet-facing' : 'internal'
      return [
        resource('aws.elbv2.load-balancer', loadBalancer, { ...where, name: app }, { kind: 'application', scheme }),
        resource('aws.elbv2.listener', id, { ...where, name: `${app}:443` }, listener),
      ]
    }),
  ]
}

/** What runs in one region and how it is reached, by the service that says so. */
export const awsNetwork = (scene: Scene, region: string): Record<'ec2' | 'elbv2', AnyResource[]> => ({
  ec2: [
    ...network(scene, region),
    ...workloads(scene, region),
    resource(
      'aws.ec2.ebs-settings',
      region,
      { account: scene.account, region },
      {
        encryptionByDefault: !(region === scene.regions[1] && ails(scene, 'no EBS default', '###')),
      },
    ),
  ],
  elbv2: balancers(scene, region),
})
