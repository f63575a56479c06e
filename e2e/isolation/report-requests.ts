import { pngOf } from '@/lib/testing/logo'
import type { Call } from './call'

const ADMIN = { roles: ['admin'] } as const

/** Reports and how they look: read first, then changed. */
export const REPORT_CALLS: Readonly<Record<string, Call>> = {
  'GET /api/v1/orgs/{org}/reports/{kind}': {},
  'GET /api/v1/orgs/{org}/report-style': {},
  'GET /api/v1/orgs/{org}/report-style/logo': {},
  'PUT /api/v1/orgs/{org}/report-style': { ...ADMIN, data: () => ({ title: 'Taken over', colour: '#0f5f5c' }) },
  'PUT /api/v1/orgs/{org}/report-style/logo': { ...ADMIN, type: 'image/png', data: () => pngOf() },
  'DELETE /api/v1/orgs/{org}/report-style/logo': ADMIN,
}
