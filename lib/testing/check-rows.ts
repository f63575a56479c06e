import type { FindingSeverity } from '@/lib/model/finding-severity'

/** What was agreed about a check before it was written; `~` marks a capability that fits loosely. */
export type CheckRow = { id: string; severity: FindingSeverity; capabilities: readonly string[] }

const AGREED = `
aws_iam_root_mfa_enabled                  critical IAM-02
aws_iam_root_access_key_absent            critical IAM-04
aws_iam_root_usage_90d                    high     IAM-07
aws_iam_user_console_mfa                  high     IAM-02
aws_iam_access_key_rotation_90d           medium   IAM-04
aws_iam_access_key_unused_45d             medium   IAM-01 IAM-04
aws_iam_static_key_ratio                  medium   IAM-04 IAM-03
aws_iam_password_policy_strong            medium   IAM-02~
aws_iam_no_admin_wildcard_policy          high     IAM-08 IAM-07
aws_iam_policy_no_privilege_escalation    high     IAM-08
aws_iam_role_trust_external_id            high     IAM-08~
aws_iam_oidc_trust_sub_pinned             high     IAM-03 IAM-04
aws_iam_federation_in_use                 medium   IAM-01
aws_accessanalyzer_enabled                medium   IAM-08
aws_accessanalyzer_no_active_findings     high     IAM-08 DAT-04
aws_ec2_sg_no_ingress_any_all_ports       critical NET-02
aws_ec2_sg_no_ingress_admin_ports         high     NET-02 NET-07
aws_ec2_sg_default_restricts_all          medium   NET-02
aws_ec2_sg_reference_ratio                low      NET-02
aws_vpc_flow_logs_enabled                 medium   NET-06 MON-01
aws_vpc_subnet_no_auto_public_ip          medium   NET-02
aws_vpc_peering_least_privilege           medium   NET-02
aws_cloudtrail_multi_region_logging       high     MON-01
aws_cloudtrail_log_file_validation        medium   MON-01
aws_cloudtrail_kms_encrypted              medium   MON-01 DAT-02
aws_guardduty_enabled_all_regions         high     MON-03
aws_guardduty_no_high_findings            high     MON-03 MON-05
aws_securityhub_enabled                   medium   MON-02 POL-07
aws_config_recorder_all_regions           medium   POL-05 POL-07
aws_config_rules_compliant_ratio          medium   POL-07
aws_organizations_scp_deny_present        medium   POL-01~
aws_s3_account_block_public_access        high     DAT-04
aws_s3_bucket_block_public_access         high     DAT-04
aws_s3_bucket_kms_encryption              medium   DAT-02
aws_s3_bucket_secure_transport            medium   DAT-03
aws_ec2_ebs_default_encryption            medium   DAT-02
aws_ec2_ebs_volume_encrypted              high     DAT-02
aws_rds_storage_encrypted                 high     DAT-02
aws_rds_not_public                        critical NET-02 DAT-04
aws_kms_cmk_rotation                      medium   DAT-06
aws_kms_key_not_public                    critical DAT-06
aws_secretsmanager_rotation               medium   DAT-05
aws_acm_certificate_expiry_30d            high     DAT-03
aws_elbv2_tls12_min_policy                high     DAT-03
aws_elbv2_tls13_supported                 low      DAT-03
k8s_networkpolicy_namespace_coverage      high     NET-01
k8s_networkpolicy_egress_default_deny     medium   NET-01 NET-06
k8s_networkpolicy_pod_coverage            high     NET-01
k8s_rbac_no_wildcard                      high     IAM-08
k8s_rbac_cluster_admin_bindings           high     IAM-08 IAM-07
k8s_rbac_secret_access_minimal            medium   IAM-08 DAT-05
k8s_psa_enforce_label                     high     POL-04
k8s_pod_no_privileged                     high     POL-04
k8s_secrets_encrypted_at_rest             high     DAT-02 NET-07
k8s_istio_mtls_strict                     high     NET-03
k8s_istio_authz_default_deny              high     NET-04
k8s_linkerd_injected_ratio                medium   NET-03 NET-04
k8s_calico_global_default_deny            medium   NET-01
k8s_gatekeeper_enforcing                  high     POL-04 POL-01
k8s_gatekeeper_audit_fresh                medium   POL-04
spire_workload_coverage                   high     IAM-03
tf_plan_no_public_bucket                  high     POL-05 DAT-04
tf_plan_encryption_set                    medium   POL-05 DAT-02
tf_plan_sg_no_world                       high     POL-05 NET-02
tf_drift_ratio                            medium   POL-05
tf_plan_checks_pass                       low      POL-05
`

/** The checks of the sources that are read, as they were agreed: written by hand, so that a slip in a check shows. */
export const CHECK_ROWS: readonly CheckRow[] = AGREED.trim()
  .split('\n')
  .map((line) => {
    const [id = '', severity, ...capabilities] = line.split(/ +/)
    return { id, severity: severity as FindingSeverity, capabilities }
  })

/** Capabilities that no check of the sources that are read bears on: they rest on answers, evidence and imports. */
export const WITHOUT_CHECK: ReadonlySet<string> = new Set([
  'IAM-05',
  'IAM-06',
  'NET-05',
  'MON-04',
  'MON-06',
  'MON-07',
  'MON-08',
  'POL-02',
  'POL-03',
  'POL-06',
  'POL-08',
  'DAT-01',
  'DAT-07',
  'DAT-08',
])

/**
 * Capabilities that a check firmly belongs to and yet feeds no stage of, because no clause of their stages says what it asks:
 * a plan's own conditions are its authors', and a plan that is clean says nothing of how the rest was built.
 */
export const FIRM_BUT_UNFED: Readonly<Record<string, readonly string[]>> = {
  tf_plan_encryption_set: ['POL-05'],
  tf_plan_sg_no_world: ['NET-02'],
  tf_plan_checks_pass: ['POL-05'],
}
