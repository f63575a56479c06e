import type { ClientConfig } from './client-config'
import { s3ControlClient } from './s3-control-client'

/**
 * The client of each service, loaded when it is first wanted: all of them together are a quarter of a gigabyte. They are the
 * SDK's own aggregated clients, so that who asks needs no command classes.
 */
export const CLIENTS = {
  accessanalyzer: async (config: ClientConfig) =>
    new (await import('@aws-sdk/client-accessanalyzer')).AccessAnalyzer(config),
  acm: async (config: ClientConfig) => new (await import('@aws-sdk/client-acm')).ACM(config),
  cloudtrail: async (config: ClientConfig) => new (await import('@aws-sdk/client-cloudtrail')).CloudTrail(config),
  config: async (config: ClientConfig) => new (await import('@aws-sdk/client-config-service')).ConfigService(config),
  ec2: async (config: ClientConfig) => new (await import('@aws-sdk/client-ec2')).EC2(config),
  elbv2: async (config: ClientConfig) =>
    new (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2(config),
  guardduty: async (config: ClientConfig) => new (await import('@aws-sdk/client-guardduty')).GuardDuty(config),
  iam: async (config: ClientConfig) => new (await import('@aws-sdk/client-iam')).IAM(config),
  kms: async (config: ClientConfig) => new (await import('@aws-sdk/client-kms')).KMS(config),
  organizations: async (config: ClientConfig) =>
    new (await import('@aws-sdk/client-organizations')).Organizations(config),
  rds: async (config: ClientConfig) => new (await import('@aws-sdk/client-rds')).RDS(config),
  s3: async (config: ClientConfig) =>
    new (await import('@aws-sdk/client-s3')).S3({
      ...config,
      // Bucket names are not host names of another endpoint, and may hold dots that no certificate covers.
      forcePathStyle: 'endpoint' in config,
      followRegionRedirects: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  s3control: s3ControlClient,
  secretsmanager: async (config: ClientConfig) =>
    new (await import('@aws-sdk/client-secrets-manager')).SecretsManager(config),
  securityhub: async (config: ClientConfig) => new (await import('@aws-sdk/client-securityhub')).SecurityHub(config),
  sso: async (config: ClientConfig) => new (await import('@aws-sdk/client-sso-admin')).SSOAdmin(config),
  sts: async (config: ClientConfig) => new (await import('@aws-sdk/client-sts')).STS(config),
} as const

export type ClientKind = keyof typeof CLIENTS
export type ClientOf<Kind extends ClientKind> = Awaited<ReturnType<(typeof CLIENTS)[Kind]>>
