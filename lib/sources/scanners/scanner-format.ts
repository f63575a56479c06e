import type { ScannerFault, ScannerFormat, ScannerRecord } from '@/lib/model/scanner-record'
import type { Loose } from './fields'

/** What one document gives: records, and what of it could not be read. */
export type Given = { record: ScannerRecord } | { fault: Omit<ScannerFault, 'row'> }

/** A format of scanners' JSON: how one of its documents is told, and what it holds. */
export type JsonFormat = {
  format: ScannerFormat
  recognises(document: Loose): boolean
  read(document: Loose): Iterable<Given>
  /** Judges the text itself, for what its value no longer shows. Throws invalid. */
  refuse?(text: string): void
}

export const missing = (field: string, reason = 'is missing'): Given => ({ fault: { field, reason } })
