/** What a unit's service is. Global ones are read once, without a region. */
const GLOBAL_SERVICES = ['iam', 'organizations', 's3', 's3control'] as const
const REGIONAL_SERVICES = [
  'accessanalyzer',
  'acm',
  'cloudtrail',
  'config',
  'ec2',
  'elbv2',
  'guardduty',
  'kms',
  'rds',
  'secretsmanager',
  'securityhub',
  'sso',
] as const

export const AWS_SERVICES = [...GLOBAL_SERVICES, ...REGIONAL_SERVICES] as const
export type AwsService = (typeof AWS_SERVICES)[number]

const KNOWN: ReadonlySet<string> = new Set(AWS_SERVICES)
const GLOBAL: ReadonlySet<string> = new Set(GLOBAL_SERVICES)

export const isAwsService = (text: string): text is AwsService => KNOWN.has(text)
export const isGlobal = (service: AwsService): boolean => GLOBAL.has(service)

/** What the service's operations are named after: load balancers of both generations share one name. */
export const prefixOf = (service: AwsService): string => (service === 'elbv2' ? 'elasticloadbalancing' : service)
