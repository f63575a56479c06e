import { z } from 'zod'
import { Instant } from './instant'

export const LOGO_LIMIT = 512 * 1024
/** On either side, in pixels. */
export const LOGO_SIDES = { least: 16, most: 2000 } as const
const LOGO_MEDIA = ['image/png', 'image/jpeg'] as const

/** What an administrator says about how reports look. */
export const ReportStyleInput = z.object({
  /** Name on every page; null shows the organization's. */
  title: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .refine((value) => !/\p{Cc}/u.test(value), 'must not hold control characters')
    .nullable(),
  /** null is the product's. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must look like #0f5f5c')
    .transform((value) => value.toLowerCase())
    .nullable(),
})
export type ReportStyleInput = z.infer<typeof ReportStyleInput>

export const ReportLogo = z.object({
  sha256: z.string(),
  mediaType: z.enum(LOGO_MEDIA),
  width: z.int(),
  height: z.int(),
})
export type ReportLogo = z.infer<typeof ReportLogo>

/** In pixels. */
export type PictureSize = Pick<ReportLogo, 'width' | 'height'>

/** How an organization's reports look; everything is null where nothing was chosen. */
export const ReportStyle = z.object({
  title: z.string().nullable(),
  colour: z.string().nullable(),
  logo: ReportLogo.nullable(),
  updatedBy: z.string().nullable(),
  updatedAt: Instant.nullable(),
})
export type ReportStyle = z.infer<typeof ReportStyle>
