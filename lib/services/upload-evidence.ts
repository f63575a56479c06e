import { blobStore } from '@/lib/db/blobs'
import { found } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Evidence } from '@/lib/model/evidence'
import { EVIDENCE_FILE_LIMIT, type EvidenceFile } from '@/lib/model/evidence-file'
import { authorize } from './authorize'
import { acceptedMedia, refuseContent } from './evidence-content'
import { evidenceDayProblems } from './evidence-input'
import { type AnswerPlace, openAnswer } from './evidence-place'
import { refuseUnknownCapability } from './known-capability'
import { refuseDays } from './latest-day'

type Input = AnswerPlace & {
  file: EvidenceFile
  mediaType: string
  /** What the sender says the size is; 0 when it does not. Only spares reading what is too large anyway. */
  announcedBytes?: number
  content: AsyncIterable<Uint8Array>
  now?: Date
}

/**
 * Adds a file of at most 10 MiB to an answer of a draft; the same bytes are stored once an organization. Throws
 * not-found, unsupported-media when the type is not accepted or the bytes are of another, too-large, invalid for
 * impossible days or an empty file, conflict when the assessment is no draft.
 */
export async function uploadEvidence(actor: Actor, input: Input): Promise<Evidence> {
  const { file, content, announcedBytes = 0, now = new Date(), ...place } = input
  const admitted = await authorize(actor, place.org, 'evidence:write')
  const mediaType = acceptedMedia(input.mediaType)
  if (announcedBytes > EVIDENCE_FILE_LIMIT) throw new AppError('too-large', { detail: 'Evidence is at most 10 MiB.' })
  refuseUnknownCapability(place.capability)
  refuseDays(evidenceDayProblems(file, now))
  // Asked before the bytes are read, so that nobody sends ten megabytes to learn that the assessment is closed.
  await forOrganization(admitted, (store) => openAnswer(store, place))
  const blobs = blobStore(admitted.organizationId)
  const received = await blobs.receive(content, EVIDENCE_FILE_LIMIT)
  try {
    await refuseContent(mediaType, received)
    return await forOrganization(admitted, async (store) => {
      const { draft, answer } = await openAnswer(store, place)
      const { sha256, bytes } = received
      await store.evidence.lockFile(sha256)
      await blobs.keep(received)
      const facts = { kind: 'file' as const, ...file, url: null, mediaType, bytes, sha256, collector: actor.name }
      const [added] = await store.evidence.add([{ answerId: answer.id, evidence: facts }])
      await store.transitions.touch(draft.id, now)
      await store.audit.append(actor, {
        action: 'evidence.uploaded',
        subject: found(added).id,
        detail: { assessmentId: draft.id, capability: place.capability, title: file.title, sha256, bytes, mediaType },
        after: found(added),
      })
      return found(added)
    })
  } finally {
    await blobs.discard(received)
  }
}
