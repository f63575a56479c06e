/** What a trust rule's form begins with. */
export type RuleDraft = {
  kind: 'oidc' | 'spiffe'
  name: string
  issuer: string
  audience: string
  subjectPattern: string
  role: 'viewer' | 'assessor' | 'auditor' | 'admin'
  jwksUrl: string
  jwks: string
  oneUse: boolean
}

/** One kind of machine: how its rule looks, and how it exchanges its token, ready to be copied. */
export type MachineExample = { id: string; label: string; note: string; rule: RuleDraft; snippet: string }

type Place = { url: string; org: string }

/** Made out to this organization alone, so that a token for it is worth nothing anywhere else. */
const audienceOf = ({ url, org }: Place): string => `${url}/${org}`

const draft = (place: Place): RuleDraft => ({
  kind: 'oidc',
  name: '',
  issuer: '',
  audience: audienceOf(place),
  subjectPattern: '',
  role: 'viewer',
  jwksUrl: '',
  jwks: '',
  oneUse: true,
})

/** RFC 8693 with curl: `token` is how the subject token is given to --data-urlencode. */
const exchange = ({ url, org }: Place, token: string): string => `curl -sS --fail ${url}/api/v1/token \\
  --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:token-exchange \\
  --data-urlencode subject_token_type=urn:ietf:params:oauth:token-type:jwt \\
  --data-urlencode ${token} \\
  --data-urlencode audience=${org} | jq -r .access_token`

const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`)

const github = (place: Place): MachineExample => ({
  id: 'github',
  label: 'GitHub Actions',
  note: 'Each job asks GitHub for a token of its own. The rule names owner and repository; the part after it says which branch, tag or environment.',
  rule: {
    ...draft(place),
    name: 'GitHub Actions',
    issuer: 'https://token.actions.githubusercontent.com',
    subjectPattern: 'repo:OWNER/REPOSITORY:ref:refs/heads/main',
    role: 'assessor',
  },
  snippet: `permissions:
  id-token: write
steps:
  - name: Get an access token of Proofline
    run: |
      JWT=$(curl -sS --fail -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \\
        "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${audienceOf(place)}" | jq -r .value)
      TOKEN=$(${indented(exchange(place, 'subject_token="$JWT"'), 6)})
      echo "::add-mask::$TOKEN"
      echo "PROOFLINE_TOKEN=$TOKEN" >> "$GITHUB_ENV"
  - run: |
      curl -sS --fail -H "Authorization: Bearer $PROOFLINE_TOKEN" \\
        ${place.url}/api/v1/orgs/${place.org}/overview`,
})

const kubernetes = (place: Place): MachineExample => ({
  id: 'kubernetes',
  label: 'Kubernetes',
  note: 'The cluster writes a token of the service account into the pod. It is renewed on the disk and used more than once until then, so the rule does not ask for a new one each time. A cluster whose issuer cannot be reached gives its keys with: kubectl get --raw /openid/v1/jwks',
  rule: {
    ...draft(place),
    name: 'Kubernetes',
    issuer: 'https://ISSUER-OF-THE-CLUSTER',
    subjectPattern: 'system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT',
    role: 'assessor',
    oneUse: false,
  },
  snippet: `# Its issuer: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer
spec:
  serviceAccountName: SERVICE-ACCOUNT
  containers:
    - name: job
      volumeMounts:
        - { name: proofline, mountPath: /var/run/secrets/proofline, readOnly: true }
  volumes:
    - name: proofline
      projected:
        sources:
          - serviceAccountToken:
              audience: ${audienceOf(place)}
              expirationSeconds: 600
              path: token

# In the container
TOKEN=$(${exchange(place, 'subject_token@/var/run/secrets/proofline/token')})`,
})

const spiffe = (place: Place): MachineExample => ({
  id: 'spiffe',
  label: 'SPIFFE',
  note: 'A workload asks its agent for a JWT-SVID. The trust domain’s keys are read from its bundle endpoint, or pasted from: spire-server bundle show -format spiffe',
  rule: {
    ...draft(place),
    kind: 'spiffe',
    name: 'SPIFFE workloads',
    issuer: 'trust.domain',
    subjectPattern: 'spiffe://trust.domain/ns/NAMESPACE/sa/SERVICE-ACCOUNT',
    jwksUrl: 'https://BUNDLE-ENDPOINT/',
    role: 'assessor',
  },
  snippet: `SVID=$(spire-agent api fetch jwt -audience ${audienceOf(place)} -output json \\
  | jq -r '.[0].svids[0].svid')
TOKEN=$(${exchange(place, 'subject_token="$SVID"')})`,
})

/** The kinds of machines that are shown, for one organization of one installation. */
export const machineExamples = (place: Place): MachineExample[] => [github(place), kubernetes(place), spiffe(place)]
