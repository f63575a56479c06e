import type { RouteEntry } from '@/lib/http/openapi'
import * as auditsPreview from './orgs/[org]/audits/import/preview/route'
import * as auditsImport from './orgs/[org]/audits/import/route'
import * as audits from './orgs/[org]/audits/route'
import * as auditsExport from './orgs/[org]/audits.csv/route'
import * as deployment from './orgs/[org]/deployments/[id]/route'
import * as deployments from './orgs/[org]/deployments/route'
import * as importBatch from './orgs/[org]/imports/[id]/route'
import * as undoImport from './orgs/[org]/imports/[id]/undo/route'
import * as imports from './orgs/[org]/imports/route'
import * as incidentsPreview from './orgs/[org]/incidents/import/preview/route'
import * as incidentsImport from './orgs/[org]/incidents/import/route'
import * as incidents from './orgs/[org]/incidents/route'
import * as incidentsExport from './orgs/[org]/incidents.csv/route'
import * as metrics from './orgs/[org]/metrics/route'
import * as outcomes from './orgs/[org]/outcomes/route'

/** Every URL of the API. A route file that is missing here fails the law's test. */
export const routes: readonly RouteEntry[] = [
  { path: '/api/v1/orgs/{org}/deployments', methods: deployments },
  { path: '/api/v1/orgs/{org}/deployments/{id}', methods: deployment },
  { path: '/api/v1/orgs/{org}/audits', methods: audits },
  { path: '/api/v1/orgs/{org}/audits.csv', methods: auditsExport },
  { path: '/api/v1/orgs/{org}/audits/import', methods: auditsImport },
  { path: '/api/v1/orgs/{org}/audits/import/preview', methods: auditsPreview },
  { path: '/api/v1/orgs/{org}/incidents', methods: incidents },
  { path: '/api/v1/orgs/{org}/incidents.csv', methods: incidentsExport },
  { path: '/api/v1/orgs/{org}/incidents/import', methods: incidentsImport },
  { path: '/api/v1/orgs/{org}/incidents/import/preview', methods: incidentsPreview },
  { path: '/api/v1/orgs/{org}/imports', methods: imports },
  { path: '/api/v1/orgs/{org}/imports/{id}', methods: importBatch },
  { path: '/api/v1/orgs/{org}/imports/{id}/undo', methods: undoImport },
  { path: '/api/v1/orgs/{org}/metrics', methods: metrics },
  { path: '/api/v1/orgs/{org}/outcomes', methods: outcomes },
]
