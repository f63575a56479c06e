import type { Check } from '../../frame/check'
import { evaluateExistence } from '../../frame/evaluate-existence'
import { fail, pass } from '../../frame/judge'
import type { ScopeFacts } from '../../frame/scope-facts'
import { clusterScope } from '../scope/cluster-scope'

const GET_METRICS = 'get /metrics'
const ENCRYPTED = /^k8s:enc:(kms|aescbc|aesgcm|secretbox):/

function evaluate(facts: ScopeFacts) {
  const { place } = clusterScope(facts)
  const ofSecrets = facts
    .of('k8s.storage-encryption')
    .map((one) => one.facts)
    .filter(({ resource }) => resource === 'secrets' || resource === '')
  const plain = ofSecrets.some(({ direction, prefix }) => direction === 'written' && prefix === 'identity')
  const seen = [...new Set(ofSecrets.map(({ prefix }) => prefix))]
  return evaluateExistence({
    places: [place],
    judge: ({ name }) => {
      if (plain) return fail(`Cluster ${name} writes secrets to its storage without encryption.`, { seen })
      if (seen.some((prefix) => ENCRYPTED.test(prefix))) return pass
      return fail(`Nothing that cluster ${name} says of its storage shows that secrets are encrypted in it.`, { seen })
    },
    gaps: facts.gaps([GET_METRICS]),
  })
}

export const secretsEncryptedAtRest: Check = {
  id: 'k8s_secrets_encrypted_at_rest',
  provider: 'kubernetes',
  title: 'Secrets are not encrypted in the cluster’s storage',
  asserts:
    'The metrics of the API server show secrets going to storage through an encryption provider and none without.',
  risk: 'A copy of etcd, such as a backup or a disk, holds every secret of the cluster in the clear.',
  severity: 'high',
  kind: 'exists',
  threshold: 1,
  capabilities: ['DAT-02', 'NET-07'],
  weak: [],
  feeds: [
    { capability: 'DAT-02', stage: 2, atLeast: 1 },
    { capability: 'NET-07', stage: 2, atLeast: 1 },
  ],
  operations: [GET_METRICS],
  permissions: [GET_METRICS],
  remediation: {
    text: 'Give the API server an EncryptionConfiguration whose first provider for secrets is kms, or on a managed cluster name a key of your own for secrets; then write every secret once more.',
    commands: [
      {
        tool: 'yaml',
        code: 'apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n  - resources: [secrets]\n    providers:\n      - kms: { apiVersion: v2, name: NAME, endpoint: unix:///var/run/kms.sock }\n      - identity: {}',
      },
      { tool: 'kubectl', code: 'kubectl get secrets -A -o json | kubectl replace -f -' },
    ],
    effort: 'days',
  },
  peers: [
    { product: 'prowler', id: 'apiserver_encryption_provider_config_set' },
    { product: 'kubescape', id: 'C-0066' },
  ],
  provenBy: 'server',
  evaluate,
}
