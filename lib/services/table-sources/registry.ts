import { TABLE_MEDIA } from '../table-file'
import { accessSources } from './access'
import { assessmentSources } from './assessments'
import { auditDeskSources } from './audit-desk'
import { postureSources } from './posture'
import { recordSources } from './records'
import type { TableSource } from './source'

/** Every table an organization can take away. */
export const TABLE_SOURCES: readonly TableSource[] = [
  ...recordSources,
  ...assessmentSources,
  ...postureSources,
  ...accessSources,
  ...auditDeskSources,
] as readonly TableSource[]

/** How every table can be written; some have documents of their own besides. */
const TABLE_FORMATS = ['csv', 'xlsx', 'json'] as const

/** Formats of one table, as its files end. */
const formatsOf = ({ documents }: TableSource): string[] => [...TABLE_FORMATS, ...Object.keys(documents)]

/** Every file there is, such as `incidents.csv` and `findings.sarif`. */
export const TABLE_FILES: readonly string[] = TABLE_SOURCES.flatMap((source) =>
  formatsOf(source).map((format) => `${source.table.name}.${format}`),
)

/** Every media type there is among them. */
export const EXPORT_MEDIA: readonly string[] = [
  ...new Set([
    ...TABLE_MEDIA,
    ...TABLE_SOURCES.flatMap(({ documents }) => Object.values(documents).map((one) => one.mediaType)),
  ]),
]
