import { z } from 'zod'
import { readOrganizations } from '@/lib/db/read-scope'
import { standingReader } from '@/lib/db/repositories/standings'
import { checksTable } from '@/lib/evidence/tables/checks'
import { connectionsTable } from '@/lib/evidence/tables/connections'
import { findingsTable } from '@/lib/evidence/tables/findings'
import { findingImportsTable } from '@/lib/evidence/tables/imports'
import { resourcesTable } from '@/lib/evidence/tables/resources'
import { ruleMappingsTable } from '@/lib/evidence/tables/rule-mappings'
import { type RunUnitRow, runUnitsTable } from '@/lib/evidence/tables/run-units'
import { runsTable } from '@/lib/evidence/tables/runs'
import { verdictsTable } from '@/lib/evidence/tables/verdicts'
import { CheckFilter, checksMatching } from '@/lib/model/check-filter'
import { FindingExport } from '@/lib/model/finding-filter'
import { RuleFilter, rulesMatching } from '@/lib/model/rule-filter'
import { ConnectionFilter, RunFilter, UnitFilter } from '@/lib/model/run-filter'
import { listChecks } from '../list-checks'
import { listConnections } from '../list-connections'
import { listFindingImports } from '../list-finding-imports'
import { listFindings } from '../list-findings'
import { listRulesSeen } from '../list-rules-seen'
import { listRunUnits } from '../list-run-units'
import { listRuns } from '../list-runs'
import { pagesOf } from '../pages-of'
import { findingEvents, findingLog } from './finding-documents'
import { newestResources } from './newest-resources'
import { mapped, onePage, tableSource } from './source'

const everything = z.object({})

const findings = tableSource({
  table: findingsTable,
  permission: 'finding:export',
  filter: FindingExport,
  documents: { 'ocsf.json': findingEvents, sarif: findingLog },
  open: (actor, { org, filter: { sort, ...filter }, now }) =>
    pagesOf((page) => listFindings(actor, { org, filter, sort, page, now })),
})

const findingImports = tableSource({
  table: findingImportsTable,
  permission: 'finding:read',
  filter: everything,
  open: (actor, { org }) => pagesOf((page) => listFindingImports(actor, { org, page })),
})

const ruleMappings = tableSource({
  table: ruleMappingsTable,
  permission: 'finding:read',
  filter: RuleFilter,
  open: async (actor, { org, filter }) => onePage(rulesMatching((await listRulesSeen(actor, { org })).rules, filter)),
})

const checks = tableSource({
  table: checksTable,
  permission: 'finding:read',
  filter: CheckFilter,
  open: async (actor, { org, filter, now }) =>
    onePage(checksMatching((await listChecks(actor, { org, now })).checks, filter)),
})

const verdicts = tableSource({
  table: verdictsTable,
  permission: 'finding:read',
  filter: z.object({ check: z.string().max(200).optional() }),
  open: (_, { place: { organizationId }, filter: { check = null } }) =>
    pagesOf((page) =>
      readOrganizations([organizationId], (tx) => standingReader(tx, organizationId).page(check, page)),
    ),
})

const resources = tableSource({
  table: resourcesTable,
  permission: 'finding:read',
  filter: z.object({ connection: z.uuid().optional() }),
  open: (_, { place: { organizationId }, filter: { connection } }) => newestResources(organizationId, connection),
})

const connections = tableSource({
  table: connectionsTable,
  permission: 'connection:read',
  filter: ConnectionFilter,
  open: (actor, { org, filter }) => pagesOf((page) => listConnections(actor, { org, filter, page })),
})

const runs = tableSource({
  table: runsTable,
  permission: 'run:read',
  filter: RunFilter,
  open: (actor, { org, filter }) => pagesOf((page) => listRuns(actor, { org, filter, page })),
})

const runUnits = tableSource({
  table: runUnitsTable,
  permission: 'run:read',
  filter: UnitFilter.extend({ run: z.uuid() }),
  async open(actor, { org, filter: { run, ...filter } }) {
    const pages = await pagesOf((page) => listRunUnits(actor, { org, id: run, filter, page }))
    return mapped(pages, ({ coverage, ...unit }): RunUnitRow[] =>
      (coverage.length > 0 ? coverage : [null]).map((one) => ({ ...unit, run, coverage: one })),
    )
  },
})

export const postureSources = [
  findings,
  findingImports,
  ruleMappings,
  checks,
  verdicts,
  resources,
  connections,
  runs,
  runUnits,
]
