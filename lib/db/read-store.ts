import { type Reading, readOrganizations } from './read-scope'
import { monthReader } from './repositories/months'
import { organizationReader } from './repositories/organizations'
import { overviewRepository } from './repositories/overview'
import { resultRepository } from './repositories/results'

const readStoreOf = (tx: Reading, organizationId: string) => ({
  organization: organizationReader(tx, organizationId),
  overview: overviewRepository(tx, organizationId),
  results: resultRepository(tx, organizationId),
  monthlyMetrics: monthReader(tx, organizationId),
})

/** The reads that pages make on every visit, inside one organization. */
export type ReadStore = ReturnType<typeof readStoreOf>

/** One transaction that reads inside one organization; see readOrganizations for what makes it quick. */
export const readOrganization = <T>(organizationId: string, work: (store: ReadStore) => Promise<T>): Promise<T> =>
  readOrganizations([organizationId], (tx) => work(readStoreOf(tx, organizationId)))
