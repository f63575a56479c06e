import { accessSources } from './access'
import { assessmentSources } from './assessments'
import { postureSources } from './posture'
import { recordSources } from './records'
import type { TableSource } from './source'

/** Every table an organization can take away. */
export const TABLE_SOURCES: readonly TableSource[] = [
  ...recordSources,
  ...assessmentSources,
  ...postureSources,
  ...accessSources,
] as readonly TableSource[]

/** How every table can be written; some have documents of their own besides. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'json'] as const

/** Formats of one table, as its files end. */
export const formatsOf = ({ documents }: TableSource): string[] => [...TABLE_FORMATS, ...Object.keys(documents)]

/** Every file there is, such as `incidents.csv` and `findings.sarif`. */
export const TABLE_FILES: readonly string[] = TABLE_SOURCES.flatMap((source) =>
  formatsOf(source).map((format) => `${source.table.name}.${format}`),
)
