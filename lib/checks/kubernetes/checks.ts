import type { Check } from '../frame/check'
import { calicoGlobalDefaultDeny } from './calico-global-default-deny/check'
import { gatekeeperAuditFresh } from './gatekeeper-audit-fresh/check'
import { gatekeeperEnforcing } from './gatekeeper-enforcing/check'
import { istioAuthzDefaultDeny } from './istio-authz-default-deny/check'
import { istioMtlsStrict } from './istio-mtls-strict/check'
import { linkerdInjectedRatio } from './linkerd-injected-ratio/check'
import { networkpolicyEgressDefaultDeny } from './networkpolicy-egress-default-deny/check'
import { networkpolicyNamespaceCoverage } from './networkpolicy-namespace-coverage/check'
import { networkpolicyPodCoverage } from './networkpolicy-pod-coverage/check'
import { podNoPrivileged } from './pod-no-privileged/check'
import { psaEnforceLabel } from './psa-enforce-label/check'
import { rbacClusterAdminBindings } from './rbac-cluster-admin-bindings/check'
import { rbacNoWildcard } from './rbac-no-wildcard/check'
import { rbacSecretAccessMinimal } from './rbac-secret-access-minimal/check'
import { secretsEncryptedAtRest } from './secrets-encrypted-at-rest/check'
import { spireWorkloadCoverage } from './spire-workload-coverage/check'

/** In the order of what they are about: segmentation, rights, workloads, meshes, admission, identity. */
export const KUBERNETES_CHECKS: readonly Check[] = [
  networkpolicyNamespaceCoverage,
  networkpolicyEgressDefaultDeny,
  networkpolicyPodCoverage,
  rbacNoWildcard,
  rbacClusterAdminBindings,
  rbacSecretAccessMinimal,
  psaEnforceLabel,
  podNoPrivileged,
  secretsEncryptedAtRest,
  istioMtlsStrict,
  istioAuthzDefaultDeny,
  linkerdInjectedRatio,
  calicoGlobalDefaultDeny,
  gatekeeperEnforcing,
  gatekeeperAuditFresh,
  spireWorkloadCoverage,
]
