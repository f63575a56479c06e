import type { Problem } from '@/lib/kernel/app-error'
import type { AuditRecord } from '@/lib/model/compliance-audit'
import type { AuditMap } from '@/lib/model/import-options'
import { lineOfText, readExternalId } from './cell-text'
import { checkAuditMap, placeOf, requireMap } from './check-map'
import type { Row } from './csv-format'
import { type DateReading, dayReader } from './date-reader'
import { isUnknown } from './unknown-text'

/** How the rows of one file of audits are read. */
export type AuditReading = { map: AuditMap; headers: readonly string[]; dates: DateReading }

export type ReadAudit = { record: AuditRecord } | { rejects: Problem[] }

/** The framework of an audit whose file does not name one. */
const FRAMEWORK_NOT_STATED = 'not stated'

const LONGEST_FRAMEWORK = 200
const MOST_CONTROLS = 1_000_000

type Refuse = (field: string, reason: string) => void

/** A whole number of controls; null when the cell is unknown or was refused. */
function readCount(cell: string, field: string, refuse: Refuse): number | null {
  const text = cell.trim()
  if (isUnknown(text)) return null
  if (/^\d{1,7}$/.test(text) && Number(text) <= MOST_CONTROLS) return Number(text)
  refuse(field, `"${text.slice(0, 40)}" is not a whole number from 0 to ${MOST_CONTROLS.toLocaleString('en')}`)
  return null
}

type Counts = { passed: number | null; failed: number | null; assessed: number | null }

/** Completes two of passed, failed and assessed to three. Unknown is refused: a count that is not known is not 0. */
function complete({ passed, failed, assessed }: Counts, refuse: Refuse) {
  if (passed === null) {
    refuse('passed', 'how many controls passed is not known')
    return null
  }
  const all = assessed ?? (failed === null ? null : passed + failed)
  if (all === null) {
    refuse('failed', 'neither the controls failed nor the controls assessed are known')
    return null
  }
  const rest = failed ?? all - passed
  if (rest >= 0 && passed + rest === all) return { passed, failed: rest, assessed: all }
  const sum = failed === null ? `${passed} passed` : `${passed} passed and ${failed} failed`
  refuse('assessed', `${sum} do not make ${all} assessed`)
  return null
}

/**
 * A reader of rows: one audit, or every reason why the row is refused (row, field, reason). It never throws on account
 * of a row. Controls assessed = passed + failed; where one of failed and assessed is missing it follows from the other.
 * A missing count of controls that do not apply is 0: they stand outside the rate. The date is the day as written.
 */
export function auditReader({ map, headers, dates }: AuditReading): (row: Row) => ReadAudit {
  requireMap(checkAuditMap(map, headers))
  const place = (field: keyof AuditMap) => placeOf(map[field], headers)
  const readDay = dayReader(dates)

  return ({ row, cells }) => {
    const rejects: Problem[] = []
    const refuse: Refuse = (field, reason) => void rejects.push({ row, field, reason })
    const count = (field: 'passed' | 'failed' | 'assessed' | 'notApplicable') =>
      readCount(cells[place(field)] ?? '', field, refuse)
    const externalId = readExternalId(cells[place('externalId')] ?? '')
    if ('reason' in externalId) refuse('externalId', externalId.reason)
    const date = readDay(cells[place('auditedOn')] ?? '')
    if ('reason' in date) refuse('auditedOn', date.reason)
    if ('unknown' in date) refuse('auditedOn', 'the date of the audit is not known')
    const counts = { passed: count('passed'), failed: count('failed'), assessed: count('assessed') }
    const notApplicable = count('notApplicable') ?? 0
    const controls = rejects.length > 0 ? null : complete(counts, refuse)
    if (controls === null || !('id' in externalId) || !('day' in date)) return { rejects }
    const framework = lineOfText(cells[place('framework')] ?? '', LONGEST_FRAMEWORK) ?? FRAMEWORK_NOT_STATED
    return { record: { externalId: externalId.id, framework, auditedOn: date.day, ...controls, notApplicable } }
  }
}
