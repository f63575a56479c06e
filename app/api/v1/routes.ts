import type { RouteEntry } from '@/lib/http/openapi'
import * as deployment from './orgs/[org]/deployments/[id]/route'
import * as deployments from './orgs/[org]/deployments/route'

/** Every URL of the API. A route file that is missing here fails the law's test. */
export const routes: readonly RouteEntry[] = [
  { path: '/api/v1/orgs/{org}/deployments', methods: deployments },
  { path: '/api/v1/orgs/{org}/deployments/{id}', methods: deployment },
]
