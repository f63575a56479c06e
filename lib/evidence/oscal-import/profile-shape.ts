import { z } from 'zod'

const Selection = z.looseObject({
  'with-child-controls': z.enum(['yes', 'no']).optional(),
  'with-ids': z.array(z.string()).optional(),
  matching: z
    .array(z.looseObject({ pattern: z.string().min(1).max(200) }))
    .max(100)
    .optional(),
})
export type Selection = z.infer<typeof Selection>

const Import = z.looseObject({
  href: z.string().min(1),
  'include-all': z.looseObject({}).optional(),
  'include-controls': z.array(Selection).optional(),
  'exclude-controls': z.array(Selection).optional(),
})
export type Import = z.infer<typeof Import>

const Resource = z.looseObject({
  uuid: z.string(),
  rlinks: z.array(z.looseObject({ href: z.string() })).optional(),
  base64: z.looseObject({ value: z.string(), 'media-type': z.string().optional() }).optional(),
})
export type Resource = z.infer<typeof Resource>

/** What is read of an OSCAL profile (NIST, 1.0 to 1.2). */
export const Profile = z.looseObject({
  uuid: z.string(),
  imports: z.array(Import).max(100),
  merge: z.looseObject({ custom: z.looseObject({}).optional() }).optional(),
  modify: z
    .looseObject({
      'set-parameters': z.array(z.looseObject({})).optional(),
      alters: z.array(z.looseObject({})).optional(),
    })
    .optional(),
  'back-matter': z.looseObject({ resources: z.array(Resource).optional() }).optional(),
})
export type Profile = z.infer<typeof Profile>
