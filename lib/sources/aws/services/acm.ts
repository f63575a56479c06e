import type { KeyAlgorithm } from '@aws-sdk/client-acm'
import type { Step } from '@/lib/sources/collect/collector'
import { present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { detailStep } from '../detail-step'
import { instant } from '../ordered'

const DESCRIBE = 'acm:DescribeCertificate'
/** Without these the list holds RSA certificates of 1024 and 2048 bits only. */
const ALL_KEYS: KeyAlgorithm[] = [
  'RSA_1024',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'EC_prime256v1',
  'EC_secp384r1',
  'EC_secp521r1',
]

type Key = { arn: string; name: string }

export const certificates = (unit: AwsUnit): Step =>
  detailStep<Key>(unit, {
    operation: 'acm:ListCertificates',
    details: [DESCRIBE],
    atOnce: 4,
    ask: async (NextToken, options) => {
      const acm = await unit.client('acm')
      const ask = { NextToken, MaxItems: unit.sizes.page(1000), Includes: { keyTypes: ALL_KEYS } }
      const answer = await acm.listCertificates(ask, options)
      const items = answer.CertificateSummaryList?.map(({ CertificateArn = '', DomainName = '' }) => ({
        arn: CertificateArn,
        name: DomainName,
      }))
      return { items, next: answer.NextToken, $metadata: answer.$metadata }
    },
    read: async ({ arn, name }, asker) => {
      const acm = await unit.client('acm')
      const description = await asker.item(
        DESCRIBE,
        (options) => acm.describeCertificate({ CertificateArn: arn }, options),
        (answer) => {
          const told = present(answer.Certificate, DESCRIBE)
          return {
            status: told.Status ?? '',
            notAfter: instant(told.NotAfter),
            inUse: (told.InUseBy?.length ?? 0) > 0,
            renewal: told.RenewalEligibility ?? null,
          }
        },
      )
      if (description === 'gone') return []
      return [
        resource(unit, { type: 'aws.acm.certificate', id: arn, name, region: unit.region, facts: { description } }),
      ]
    },
  })
