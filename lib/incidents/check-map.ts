import { AppError, type Problem } from '@/lib/kernel/app-error'
import type { AuditMap, IncidentMap } from '@/lib/model/import-options'

type ColumnMap = Partial<IncidentMap> | Partial<AuditMap>

export const INSTANT_FIELDS = ['occurredAt', 'detectedAt', 'acknowledgedAt', 'containedAt', 'resolvedAt'] as const

function missingColumns(map: ColumnMap, headers: readonly string[]): Problem[] {
  const columns = headers.filter((header) => header !== '')
  return Object.entries(map).flatMap(([field, column]) =>
    column === undefined || columns.includes(column.trim())
      ? []
      : [{ field, reason: `the file has no column "${column}"; its columns are ${columns.join(', ')}` }],
  )
}

const unchosen = (column: string | undefined, field: string, reason: string): Problem[] =>
  column === undefined ? [{ field, reason }] : []

/** What keeps a map from reading a file of incidents with these headers, field by field; empty when nothing does. */
export function checkIncidentMap(map: Partial<IncidentMap>, headers: readonly string[]): Problem[] {
  const dated = INSTANT_FIELDS.some((field) => map[field] !== undefined)
  return [
    ...unchosen(map.externalId, 'externalId', 'choose the column that holds the id of an incident'),
    ...(dated ? [] : [{ field: 'detectedAt', reason: 'choose at least one column that holds a date of the incident' }]),
    ...missingColumns(map, headers),
  ]
}

/** What keeps a map from reading a file of audits with these headers, field by field; empty when nothing does. */
export function checkAuditMap(map: Partial<AuditMap>, headers: readonly string[]): Problem[] {
  const counted = map.failed !== undefined || map.assessed !== undefined
  return [
    ...unchosen(map.externalId, 'externalId', 'choose the column that holds the id of an audit'),
    ...unchosen(map.auditedOn, 'auditedOn', 'choose the column that holds the date of an audit'),
    ...unchosen(map.passed, 'passed', 'choose the column that counts the controls passed'),
    ...(counted ? [] : [{ field: 'failed', reason: 'choose the column that counts the controls failed, or assessed' }]),
    ...missingColumns(map, headers),
  ]
}

/** Throws `invalid` with the problems of a map, so that no reader can be made from it. */
export function requireMap(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('invalid', { detail: 'The column map does not fit the file', problems })
}

/** The place of a field's column among the headers; -1 when the field is not mapped. */
export const placeOf = (column: string | undefined, headers: readonly string[]): number =>
  column === undefined ? -1 : headers.indexOf(column.trim())
