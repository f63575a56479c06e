import type { Check } from '../../frame/check'
import { evaluateExistence } from '../../frame/evaluate-existence'
import { fail, pass } from '../../frame/judge'
import { accountPlace } from '../places'

const OPERATIONS = ['iam:ListSAMLProviders', 'iam:ListOpenIDConnectProviders', 'sso:ListInstances']
const UNUSABLE = new Set(['CREATE_IN_PROGRESS', 'CREATE_FAILED', 'DELETE_IN_PROGRESS'])

export const iamFederationInUse: Check = {
  id: 'aws_iam_federation_in_use',
  provider: 'aws',
  title: 'Account federates no identities',
  asserts: 'The account has a SAML provider, an OIDC provider or an instance of IAM Identity Center.',
  risk: 'People who sign in as IAM users stay when they leave, and no policy of the identity provider reaches them.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['IAM-01'],
  weak: [],
  // That a provider is there shows the first sign-ins through it, not that all accounts use no other.
  feeds: [{ capability: 'IAM-01', stage: 1, atLeast: 1 }],
  operations: OPERATIONS,
  permissions: OPERATIONS,
  remediation: {
    text: 'Turn on IAM Identity Center in the management account, connect the identity provider, and give people permission sets instead of IAM users.',
    commands: [
      { tool: 'aws', code: 'aws iam create-saml-provider --name NAME --saml-metadata-document file://metadata.xml' },
      {
        tool: 'terraform',
        code: 'resource "aws_iam_saml_provider" "workforce" {\n  name                   = "NAME"\n  saml_metadata_document = file("metadata.xml")\n}',
      },
    ],
    effort: 'days',
  },
  peers: [{ product: 'prowler', id: 'iam_check_saml_providers_sts' }],
  provenBy: 'server-in-part',
  evaluate: (facts) => {
    const federates =
      facts.of('aws.iam.saml-provider').length > 0 ||
      facts.of('aws.iam.oidc-provider').length > 0 ||
      facts.of('aws.sso.instance').some((instance) => !UNUSABLE.has(instance.facts.status))
    return evaluateExistence({
      places: [accountPlace(facts)],
      gaps: facts.gaps(OPERATIONS),
      judge: ({ account }) =>
        federates
          ? pass
          : fail(
              `Account ${account} has no SAML or OIDC provider and no IAM Identity Center; one of them was expected.`,
            ),
    })
  },
}
