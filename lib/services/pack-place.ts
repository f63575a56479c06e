import { readOrganizations } from '@/lib/db/read-scope'
import type { OwnedPack } from '@/lib/db/repositories/evidence-packs'
import { type PopulationPlace, packReader } from '@/lib/db/repositories/pack-reader'
import type { Store } from '@/lib/db/store'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { operationOver } from './operation-over'

/** What a pack is about: how its framework was operated, and with what its populations are asked. */
export type PackPlace = {
  framework: RequirementFramework
  operations: RequirementOperation[]
  asked: PopulationPlace
}

type Told = AuditScope & Pick<OwnedPack, 'engagementId'> & { asOf: Instant }

/** Throws not-found for a framework or a deployment that is not the organization's. */
export async function packPlace(store: Store, told: Told): Promise<PackPlace> {
  const { asOf, engagementId } = told
  const scope = { framework: told.framework, period: told.period, deploymentIds: told.deploymentIds }
  const { framework, operations } = await operationOver(store, scope, asOf)
  const asked = {
    ...scope.period,
    asOf,
    deploymentIds: scope.deploymentIds,
    framework: scope.framework,
    capabilities: [...new Set(operations.flatMap(({ capabilities }) => capabilities))].sort(),
    checks: [...new Set(operations.flatMap(({ checks }) => checks))].sort(),
    engagementId,
  }
  return { framework, operations, asked }
}

/** Reads populations, each page in a transaction of its own. */
export const populationsOf = (organizationId: string, asked: PopulationPlace) =>
  packReader((work) => readOrganizations([organizationId], work), organizationId, asked)

export type PopulationReader = ReturnType<typeof populationsOf>
