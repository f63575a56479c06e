import { describe, expect, test } from 'vitest'
import { EVIDENCE_MEDIA, type EvidenceMedia } from '@/lib/model/evidence-file'
import { contentFault } from './content-fault'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const fault = (type: EvidenceMedia, text: string, hasNul = text.includes('\0')) =>
  contentFault(type, bytes(text), hasNul)
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const TRUE: Record<EvidenceMedia, string> = {
  'application/pdf': '%PDF-1.7\n',
  'image/png': '\x89PNG\r\n\x1a\n\0',
  'image/jpeg': '\xff\xd8\xff\xe0',
  'application/zip': 'PK\x03\x04\0',
  [XLSX]: 'PK\x03\x04\0',
  [DOCX]: 'PK\x03\x04\0',
  'text/csv': 'a;b\n1;2\n',
  'text/plain': 'hello <world>',
  'application/json': ' [{"a":1}]',
}
const types = Object.keys(EVIDENCE_MEDIA) as EvidenceMedia[]

describe('contentFault', () => {
  test.each(types)('%s is accepted when it begins like one', (type) => {
    expect(fault(type, TRUE[type])).toBe(null)
  })

  test.each(types)('%s is refused for a web page, a script and a cut beginning', (type) => {
    for (const text of ['<!DOCTYPE html>', '  <script>', '#!/bin/sh\n'])
      expect(fault(type, text)).toEqual(expect.any(String))
    if (!type.startsWith('text/'))
      expect(fault(type, TRUE[type].slice(0, 1).replace('[', ''))).toEqual(expect.any(String))
  })

  test('text with a zero byte anywhere is no text', () => {
    expect(contentFault('text/csv', bytes('a;b\n'), true)).toContain('not text')
  })

  test('one signature is not another', () => {
    expect(fault('image/png', TRUE['image/jpeg'])).toContain('image/png')
    expect(fault('application/pdf', TRUE['application/zip'])).toContain('application/pdf')
  })

  test.each(['{', '[', '"x"', '-1', '7', 'true', 'false', 'null'])('JSON may begin with %s', (text) => {
    expect(fault('application/json', text)).toBe(null)
  })
})
