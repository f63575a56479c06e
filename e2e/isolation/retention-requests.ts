import type { Call } from './call'

const ADMIN = { roles: ['admin'] } as const

/** How long things are kept: what is read first, then changed. */
export const RETENTION_CALLS: Readonly<Record<string, Call>> = {
  'GET /api/v1/orgs/{org}/retention-rules': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/legal-holds': { roles: ['auditor', 'admin'] },
  'GET /api/v1/orgs/{org}/removals': { roles: ['auditor', 'admin'] },
  'PUT /api/v1/orgs/{org}/retention-rules': {
    ...ADMIN,
    data: () => ({ kind: 'decisions', keepDays: 400, reason: 'taken over' }),
  },
  'POST /api/v1/orgs/{org}/legal-holds': {
    ...ADMIN,
    data: () => ({ name: 'Taken over', reason: 'taken over', kinds: ['packs'], from: null, to: '2001-01-01' }),
  },
  'POST /api/v1/orgs/{org}/legal-holds/{id}/release': {
    ...ADMIN,
    id: ({ legalHold }) => legalHold,
    data: () => ({ reason: 'taken over' }),
  },
  'POST /api/v1/orgs/{org}/removals/{id}/confirm': {
    ...ADMIN,
    id: ({ removal }) => removal.id,
    data: ({ removal }) => ({ digest: removal.digest }),
    orTold: 'Make a new report',
  },
  'POST /api/v1/orgs/{org}/removals': ADMIN,
}
