import type { Received } from '@/lib/db/blobs'
import { contentFault } from '@/lib/evidence/content-fault'
import { foundMediaFault } from '@/lib/evidence/found-media-fault'
import { AppError } from '@/lib/kernel/app-error'
import { type EvidenceMedia, isEvidenceMedia } from '@/lib/model/evidence-file'
import { foundMedia } from './found-media'

/** The media type a Content-Type names. Throws unsupported-media for one that evidence does not come as. */
export function acceptedMedia(header: string): EvidenceMedia {
  const mediaType = header.split(';')[0]?.trim().toLowerCase() ?? ''
  if (isEvidenceMedia(mediaType)) return mediaType
  throw new AppError('unsupported-media', {
    detail:
      'Evidence is a PDF, PNG, JPEG, CSV, plain text, JSON, Excel (xlsx), Word (docx) or ZIP file; name its type in Content-Type.',
  })
}

/** Throws invalid for an empty file, and unsupported-media where the bytes are of another type than was said. */
export async function refuseContent(mediaType: EvidenceMedia, { path, head, hasNul, bytes }: Received): Promise<void> {
  if (bytes === 0) {
    throw new AppError('invalid', { detail: 'The file is empty.', problems: [{ field: 'body', reason: 'is empty' }] })
  }
  const fault = contentFault(mediaType, head, hasNul) ?? foundMediaFault(mediaType, await foundMedia(path))
  if (fault) throw new AppError('unsupported-media', { detail: fault })
}
