import { operator } from '@/lib/auth/operator'
import { type LoadReport, loadScenario } from '@/prisma/seed/load-scenario'
import { study } from '@/prisma/seed/study/scenario'

/**
 * Loads what is missing of the synthetic study into the open database, as the operator. Where all of it is there this is
 * one query, so every start may ask. Throws conflict when a name of the study belongs to real data.
 */
export const seedStudy = async (say?: (line: string) => void): Promise<LoadReport> =>
  loadScenario(await operator(), study, say)
