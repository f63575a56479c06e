import { newId } from '@/lib/kernel/id'
import type { Evidence } from '@/lib/model/evidence'
import type { Evidence as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { fromDay, fromDayOrNull, toDay, toDayOrNull, toInstantOrNull } from './calendar'

export const toEvidence = (row: Row): Evidence => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  url: row.url,
  mediaType: row.mediaType,
  bytes: row.bytes,
  sha256: row.sha256,
  collectedOn: toDay(row.collectedOn),
  expiresOn: toDayOrNull(row.expiresOn),
  collector: row.collector,
  createdAt: row.createdAt.toISOString(),
  ...(row.removedAt ? { removedAt: row.removedAt.toISOString() } : {}),
})

/** Evidence as it is written; `collector` is who added it. */
export type NewEvidence = Omit<Evidence, 'id' | 'createdAt' | 'removedAt'>

/** Where evidence belongs; `removedAt` is when its file was removed under a retention rule, null while it is kept. */
export type PlacedEvidence = { evidence: Evidence; assessmentId: string; capability: string; removedAt: string | null }

export const evidenceRepository = (tx: Tx, organizationId: string) => ({
  async get(id: string): Promise<PlacedEvidence> {
    const row = found(
      await tx.evidence.findUnique({
        where: { organizationId_id: { organizationId, id } },
        include: { answer: { select: { assessmentId: true, capability: true } } },
      }),
    )
    return { evidence: toEvidence(row), ...row.answer, removedAt: toInstantOrNull(row.removedAt) }
  },
  async add(rows: readonly { answerId: string; evidence: NewEvidence }[]): Promise<Evidence[]> {
    const data = rows.map(({ answerId, evidence: { collectedOn, expiresOn, ...facts } }) => ({
      organizationId,
      id: newId(),
      answerId,
      ...facts,
      collectedOn: fromDay(collectedOn),
      expiresOn: fromDayOrNull(expiresOn),
    }))
    return (await tx.evidence.createManyAndReturn({ data })).map(toEvidence)
  },
  async remove(id: string): Promise<void> {
    await tx.evidence.delete({ where: { organizationId_id: { organizationId, id } } })
  },
  /** Files of an assessment, for whoever is about to delete it. */
  async filesOf(assessmentId: string): Promise<string[]> {
    const rows = await tx.evidence.findMany({
      where: { organizationId, answer: { organizationId, assessmentId }, sha256: { not: null } },
      select: { sha256: true },
      distinct: ['sha256'],
    })
    return rows.flatMap(({ sha256 }) => sha256 ?? [])
  },
  /** Whether anything kept names the file: evidence, an answer to an auditor, a framework's document, a report's logo. */
  async isUsed(sha256: string): Promise<boolean> {
    const of = { where: { organizationId, sha256 }, select: { id: true } }
    return (
      (await tx.evidence.findFirst({ ...of, where: { ...of.where, removedAt: null } })) !== null ||
      (await tx.auditRequestFile.findFirst(of)) !== null ||
      (await tx.customFramework.findFirst(of)) !== null ||
      (await tx.reportStyle.findFirst({ where: { organizationId, logoSha256: sha256 }, select: { id: true } })) !== null
    )
  },
  /** One writer a file until the transaction ends: nobody removes bytes that somebody else is just adding again. */
  async lockFile(sha256: string): Promise<void> {
    const key = `${organizationId}/${sha256}`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`
  },
})
