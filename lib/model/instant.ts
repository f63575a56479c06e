import { z } from 'zod'

/** An instant, ISO 8601 in UTC with `Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** A calendar day, `YYYY-MM-DD`, without a zone. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A UTC month, `YYYY-MM`. */
export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-03')
