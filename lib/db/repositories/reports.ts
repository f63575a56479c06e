import type { Tx } from '../scope'
import { reportFactReader } from './report-facts'
import { reportStyleRepository } from './report-styles'

/** What reports are made of beside what pages read, and how they look. */
export const reportRepositories = (tx: Tx, organizationId: string) => ({
  reportFacts: reportFactReader(tx, organizationId),
  reportStyles: reportStyleRepository(tx, organizationId),
})
