import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequestDetail, RequestAnswer, RequestFile } from '@/lib/model/audit-request'
import { type OnRequest, sayOnAuditRequest } from './say-on-audit-request'

/**
 * Answers a request in words, with evidence the organization holds already where some is named: its bytes are kept for the
 * request too, whatever becomes of where they were. Throws as `sayOnAuditRequest` does, and invalid for evidence that is
 * not there or is a link.
 */
export const answerAuditRequest = (
  actor: Actor,
  { answer, ...on }: OnRequest & { answer: RequestAnswer },
): Promise<AuditRequestDetail> =>
  sayOnAuditRequest(actor, on, {
    permission: 'audit-request:answer',
    kind: 'answer',
    text: answer.text,
    files: (store) => heldFiles(store, answer.evidenceIds),
  })

async function heldFiles(store: Store, ids: readonly string[]): Promise<Omit<RequestFile, 'id'>[]> {
  const files: Omit<RequestFile, 'id'>[] = []
  for (const [i, id] of ids.entries()) {
    const { evidence, removedAt } = await store.evidence.get(id).catch((cause) => {
      throw invalid(i, 'there is no such evidence', cause)
    })
    const { title, mediaType, bytes, sha256 } = evidence
    if (sha256 === null || mediaType === null || bytes === null)
      throw invalid(i, 'is a link, not a file: put its address into the text')
    if (removedAt !== null) throw invalid(i, 'was removed under a retention rule')
    await store.evidence.lockFile(sha256)
    files.push({ title, fileName: title, mediaType, bytes, sha256 })
  }
  return files
}

const invalid = (i: number, reason: string, cause?: unknown): AppError => {
  const field = `evidenceIds.${i}`
  return new AppError('invalid', { detail: `${field}: ${reason}`, problems: [{ field, reason }], cause })
}
