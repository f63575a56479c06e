import { type Reading, readOrganizations } from './read-scope'
import { elevationReader } from './repositories/elevations'
import { findingReader } from './repositories/findings'
import { memberReader } from './repositories/member-list'
import { monthReader } from './repositories/months'
import { noticeReader } from './repositories/notices'
import { organizationReader } from './repositories/organizations'
import { overviewRepository } from './repositories/overview'
import { postureReader } from './repositories/posture'
import { resultRepository } from './repositories/results'

const readStoreOf = (tx: Reading, organizationId: string) => ({
  organization: organizationReader(tx, organizationId),
  members: memberReader(tx, organizationId),
  elevations: elevationReader(tx, organizationId),
  notices: noticeReader(tx, organizationId),
  overview: overviewRepository(tx, organizationId),
  results: resultRepository(tx, organizationId),
  posture: postureReader(tx, organizationId),
  findings: findingReader(tx, organizationId),
  monthlyMetrics: monthReader(tx, organizationId),
})

/** The reads that pages make on every visit, inside one organization. */
export type ReadStore = ReturnType<typeof readStoreOf>

/** One transaction that reads inside one organization; see readOrganizations for what makes it quick. */
export const readOrganization = <T>(organizationId: string, work: (store: ReadStore) => Promise<T>): Promise<T> =>
  readOrganizations([organizationId], (tx) => work(readStoreOf(tx, organizationId)))
