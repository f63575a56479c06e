import { z } from 'zod'
import { FrameworkId } from './requirement'

/** What a document is asked of. */
export const OscalExportQuery = z.object({
  assessment: z.uuid().optional(),
  run: z.uuid().optional(),
  framework: FrameworkId.optional(),
})
export type OscalExportQuery = z.infer<typeof OscalExportQuery>

/** In the order in which they build on each other. */
export const OSCAL_MODELS = [
  'catalog',
  'component-definition',
  'mapping',
  'assessment-plan',
  'assessment-results',
  'poam',
] as const
export const OscalModel = z.enum(OSCAL_MODELS)
export type OscalModel = z.infer<typeof OscalModel>
