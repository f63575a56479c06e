import { readOrganizations } from '@/lib/db/read-scope'
import { statementReader } from '@/lib/db/repositories/statements'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { ScoreStatement } from '@/lib/model/score-statement'
import { MEDIA, type PackPiece, textPiece } from './pack-piece'

type Asked = { organizationId: string; scope: AuditScope; asOf: string }

const PAGE = 50

/** Signed scores that speak for the period, each with the inputs it was computed from; inputs of several are there once. */
export async function statementPieces({ organizationId, scope, asOf }: Asked): Promise<PackPiece[]> {
  const pieces = new Map<string, PackPiece>()
  const asked = { ...scope.period, deploymentIds: scope.deploymentIds, asOf, limit: PAGE }
  for (let after: ScoreStatement | null = null; ; ) {
    const page: ScoreStatement[] = await readOrganizations([organizationId], (tx) =>
      statementReader(tx, organizationId).within({ ...asked, after }),
    )
    for (const { kind, id, envelope, inputs, inputsSha256 } of page) {
      const path = PACK_PATHS.statement(kind, id)
      pieces.set(path, await textPiece(path, MEDIA.json, canonicalJson(envelope)))
      const inputsPath = PACK_PATHS.statementInputs(inputsSha256)
      if (!pieces.has(inputsPath)) pieces.set(inputsPath, await textPiece(inputsPath, MEDIA.json, inputs))
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return [...pieces.values()]
    after = last
  }
}
