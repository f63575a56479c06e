import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip, undecided } from '../../frame/judge'

const DETAILS = 'iam:GetAccountAuthorizationDetails'
const REPORT = 'iam:GetCredentialReport'
const SHARE = 0.8

type Principal = ResourceOf<'aws.iam.user'> | ResourceOf<'aws.iam.role'>
type Credential = ResourceOf<'aws.iam.credential'>

function judge(principal: Principal, credentials: ReadonlyMap<string, Credential>): Judgement {
  if (principal.type === 'aws.iam.role') return principal.facts.serviceLinked ? skip : pass
  const credential = credentials.get(principal.id)
  // The report can be hours older than the list of users: one made since is not in it yet.
  if (!credential) return undecided('not_collected', REPORT)
  const activeKeys = credential.facts.keys.filter((key) => key.active).length
  if (activeKeys === 0) return pass
  return fail(`User ${principal.name} works with a static access key; short-lived credentials were expected.`, {
    activeKeys,
  })
}

export const iamStaticKeyRatio: Check = {
  id: 'aws_iam_static_key_ratio',
  provider: 'aws',
  title: 'Principal works with a static access key',
  asserts: 'At least 80 % of users and roles, service-linked roles left out, work without a static access key.',
  risk: 'A static key works for whoever holds it, from anywhere and until somebody deletes it.',
  severity: 'medium',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['IAM-04', 'IAM-03'],
  weak: [],
  feeds: [
    { capability: 'IAM-04', stage: 2, atLeast: 0.8 },
    { capability: 'IAM-04', stage: 3, atLeast: 1 },
    { capability: 'IAM-03', stage: 1, atLeast: 0.3 },
    { capability: 'IAM-03', stage: 2, atLeast: 0.8 },
  ],
  operations: [DETAILS, REPORT],
  permissions: ['iam:GetAccountAuthorizationDetails', 'iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  remediation: {
    text: 'Give workloads in AWS a role of their own, let pipelines and other clouds exchange an OIDC token for one, and delete the user with its keys.',
    commands: [
      {
        tool: 'aws',
        code: 'aws iam create-open-id-connect-provider --url https://ISSUER --client-id-list sts.amazonaws.com',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_iam_openid_connect_provider" "ci" {\n  url            = "https://ISSUER"\n  client_id_list = ["sts.amazonaws.com"]\n}',
      },
    ],
    effort: 'days',
  },
  peers: [{ product: 'prowler', id: 'iam_user_with_temporary_credentials' }],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) => {
    const credentials = new Map(facts.of('aws.iam.credential').map((row) => [row.id, row]))
    return evaluatePopulation<Principal>({
      items: [...facts.of('aws.iam.user'), ...facts.of('aws.iam.role')],
      judge: (principal) => judge(principal, credentials),
      gaps: facts.gaps([DETAILS, REPORT]),
      threshold,
    })
  },
}
