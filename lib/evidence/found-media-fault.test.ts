import { expect, test } from 'vitest'
import { EVIDENCE_MEDIA, type EvidenceMedia } from '@/lib/model/evidence-file'
import { foundMediaFault } from './found-media-fault'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const types = Object.keys(EVIDENCE_MEDIA) as EvidenceMedia[]

test.each(types)('%s is accepted when it is found to be that, or nothing is found', (type) => {
  expect(foundMediaFault(type, type)).toBeNull()
  expect(foundMediaFault(type, null)).toBeNull()
})

test.each([
  ['application/zip', XLSX],
  ['application/zip', 'application/vnd.oasis.opendocument.text'],
  [DOCX, 'application/zip'],
  ['image/png', 'image/apng'],
  ['text/csv', 'image/bmp'],
  ['text/plain', 'text/vcard'],
] as [EvidenceMedia, string][])('%s may be found to be %s', (type, found) => {
  expect(foundMediaFault(type, found)).toBeNull()
})

test.each([
  ['application/zip', 'application/java-archive'],
  ['application/zip', 'application/vnd.android.package-archive'],
  ['application/zip', 'application/vnd.ms-excel.sheet.macroenabled.12'],
  [XLSX, 'application/java-archive'],
  [XLSX, DOCX],
  [DOCX, 'application/vnd.ms-word.document.macroenabled.12'],
  ['application/pdf', 'application/zip'],
  ['image/png', 'image/jpeg'],
  ['image/jpeg', 'application/x-msdownload'],
  ['text/plain', 'application/pdf'],
  ['text/csv', 'application/rtf'],
  ['application/json', 'application/postscript'],
  ['text/plain', 'image/svg+xml'],
] as [EvidenceMedia, string][])('%s is refused when it is found to be %s', (type, found) => {
  expect(foundMediaFault(type, found)).toContain(found)
})
