import type { HandedIn } from '@/lib/services/record-snapshot'
import { awsAccount } from './aws-account'
import { clusterParts } from './cluster'
import { PLATFORM } from './cluster-workloads'
import { scannerFile } from './scanner-file'
import type { Company, ConnectionStory, Scene } from './scene'

/** What somebody of the story did about the open finding of a check. */
export type FindingAct = { check: string; comment: string; accept: { reason: string; days: number } | null }

export type FindingFile = { at: Date; fileName: string; text: string }

/** What a company's sources say of it, and what its people did about it. */
export type PostureStory = {
  connections: readonly ConnectionStory[]
  files: readonly FindingFile[]
  acts: readonly FindingAct[]
}

const DAY_MS = 86_400_000
/**
 * Days before the day of loading: what is shown of a source has to be recent, whenever somebody looks at the demo. The
 * company is as it was in the first of the three scenes when it was read before; for months in between nobody looked.
 */
const READ = [
  { daysAgo: 326, reading: 0 },
  { daysAgo: 236, reading: 0 },
  { daysAgo: 94, reading: 0 },
  { daysAgo: 24, reading: 1 },
  { daysAgo: 1, reading: 2 },
] as const

const COMPANIES: readonly Company[] = [
  {
    slug: 'meridian-health',
    account: '111122223333',
    cluster: 'payments-production',
    regions: ['eu-central-1', 'eu-west-1'],
    apps: [
      'checkout',
      'ledger',
      'card-vault',
      'patient-billing',
      'claims-intake',
      'statements',
      'refunds',
      'reporting',
    ],
    laxity: 0.5,
    admits: [
      'standing administrator',
      'patient-billing all ports',
      'card-vault public database',
      'partner without external id',
    ],
  },
  {
    slug: 'corvid-payments',
    account: '123456789012',
    cluster: 'cards-production',
    regions: ['eu-west-1', 'eu-west-2'],
    apps: ['authorisation', 'clearing', 'tokenisation', 'settlement', 'disputes', 'merchant-portal', 'fraud-scores'],
    laxity: 0.08,
    admits: ['standing administrator', 'short passwords', 'operator may do everything'],
  },
]

const ACTS: readonly FindingAct[] = [
  {
    check: 'k8s_rbac_cluster_admin_bindings',
    comment: 'Access on request is being rolled out; until then the people on call need this.',
    accept: { reason: 'Break-glass for the people on call until access on request is live.', days: 90 },
  },
  {
    check: 'aws_ec2_sg_no_ingress_any_all_ports',
    comment: 'Opened during an incident; closing it this week.',
    accept: null,
  },
  {
    check: 'aws_rds_not_public',
    comment: 'Moving to a private subnet with the next maintenance window.',
    accept: null,
  },
]

/** The posture of the company of that slug, read up to the day of loading; null for one without sources. */
export function postureStory(slug: string, today: Date): PostureStory | null {
  const company = COMPANIES.find((one) => one.slug === slug)
  if (!company) return null
  const midnight = Math.floor(today.getTime() / DAY_MS) * DAY_MS
  const scenes = READ.map(({ daysAgo, reading }) => ({
    ...company,
    reading,
    at: new Date(midnight - daysAgo * DAY_MS + 2 * 3_600_000),
  }))
  return {
    connections: [awsStory(company, scenes), clusterStory(company, scenes)],
    files: company.slug === COMPANIES[0]?.slug ? scenes.filter(({ reading }) => reading > 0).map(fileOf) : [],
    acts: ACTS,
  }
}

/** The reading of one source, some minutes after another. */
const readingsOf = (scenes: readonly Scene[], parts: (scene: Scene) => HandedIn[], minutes: number) =>
  scenes.map((scene) => {
    const at = new Date(scene.at.getTime() + minutes * 60_000)
    return { at, parts: parts({ ...scene, at }) }
  })

const awsStory = ({ account, regions }: Company, scenes: readonly Scene[]): ConnectionStory => ({
  name: 'AWS (synthetic)',
  settings: {
    kind: 'aws',
    credentials: 'role',
    roleArn: `arn:aws:iam::${account}:role/synthetic-reader`,
    externalId: 'synthetic-study',
    endpoint: null,
    regions: [...regions],
    services: [],
    memberRole: null,
  },
  readings: readingsOf(scenes, awsAccount, 0),
})

const clusterStory = ({ cluster, slug }: Company, scenes: readonly Scene[]): ConnectionStory => ({
  name: 'Kubernetes (synthetic)',
  settings: {
    kind: 'kubernetes',
    credentials: 'kubeconfig',
    // Reserved (RFC 2606): there is no such host.
    server: `https://kubernetes.${slug}.example:6443`,
    cluster,
    systemNamespaces: [...PLATFORM],
  },
  readings: readingsOf(scenes, clusterParts, 9),
})

const fileOf = (scene: Scene): FindingFile => ({
  at: new Date(scene.at.getTime() + 6 * 3_600_000),
  fileName: `workplace-${scene.at.toISOString().slice(0, 10)}.ocsf.json`,
  text: scannerFile(scene),
})
