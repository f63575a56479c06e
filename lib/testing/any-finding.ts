import fc from 'fast-check'
import type { Finding } from '@/lib/model/finding'
import { FINDING_SEVERITIES } from '@/lib/model/finding-severity'
import { LAYERS } from '@/lib/model/layer'

const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = instant.map((at) => at.slice(0, 10))
const text = fc.string({ unit: 'binary', maxLength: 300 })
const named = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })

/** Any finding a list can hold, with odd texts. */
export const anyFinding: fc.Arbitrary<Finding> = fc.record({
  id: fc.uuid(),
  connectionId: fc.uuid(),
  connectionName: named,
  checkId: named,
  source: named,
  resource: fc.record({ type: named, id: named, name: named, account: text, region: fc.option(text) }),
  title: text,
  message: text,
  severity: fc.constantFrom(...FINDING_SEVERITIES),
  severityOverride: fc.option(fc.constantFrom(...FINDING_SEVERITIES)),
  state: fc.constantFrom('open' as const, 'resolved' as const),
  capabilities: fc.subarray(['IAM-01', 'NET-02', 'DAT-03']),
  layer: fc.option(fc.constantFrom(...LAYERS)),
  openedAt: instant,
  lastSeenAt: instant,
  resolvedAt: fc.option(instant),
  runsSeen: fc.nat(),
  reopened: fc.nat(),
  owner: fc.option(fc.record({ id: fc.uuid(), name: named })),
  exceptionUntil: fc.option(day),
})
