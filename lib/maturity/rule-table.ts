import type { CapabilityId } from '@/lib/model/layer'

type Line = readonly [rule: RegExp, capability: CapabilityId]

/** Prowler names its checks service_subject_assertion; the first line that fits counts. */
const PROWLER: readonly Line[] = [
  [/mfa|authentication_method|legacy_authentication/, 'IAM-02'],
  [/conditional_access|sign_in_risk|user_risk/, 'IAM-05'],
  [/access_key|api_?key|sa_keys|service_account.*key|static_credential|app_registration_credential/, 'IAM-04'],
  [/workload_identity|oidc|federat|saml|sso_/, 'IAM-03'],
  [/pim_|privileged_identity|root_|break_glass|admin_consent/, 'IAM-07'],
  [/^(iam|rbac|entra)_|role|privilege|administrat|_permissions?_|accessanalyzer/, 'IAM-08'],
  [/password|account_(security|maintain)|inactive|unused_(user|credential)|user_/, 'IAM-01'],
  [/networkpolic|network_polic/, 'NET-01'],
  [/flow_log|egress|dns|firewall_rule_log/, 'NET-06'],
  [/securitygroup|firewall|nsg|network_|vpc_|subnet|rdp_|ssh_|port_|compute_public|ip_forward/, 'NET-02'],
  [/mtls|peer_?auth|mesh/, 'NET-03'],
  [/apigateway|waf|api_management|frontdoor|cloudfront/, 'NET-05'],
  [
    /anonymous|endpoint_(public|private)|private_cluster|kubelet|apiserver_(bind|secure|profiling)|aks_cluster_public/,
    'NET-07',
  ],
  [/audit_log|cloudtrail|logging|diagnostic|log_metric|trail_|sink|_logs?_|activity_log/, 'MON-01'],
  [/securityhub|siem|sentinel|aggregat/, 'MON-02'],
  [/guardduty|defender|threat|scc_|runtime|falco|appinsights|monitor_/, 'MON-03'],
  [/alert|contact|notification|incident/, 'MON-05'],
  [/inspector|vulnerab|container_analysis|image_scan|scan_|patch|ssm_managed/, 'MON-07'],
  [
    /apiserver_(always_pull|admission|namespace|event|pod_security)|privileged_container|core_|admission|pod_?security/,
    'POL-04',
  ],
  [/organizations_|policy_assign|orgpolicy|scp/, 'POL-01'],
  [/config_recorder|cloudformation|drift|terraform/, 'POL-05'],
  [/codebuild|codepipeline|github|repository_|supply/, 'POL-06'],
  [/secret|keyvault|vault/, 'DAT-05'],
  [/kms|rotation|key_/, 'DAT-06'],
  [/tls|ssl|https|in_transit|certificate|secure_transport/, 'DAT-03'],
  [/encrypt|cmk|at_rest/, 'DAT-02'],
  [/public|anyone|allusers|exposed|shared/, 'DAT-04'],
  [/backup|versioning|retention|recovery|deletion_protection|snapshot|multi_az/, 'DAT-07'],
  [/macie|classif|label/, 'DAT-01'],
  [/bedrock|sagemaker|ai_|ml_/, 'DAT-08'],
]

/** CIS Kubernetes benchmark, by section: the number after the benchmark's name. */
const KUBE_BENCH: readonly Line[] = [
  [/\/1\.2\.(1|2|3|4|5)$/, 'NET-07'],
  [/\/(1\.2\.(1[6-9]|2[0-4])|3\.2)/, 'MON-01'],
  [/\/1\.2\.(2[5-9]|3\d)/, 'DAT-02'],
  [/\/(1\.2\.(9|1[0-5])|5\.(2|5|7))/, 'POL-04'],
  [/\/5\.1/, 'IAM-08'],
  [/\/5\.3/, 'NET-01'],
  [/\/5\.4/, 'DAT-05'],
  [/\/[1-4]\./, 'NET-07'],
]

const TRIVY: readonly Line[] = [
  [/^(CVE|GHSA|DLA|DSA|ELSA|RHSA|USN|TEMP|ALAS)-/, 'MON-07'],
  [/^(AVD-)?KSV-?0*(4[1-9]|5[0-6]|11[1-5])$/, 'IAM-08'],
  [/^(AVD-)?KSV/, 'POL-04'],
  [/^(AVD-)?KCV/, 'NET-07'],
  [/^(AVD-)?DS-/, 'POL-04'],
  [/^AVD-(AWS|AZU|GCP)/, 'POL-05'],
  [/secret|key|token|password|credential/i, 'DAT-05'],
]

const CHECKOV: readonly Line[] = [
  [/^CKV_SECRET/, 'DAT-05'],
  [/^CKV2?_(K8S|DOCKER)/, 'POL-04'],
  [/^CKV2?_(GHA|GIT|CIRCLECIPIPELINES|AZUREPIPELINES|BITBUCKET|GITLAB)/, 'POL-06'],
  [/^CKV2?_/, 'POL-05'],
]

const TABLE: Readonly<Record<string, readonly Line[]>> = {
  prowler: PROWLER,
  'kube-bench': KUBE_BENCH,
  trivy: TRIVY,
  checkov: CHECKOV,
}

/**
 * The capability that a scanner's naming of its rules points to; null where it points to none. This table is judgement:
 * it comes last, and an organization's own mapping goes before it.
 */
export const tableCapability = (product: string, rule: string): CapabilityId | null =>
  TABLE[product.toLowerCase()]?.find(([pattern]) => pattern.test(rule))?.[1] ?? null
