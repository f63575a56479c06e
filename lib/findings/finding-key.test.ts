import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findingKey } from './finding-key'

const sha256 = (text: string): string => hash('sha256', text, 'hex')

test('is the digest of the canonical JSON of check and resource, so that anybody can compute it', () => {
  const key = findingKey(sha256, 'aws_s3_bucket_public', 'arn:aws:s3:::exports')
  expect(key).toBe(sha256('["aws_s3_bucket_public","arn:aws:s3:::exports"]'))
})

test('tells apart what a mere joining would not', () => {
  expect(findingKey(sha256, 'a', 'b","c')).not.toBe(findingKey(sha256, 'a","b', 'c'))
})

test('takes halves of characters, which other scanners’ files can hold', () => {
  expect(findingKey(sha256, 'a', '\ud800')).toBe(findingKey(sha256, 'a', '\ufffd'))
})
