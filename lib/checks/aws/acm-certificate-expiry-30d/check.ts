import type { Instant } from '@/lib/model/instant'
import { daysBetween } from '../../frame/age'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, type Judgement, pass, skip } from '../../frame/judge'
import { judgeField, judgeReading } from '../../frame/judge-reading'

const CERTIFICATES = 'acm:ListCertificates'
const DETAILS = 'acm:DescribeCertificate'
const DAYS_LEFT = 30
/** Certificates that were issued; the others never served, or serve no longer. */
const JUDGED: readonly string[] = ['ISSUED', 'EXPIRED']

type Description = { status: string; notAfter: Instant | null; inUse: boolean; renewal: string | null }

function judgeCertificate(name: string, { status, notAfter, inUse, renewal }: Description, now: Instant): Judgement {
  if (!JUDGED.includes(status)) return skip
  return judgeField(notAfter, DETAILS, (end) => {
    const left = daysBetween(now, end)
    if (left > DAYS_LEFT) return pass
    const verb = left < 0 ? 'expired' : 'expires'
    return fail(
      `Certificate ${name} ${verb} on ${end.slice(0, 10)}; more than ${DAYS_LEFT} days were expected to be left.`,
      {
        notAfter: end,
        inUse,
        renewal,
      },
    )
  })
}

export const acmCertificateExpiry30d: Check = {
  id: 'aws_acm_certificate_expiry_30d',
  provider: 'aws',
  title: 'Certificate expires soon',
  asserts: 'Every issued certificate is valid for more than 30 days.',
  risk: 'The service fails at once when its certificate expires, and people learn to click warnings away.',
  severity: 'high',
  kind: 'freshness',
  threshold: 1,
  capabilities: ['DAT-03'],
  weak: [],
  feeds: [{ capability: 'DAT-03', stage: 2, atLeast: 1 }],
  operations: [CERTIFICATES, DETAILS],
  permissions: ['acm:ListCertificates', 'acm:DescribeCertificate'],
  remediation: {
    text: 'Use DNS validation, so that ACM renews by itself; import anew what ACM did not issue, and delete what nothing uses.',
    commands: [
      { tool: 'aws', code: 'aws acm renew-certificate --certificate-arn ARN --region REGION' },
      { tool: 'terraform', code: 'validation_method = "DNS" # in aws_acm_certificate' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'acm_certificates_expiration_check' }],
  provenBy: 'server',
  evaluate: (facts, { now }) =>
    evaluatePopulation({
      items: facts.of('aws.acm.certificate'),
      gaps: facts.gaps([CERTIFICATES]),
      judge: ({ name, facts: { description } }) =>
        judgeReading(description, (told) => judgeCertificate(name, told, now)),
    }),
}
