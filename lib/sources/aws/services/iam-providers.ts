import type { Step } from '@/lib/sources/collect/collector'
import { present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { onceStep } from '../once-step'
import { instant } from '../ordered'

const SAML = 'iam:ListSAMLProviders'
const OIDC = 'iam:ListOpenIDConnectProviders'

export const samlProviders = (unit: AwsUnit): Step =>
  onceStep({
    operation: SAML,
    async read(asker) {
      const iam = await unit.client('iam')
      const answer = await asker.page(SAML, (options) => iam.listSAMLProviders({}, options))
      return present(answer.SAMLProviderList, SAML).map(({ Arn = '', CreateDate }) =>
        resource(unit, {
          type: 'aws.iam.saml-provider',
          id: Arn,
          name: lastPart(Arn),
          region: null,
          facts: { createdAt: instant(CreateDate) },
        }),
      )
    },
  })

export const oidcProviders = (unit: AwsUnit): Step =>
  onceStep({
    operation: OIDC,
    async read(asker) {
      const iam = await unit.client('iam')
      const answer = await asker.page(OIDC, (options) => iam.listOpenIDConnectProviders({}, options))
      return present(answer.OpenIDConnectProviderList, OIDC).map(({ Arn = '' }) =>
        resource(unit, {
          type: 'aws.iam.oidc-provider',
          id: Arn,
          name: lastPart(Arn),
          region: null,
          facts: { url: lastPart(Arn) },
        }),
      )
    },
  })

/** What stands after the kind in `arn:aws:iam::1:oidc-provider/host/path`. */
const lastPart = (arn: string): string => arn.slice(arn.indexOf('/') + 1)
