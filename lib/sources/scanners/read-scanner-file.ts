import { peekHead } from '@/lib/incidents/peek-head'
import { readRowBatches } from '@/lib/incidents/read-rows'
import { sniffCsv } from '@/lib/incidents/sniff-csv'
import { AppError } from '@/lib/kernel/app-error'
import type { ScannerFault, ScannerFormat, ScannerRecord } from '@/lib/model/scanner-record'
import { ASFF } from './asff'
import { CHECKOV } from './checkov'
import { isObject, type Loose } from './fields'
import { jsonDocuments } from './json-documents'
import { KUBE_BENCH } from './kube-bench'
import { OCSF } from './ocsf'
import { OSCAL } from './oscal'
import { isProwlerCsv, prowlerRows } from './prowler-csv'
import { SARIF } from './sarif'
import type { Given, JsonFormat } from './scanner-format'
import { TRIVY } from './trivy'
import { withoutData } from './without-data'

const FORMATS: readonly JsonFormat[] = [OCSF, ASFF, SARIF, KUBE_BENCH, TRIVY, CHECKOV, OSCAL]
const JSON_BEGINS = /^(\ufeff|\s)*[[{]/

/** A record with its format and its place in the file, from 1: the element or document, or the line of a CSV file. */
export type ScannerRead =
  | { format: ScannerFormat; row: number; record: ScannerRecord }
  | { format: ScannerFormat; row: number; fault: ScannerFault }

/**
 * The records of another scanner's file, one by one, whatever its format, which is told by the first document. Memory does
 * not grow with a list. Contents of resources and source code are left out of `raw`. A record that cannot be read is a
 * fault with its place; a file that is none of the formats, or ends in the middle, throws `invalid` and nothing of it
 * must be taken.
 */
export async function* readScannerFile(source: AsyncIterable<Uint8Array>): AsyncGenerator<ScannerRead> {
  const { head, chunks } = await peekHead(source)
  if (head.length === 0) throw new AppError('invalid', { detail: 'The file is empty.' })
  const isJson = JSON_BEGINS.test(new TextDecoder().decode(head.subarray(0, 512)))
  yield* isJson ? readJson(chunks) : readCsv(head, chunks)
}

async function* readJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ScannerRead> {
  let known: JsonFormat | null = null
  for await (const { row, text } of jsonDocuments(chunks)) {
    const document = parse(text, row)
    known ??= formatOf(document)
    const { format } = known
    if (!known.recognises(document)) {
      yield { format, row, fault: { row, field: 'record', reason: `is no ${format}, as the records before it are` } }
    } else {
      known.refuse?.(text)
      for (const given of known.read(document)) yield placed(format, row, given)
    }
  }
}

async function* readCsv(head: Uint8Array, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ScannerRead> {
  const sniffed = sniffCsv(head)
  if (!('format' in sniffed) || !isProwlerCsv(sniffed.format)) throw unknownFormat()
  const read = prowlerRows(sniffed.format)
  for await (const batch of readRowBatches(chunks, sniffed.format))
    for (const row of batch) yield placed('prowler-csv', row.row, read(row))
}

const placed = (format: ScannerFormat, row: number, given: Given): ScannerRead =>
  'record' in given
    ? { format, row, record: { ...given.record, raw: withoutData(given.record.raw) } }
    : { format, row, fault: { row, ...given.fault } }

function parse(text: string, row: number): Loose {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch (cause) {
    throw new AppError('invalid', { detail: `Record ${row} is not valid JSON; nothing was taken.`, cause })
  }
  throw new AppError('invalid', { detail: `Record ${row} is no JSON object; nothing was taken.` })
}

function formatOf(document: Loose): JsonFormat {
  const found = FORMATS.find((one) => one.recognises(document))
  if (!found) throw unknownFormat()
  return found
}

const unknownFormat = (): AppError =>
  new AppError('invalid', {
    detail:
      'This is no file of findings that can be read. Known are OCSF (2003 to 2005), ASFF, SARIF 2.1.0, OSCAL assessment results, the JSON of kube-bench, Trivy and Checkov, and the CSV of Prowler.',
  })
