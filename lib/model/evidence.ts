import { z } from 'zod'
import { Day, Instant } from './instant'

const dates = {
  /** The day the evidence was taken, not the day it was uploaded. */
  collectedOn: Day,
  /** The last day on which it may be relied upon; null when it does not expire. */
  expiresOn: Day.nullable(),
}

export const EvidenceLink = z.object({
  kind: z.literal('link'),
  title: z.string().trim().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  ...dates,
})
export type EvidenceLink = z.infer<typeof EvidenceLink>

/** What an answer rests on: a link, or a file kept by its SHA-256. */
export const Evidence = z.object({
  id: z.uuid(),
  kind: z.enum(['link', 'file']),
  title: z.string(),
  url: z.string().nullable(),
  mediaType: z.string().nullable(),
  /** Size of a file in bytes; null for a link. */
  bytes: z.int().nullable(),
  /** Hex SHA-256 of a file's content; null for a link. */
  sha256: z.string().nullable(),
  collector: z.string(),
  createdAt: Instant,
  /** When its file was removed under a retention rule; absent while it is kept. */
  removedAt: Instant.optional(),
  ...dates,
})
export type Evidence = z.infer<typeof Evidence>
