/**
 * Every operation we ask of AWS, as coverage names it (the service's unit, then the API's own name), and the IAM actions that
 * allow it. The policy we ask for is made of these, and a step can name no operation that is missing here.
 */
export const OPERATIONS = {
  'sts:GetCallerIdentity': [],
  'ec2:DescribeRegions': ['ec2:DescribeRegions'],
  'organizations:ListAccounts': ['organizations:ListAccounts'],

  'iam:GenerateCredentialReport': ['iam:GenerateCredentialReport'],
  'iam:GetCredentialReport': ['iam:GetCredentialReport'],
  'iam:GetAccountSummary': ['iam:GetAccountSummary'],
  'iam:GetAccountPasswordPolicy': ['iam:GetAccountPasswordPolicy'],
  'iam:GetAccountAuthorizationDetails': ['iam:GetAccountAuthorizationDetails'],
  'iam:ListSAMLProviders': ['iam:ListSAMLProviders'],
  'iam:ListOpenIDConnectProviders': ['iam:ListOpenIDConnectProviders'],

  'sso:ListInstances': ['sso:ListInstances'],

  'accessanalyzer:ListAnalyzers': ['access-analyzer:ListAnalyzers'],
  'accessanalyzer:ListFindingsV2': ['access-analyzer:ListFindings'],

  'organizations:DescribeOrganization': ['organizations:DescribeOrganization'],
  'organizations:ListPolicies': ['organizations:ListPolicies'],
  'organizations:DescribePolicy': ['organizations:DescribePolicy'],
  'organizations:ListTargetsForPolicy': ['organizations:ListTargetsForPolicy'],

  'ec2:DescribeVpcs': ['ec2:DescribeVpcs'],
  'ec2:DescribeSecurityGroups': ['ec2:DescribeSecurityGroups'],
  'ec2:DescribeSubnets': ['ec2:DescribeSubnets'],
  'ec2:DescribeRouteTables': ['ec2:DescribeRouteTables'],
  'ec2:DescribeFlowLogs': ['ec2:DescribeFlowLogs'],
  'ec2:DescribeVpcPeeringConnections': ['ec2:DescribeVpcPeeringConnections'],
  'ec2:DescribeVolumes': ['ec2:DescribeVolumes'],
  'ec2:GetEbsEncryptionByDefault': ['ec2:GetEbsEncryptionByDefault'],

  'cloudtrail:DescribeTrails': ['cloudtrail:DescribeTrails'],
  'cloudtrail:GetTrailStatus': ['cloudtrail:GetTrailStatus'],
  'cloudtrail:GetEventSelectors': ['cloudtrail:GetEventSelectors'],

  'guardduty:ListDetectors': ['guardduty:ListDetectors'],
  'guardduty:GetDetector': ['guardduty:GetDetector'],
  'guardduty:ListFindings': ['guardduty:ListFindings'],
  'guardduty:GetFindings': ['guardduty:GetFindings'],

  'securityhub:DescribeHub': ['securityhub:DescribeHub'],

  'config:DescribeConfigurationRecorders': ['config:DescribeConfigurationRecorders'],
  'config:DescribeConfigurationRecorderStatus': ['config:DescribeConfigurationRecorderStatus'],
  'config:DescribeComplianceByConfigRule': ['config:DescribeComplianceByConfigRule'],

  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  's3:GetBucketLocation': ['s3:GetBucketLocation'],
  's3:GetBucketEncryption': ['s3:GetEncryptionConfiguration'],
  's3:GetPublicAccessBlock': ['s3:GetBucketPublicAccessBlock'],
  's3:GetBucketPolicy': ['s3:GetBucketPolicy'],
  's3:GetBucketVersioning': ['s3:GetBucketVersioning'],

  's3control:GetPublicAccessBlock': ['s3:GetAccountPublicAccessBlock'],

  'rds:DescribeDBInstances': ['rds:DescribeDBInstances'],
  'rds:DescribeDBClusters': ['rds:DescribeDBClusters'],

  'kms:ListKeys': ['kms:ListKeys'],
  'kms:DescribeKey': ['kms:DescribeKey'],
  'kms:GetKeyRotationStatus': ['kms:GetKeyRotationStatus'],
  'kms:GetKeyPolicy': ['kms:GetKeyPolicy'],

  'secretsmanager:ListSecrets': ['secretsmanager:ListSecrets'],

  'acm:ListCertificates': ['acm:ListCertificates'],
  'acm:DescribeCertificate': ['acm:DescribeCertificate'],

  'elasticloadbalancing:DescribeLoadBalancers': ['elasticloadbalancing:DescribeLoadBalancers'],
  'elasticloadbalancing:DescribeListeners': ['elasticloadbalancing:DescribeListeners'],
  'elasticloadbalancing:DescribeSSLPolicies': ['elasticloadbalancing:DescribeSSLPolicies'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type AwsOperation = keyof typeof OPERATIONS

/** The IAM actions that allow an operation; empty where everybody may ask. */
export const actionsOf = (operation: AwsOperation): readonly string[] => OPERATIONS[operation]
