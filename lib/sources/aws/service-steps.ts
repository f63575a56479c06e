import type { Step } from '@/lib/sources/collect/collector'
import type { AwsUnit } from './aws-unit'
import type { AwsService } from './service'
import { activeFindings, analyzers } from './services/accessanalyzer'
import { certificates } from './services/acm'
import { trails } from './services/cloudtrail'
import { recorders, rules } from './services/config'
import { flowLogs, securityGroups, subnets, vpcs } from './services/ec2-network'
import { peerings, routeTables } from './services/ec2-routes'
import { ebsSettings, volumes } from './services/ec2-volumes'
import { listeners, loadBalancers, sslPolicies } from './services/elbv2'
import { detectors, highFindings } from './services/guardduty'
import { accountSummary, passwordPolicy } from './services/iam-account'
import { authorizationDetails } from './services/iam-authorization'
import { credentialReport } from './services/iam-credential-report'
import { oidcProviders, samlProviders } from './services/iam-providers'
import { keys } from './services/kms'
import { organization, serviceControlPolicies } from './services/organizations'
import { databaseClusters, databaseInstances } from './services/rds'
import { buckets } from './services/s3'
import { accountBlock } from './services/s3control'
import { secrets } from './services/secretsmanager'
import { hub } from './services/securityhub'
import { identityCenters } from './services/sso'

/** What is read of each service, in this order every time. */
export const SERVICE_STEPS: Readonly<Record<AwsService, readonly ((unit: AwsUnit) => Step)[]>> = {
  iam: [accountSummary, passwordPolicy, samlProviders, oidcProviders, authorizationDetails, credentialReport],
  organizations: [organization, serviceControlPolicies],
  s3: [buckets],
  s3control: [accountBlock],
  accessanalyzer: [analyzers, activeFindings],
  acm: [certificates],
  cloudtrail: [trails],
  config: [recorders, rules],
  ec2: [vpcs, subnets, securityGroups, routeTables, peerings, flowLogs, volumes, ebsSettings],
  elbv2: [loadBalancers, listeners, sslPolicies],
  guardduty: [detectors, highFindings],
  kms: [keys],
  rds: [databaseInstances, databaseClusters],
  secretsmanager: [secrets],
  securityhub: [hub],
  sso: [identityCenters],
}
