import type { Finding } from '@/lib/model/finding'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import type { FileLocation } from './file-location'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

const LEVELS: Readonly<Record<FindingSeverity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** What a rule's entry says. */
export type SarifRule = { id: string; title: string; help: string | null }

/** How a SARIF 2.1.0 log begins; results follow, separated by commas, then the end. */
export const SARIF_BEGIN = `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"results":[`

/** How it ends: the tool, the rules that the results named, and how many findings stand in no file and so not here. */
export const sarifEnd = (rules: Iterable<SarifRule>, withoutFile: number): string =>
  `],"columnKind":"utf16CodeUnits","properties":${JSON.stringify({ findingsWithoutFile: withoutFile })},"tool":${JSON.stringify(
    {
      driver: {
        name: 'Proofline',
        rules: [...rules].map(({ id, title, help }) => ({
          id,
          shortDescription: { text: title },
          ...(help === null ? {} : { help: { text: help } }),
        })),
      },
    },
  )}}]}\n`

/** One finding in its file, and the resource it is of; an accepted risk is a result that is suppressed. */
export const sarifResult = (finding: Finding, place: FileLocation, fingerprint: string): object => ({
  ruleId: finding.checkId,
  // A result that is no failure has no level (SARIF 2.1.0, 3.27.10).
  level: finding.state === 'resolved' ? 'none' : LEVELS[finding.severity],
  kind: finding.state === 'resolved' ? 'pass' : 'fail',
  message: { text: finding.message || finding.title },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: place.uri }, ...regionOf(place) },
      logicalLocations: [
        { name: finding.resource.name, fullyQualifiedName: finding.resource.id, kind: finding.resource.type },
      ],
    },
  ],
  partialFingerprints: { 'proofline/v1': fingerprint },
  ...(finding.exceptionUntil === null
    ? {}
    : { suppressions: [{ kind: 'external', status: 'accepted', justification: `until ${finding.exceptionUntil}` }] }),
  properties: {
    id: finding.id,
    severity: finding.severity,
    source: finding.source,
    connection: finding.connectionName,
    account: finding.resource.account,
    region: finding.resource.region,
    capabilities: finding.capabilities,
    openedAt: finding.openedAt,
    lastSeenAt: finding.lastSeenAt,
  },
})

const regionOf = ({ startLine, endLine }: FileLocation): object =>
  startLine === null ? {} : { region: { startLine, ...(endLine === null ? {} : { endLine }) } }
