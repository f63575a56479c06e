import { z } from 'zod'
import { Day } from './instant'

export const EVIDENCE_FILE_LIMIT = 10 * 1024 * 1024

/** Files that evidence comes as, and the ending a download gets. Nothing a browser would run is among them. */
export const EVIDENCE_MEDIA = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/zip': 'zip',
} as const satisfies Record<string, string>

export type EvidenceMedia = keyof typeof EVIDENCE_MEDIA

export const isEvidenceMedia = (mediaType: string): mediaType is EvidenceMedia =>
  Object.hasOwn(EVIDENCE_MEDIA, mediaType)

/** What is said about an uploaded file; its bytes travel as the body. */
export const EvidenceFile = z.object({
  title: z.string().trim().min(1).max(200),
  /** The day the evidence was taken, not the day it was uploaded. */
  collectedOn: Day,
  expiresOn: Day.nullable().default(null),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>
