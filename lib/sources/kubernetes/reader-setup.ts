import { READER, readerManifest } from './reader-manifest'

/** How long a token is asked for; clusters may give a shorter one. */
const TOKEN_HOURS = 720

/** What somebody who connects a cluster is asked to run, in order. */
export type SetupStep = { title: string; code: string }

const { namespace, account } = READER

/**
 * The steps from a cluster to a kubeconfig that Proofline takes: the list-only role, a token of it with an end, and the
 * kubeconfig that holds both token and authority. Proofline itself in the cluster needs the first alone.
 */
export const readerSetup = (): readonly SetupStep[] => [
  { title: 'Give Proofline the right to list', code: `kubectl apply -f - <<'EOF'\n${readerManifest()}EOF` },
  {
    title: 'Write a kubeconfig with a token of it',
    code: [
      'SERVER=$(kubectl config view --minify --raw -o jsonpath="{.clusters[0].cluster.server}")',
      'CA=$(kubectl config view --minify --raw --flatten -o jsonpath="{.clusters[0].cluster.certificate-authority-data}")',
      `TOKEN=$(kubectl create token ${account} -n ${namespace} --duration=${TOKEN_HOURS}h)`,
      'cat > proofline.kubeconfig <<EOF',
      'apiVersion: v1',
      'kind: Config',
      'current-context: proofline',
      'contexts: [{ name: proofline, context: { cluster: proofline, user: proofline } }]',
      'clusters: [{ name: proofline, cluster: { server: $SERVER, certificate-authority-data: "$CA" } }]',
      'users: [{ name: proofline, user: { token: $TOKEN } }]',
      'EOF',
    ].join('\n'),
  },
]
