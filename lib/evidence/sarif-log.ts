import type { FindingSeverity } from '@/lib/model/finding-severity'

/** What SARIF calls a rule: one check, of ours or of another scanner. */
export type SarifRule = {
  id: string
  title: string
  /** What it asserts, and what can happen where that does not hold. */
  description: string
  /** What to do about it. */
  help: string
  severity: FindingSeverity
  /** Capabilities, requirements. */
  tags: readonly string[]
}

/** One resource and one rule. `open` is what could not be decided: SARIF's word for it. */
export type SarifResult = {
  ruleId: string
  kind: 'fail' | 'open'
  /** The one that counts here; a rule has its own. */
  severity: FindingSeverity
  message: string
  resource: { id: string; type: string }
  /** The same for the same check and resource in every run. */
  key: string
  /** Why it is accepted for now. */
  exception?: string
}

export type SarifInput = {
  /** Which series of runs this belongs to, such as `payments/plan`; results are compared within one. */
  series: string
  rules: readonly SarifRule[]
  results: readonly SarifResult[]
}

type Level = 'error' | 'warning' | 'note' | 'none'

const LEVELS: Record<FindingSeverity, Level> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** What code-scanning services sort by, on the scale of CVSS: the middle of each band of CVSS 3.1, section 5. */
const SECURITY: Record<FindingSeverity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.0',
}

const NO_PLACE =
  'Locations are logical: a finding names a resource by its address or by what its source calls it. Plans and live sources say nothing of files and lines.'

/**
 * A SARIF 2.1.0 log with one run (OASIS, sarif-v2.1.0-errata01). The same input gives the same document. Results whose rule
 * is not among `rules` are given one with their id alone, so that every `ruleIndex` resolves. What is open has level `none`,
 * as section 3.27.10 asks.
 */
export function sarifLog({ series, rules, results }: SarifInput) {
  const all = withMissing(rules, results)
  const indexes = new Map(all.map(({ id }, index) => [id, index]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Proofline', rules: all.map(ruleOf) } },
        automationDetails: { id: `proofline/${series}/` },
        columnKind: 'utf16CodeUnits',
        results: results.map((one) => resultOf(one, indexes.get(one.ruleId) ?? -1)),
        properties: { locations: NO_PLACE },
      },
    ],
  }
}

function withMissing(rules: readonly SarifRule[], results: readonly SarifResult[]): SarifRule[] {
  const all = new Map(rules.map((one) => [one.id, one]))
  for (const { ruleId: id, severity } of results)
    if (!all.has(id)) all.set(id, { id, title: id, description: id, help: '', severity, tags: [] })
  return [...all.values()]
}

const ruleOf = ({ id, title, description, help, severity, tags }: SarifRule) => ({
  id,
  name: id,
  shortDescription: { text: title },
  fullDescription: { text: description },
  ...(help === '' ? {} : { help: { text: help } }),
  defaultConfiguration: { level: LEVELS[severity] },
  properties: { tags: ['security', ...tags], 'security-severity': SECURITY[severity] },
})

const resultOf = ({ ruleId, kind, severity, message, resource, key, exception }: SarifResult, ruleIndex: number) => ({
  ruleId,
  ruleIndex,
  kind,
  level: kind === 'fail' ? LEVELS[severity] : ('none' as const),
  message: { text: message },
  locations: [{ logicalLocations: [{ name: resource.id, fullyQualifiedName: resource.id, kind: 'resource' }] }],
  partialFingerprints: { 'proofline/v1': key },
  ...(exception === undefined
    ? {}
    : { suppressions: [{ kind: 'external' as const, status: 'accepted' as const, justification: exception }] }),
  properties: { resourceType: resource.type, severity },
})
