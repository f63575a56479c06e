import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged, unread } from '@/lib/testing/judged'
import { acmCertificateExpiry30d as check } from './check'

const now = '2026-11-22T12:00:00.000Z'
const certificate = (notAfter: string | null, status = 'ISSUED', name = 'shop.example') =>
  resourceOf(
    'aws.acm.certificate',
    `arn:${name}`,
    {
      description: { value: { status, notAfter, inUse: true, renewal: 'PENDING_AUTO_RENEWAL' } },
    },
    { name },
  )

test('passes a moment more than 30 days before the end, by the clock it is given', () => {
  expect(judged(check, [certificate('2026-12-22T12:00:01.000Z')], { now }).verdict).toBe('pass')
  expect(judged(check, [certificate('2026-12-22T12:00:00.000Z')], { now }).verdict).toBe('fail')
  expect(judged(check, [certificate('2026-12-22T12:00:00.000Z')], { now: '2026-11-22T11:59:59.000Z' }).verdict).toBe(
    'pass',
  )
})

test('fails for one that expires soon and for one that has expired, and says when', () => {
  const resources = [
    certificate('2026-12-01T00:00:00.000Z'),
    certificate('2026-11-01T00:00:00.000Z', 'EXPIRED', 'old.example'),
  ]
  expect(judged(check, resources, { now }).failing).toMatchObject([
    { message: expect.stringContaining('shop.example expires on 2026-12-01'), detail: { inUse: true } },
    { message: expect.stringContaining('old.example expired on 2026-11-01') },
  ])
})

test('does not apply where no certificate was issued', () => {
  expect(judged(check, []).verdict).toBe('not_applicable')
  expect(judged(check, [certificate(null, 'PENDING_VALIDATION')]).verdict).toBe('not_applicable')
})

test('is unknown when a certificate was not described, has no end, or the list was refused', () => {
  const refused = resourceOf('aws.acm.certificate', 'arn:x', { description: unread('acm:DescribeCertificate') })
  expect(judged(check, [refused], { now })).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
  expect(judged(check, [certificate(null)], { now })).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
  const gaps = [{ operation: 'acm:ListCertificates', region: 'eu-west-1' }]
  expect(judged(check, [certificate('2027-12-01T00:00:00.000Z')], { now, gaps }).verdict).toBe('unknown')
})
