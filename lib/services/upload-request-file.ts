import { blobStore } from '@/lib/db/blobs'
import { nextState } from '@/lib/evidence/request-transition'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequestDetail, RequestFileInput } from '@/lib/model/audit-request'
import { EVIDENCE_FILE_LIMIT, EVIDENCE_MEDIA } from '@/lib/model/evidence-file'
import { authorize } from './authorize'
import { acceptedMedia, refuseContent } from './evidence-content'
import { getAuditRequest } from './get-audit-request'
import { type OnRequest, sayOnAuditRequest } from './say-on-audit-request'

const permission = 'audit-request:answer'

type Input = OnRequest & {
  file: RequestFileInput
  mediaType: string
  /** What the sender says the size is; 0 when it does not. Only spares reading what is too large anyway. */
  announcedBytes?: number
  content: AsyncIterable<Uint8Array>
}

/**
 * Answers a request with a file of at most 10 MiB, an entry of its own; the same bytes are stored once an organization.
 * Throws as `sayOnAuditRequest` does, and unsupported-media, too-large and invalid as an upload of evidence does.
 */
export async function uploadRequestFile(actor: Actor, input: Input): Promise<AuditRequestDetail> {
  const { file, content, announcedBytes = 0, mediaType: named, ...on } = input
  const { organizationId } = await authorize(actor, on.org, permission)
  const mediaType = acceptedMedia(named)
  if (announcedBytes > EVIDENCE_FILE_LIMIT) throw new AppError('too-large', { detail: 'Evidence is at most 10 MiB.' })
  // Asked before the bytes are read, so that nobody sends ten megabytes to learn that the request is closed.
  const { state } = await getAuditRequest(actor, on)
  if (nextState(state, 'answer') === null) throw new AppError('conflict', { detail: `The request is ${state}.` })
  const blobs = blobStore(organizationId)
  const received = await blobs.receive(content, EVIDENCE_FILE_LIMIT)
  try {
    await refuseContent(mediaType, received)
    return await sayOnAuditRequest(actor, on, {
      ...{ permission, kind: 'answer', text: '' },
      files: async ({ evidence }) => {
        const { sha256, bytes } = received
        await evidence.lockFile(sha256)
        await blobs.keep(received)
        return [{ title: file.title, fileName: `${file.title}.${EVIDENCE_MEDIA[mediaType]}`, mediaType, bytes, sha256 }]
      },
    })
  } finally {
    await blobs.discard(received)
  }
}
