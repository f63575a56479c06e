import { Severity } from '@/lib/model/incident'
import type { Counted, DeploymentRecords } from '@/lib/model/report-facts'
import { dayText } from '@/lib/presentation/date'
import { countText } from '@/lib/presentation/number'
import { shareText } from '@/lib/presentation/score'
import { severityLabel } from '@/lib/presentation/severity'
import type { Block, TableBlock } from '../report'

const labelOf = (severity: string): string => {
  const known = Severity.safeParse(severity)
  return known.success ? severityLabel(known.data) : severity
}

const shown = ({ items, total }: Counted<unknown>, what: string): Block[] =>
  total > items.length
    ? [
        {
          kind: 'paragraph',
          quiet: true,
          text: `The latest ${countText(items.length)} of ${countText(total)} ${what}.`,
        },
      ]
    : []

/** Audits that name the deployment, latest first, with the share of controls that passed. */
export const auditBlocks = (audits: DeploymentRecords['audits']): Block[] => [
  auditTable(audits),
  ...shown(audits, 'audits'),
]

const auditTable = ({ items }: DeploymentRecords['audits']): TableBlock => ({
  kind: 'table',
  caption: 'Compliance audits of this deployment',
  columns: [
    { label: 'Framework', width: 2.2 },
    { label: 'Audited', width: 1.1 },
    { label: 'Assessed', width: 0.8, numeric: true },
    { label: 'Passed', width: 0.8, numeric: true },
    { label: 'Failed', width: 0.8, numeric: true },
    { label: 'Not applicable', width: 0.9, numeric: true },
    { label: 'Pass rate', width: 0.8, numeric: true },
    { label: 'Source', width: 1 },
  ],
  rows: items.map(({ framework, auditedOn, assessed, passed, failed, notApplicable, source }) => [
    framework,
    dayText(auditedOn),
    countText(assessed),
    countText(passed),
    countText(failed),
    countText(notApplicable),
    shareText(assessed === 0 ? null : passed / assessed),
    source,
  ]),
  empty: 'No audit names this deployment.',
})

/** Incidents that name the deployment: how many of each severity, and the latest. */
export const incidentBlocks = ({ incidents, recent }: DeploymentRecords): Block[] => [
  {
    kind: 'table',
    caption: 'Incidents of this deployment by severity',
    columns: [
      { label: 'Severity', width: 3 },
      { label: 'Incidents', width: 1, numeric: true },
      { label: 'Still open', width: 1, numeric: true },
    ],
    rows: incidents.map(({ severity, incidents: all, open }) => [labelOf(severity), countText(all), countText(open)]),
    empty: 'No incident names this deployment.',
  },
  ...(recent.items.length === 0
    ? []
    : [
        { kind: 'heading' as const, text: 'Latest incidents' },
        {
          kind: 'table' as const,
          caption: 'Latest incidents of this deployment',
          columns: [
            { label: 'Incident', width: 3.4 },
            { label: 'Severity', width: 1 },
            { label: 'Counted on', width: 1.1 },
            { label: 'Resolved', width: 1.1 },
          ],
          rows: recent.items.map(({ externalId, title, severity, countedAt, resolvedAt }) => [
            title === null ? externalId : { text: title, sub: externalId },
            labelOf(severity),
            dayText(countedAt.slice(0, 10)),
            resolvedAt === null ? 'open' : dayText(resolvedAt.slice(0, 10)),
          ]),
          empty: '',
        },
        ...shown(recent, 'incidents'),
      ]),
]
