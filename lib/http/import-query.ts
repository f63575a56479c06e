import { z } from 'zod'
import { DateOrder, ImportOptions } from '@/lib/model/import-options'

const MOST_MAP_TEXT = 4_000

/** A map of columns as JSON in a query parameter. */
const mapParameter = <Map extends z.ZodType>(map: Map) =>
  z
    .string()
    .max(MOST_MAP_TEXT)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON that names columns, like {"externalId":"number"}' })
        return z.NEVER
      }
    })
    .pipe(map)

const flag = z.stringbool().default(false)

/** The query of an import: the options, the map of columns and what to call the file. */
export const importQuery = <Map extends z.ZodType>(map: Map) =>
  ImportOptions.extend({ dryRun: flag, strict: flag, map: mapParameter(map) })

/** The query of an import that may come as OSCAL, which names neither columns nor where it comes from. */
export const openImportQuery = <Map extends z.ZodType>(map: Map) =>
  ImportOptions.extend({
    dryRun: flag,
    strict: flag,
    source: ImportOptions.shape.source.optional(),
    map: mapParameter(map).optional(),
  }).refine(({ map: given, source }) => given === undefined || source !== undefined, {
    path: ['source'],
    error: 'name the system the records come from; with their ids it tells records apart',
  })

/** The query of a preview: everything that is known already about how the file is read. */
export const previewQuery = <Map extends z.ZodType>(map: Map) =>
  z.object({ dates: DateOrder.optional(), zone: ImportOptions.shape.zone, map: mapParameter(map).optional() })
