import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileLocation } from './file-location'

const sarif = (uri: string, region?: object) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri }, ...(region ? { region } : {}) } }],
})

describe('the file a scanner’s record names', () => {
  test.each([
    ['sarif', sarif('src/a.tf', { startLine: 3, endLine: 4 }), '', { uri: 'src/a.tf', startLine: 3, endLine: 4 }],
    ['sarif', sarif('file:///src/a.tf'), '', { uri: 'file:///src/a.tf', startLine: null, endLine: null }],
    ['sarif', sarif('src/ä b.tf', { startLine: 0 }), '', { uri: 'src/%C3%A4%20b.tf', startLine: null, endLine: null }],
    ['checkov', { file_path: '/main.tf', file_line_range: [1, 9] }, '', { uri: 'main.tf', startLine: 1, endLine: 9 }],
    [
      'checkov',
      { file_path: 'mod\\x.tf', file_line_range: [5, 2] },
      '',
      { uri: 'mod/x.tf', startLine: 5, endLine: null },
    ],
    [
      'trivy',
      { CauseMetadata: { Resource: 'aws_s3_bucket.x', StartLine: 2, EndLine: 7 } },
      'infra/main.tf (aws_s3_bucket.x)',
      { uri: 'infra/main.tf', startLine: 2, endLine: 7 },
    ],
    ['trivy', { StartLine: 4 }, 'config/.env (4)', { uri: 'config/.env', startLine: 4, endLine: null }],
  ])('%s', (format, record, name, expected) => {
    expect(fileLocation(format, record, name)).toEqual(expected)
  })
  test.each([
    ['a vulnerability in an image', 'trivy', { PkgName: 'openssl' }],
    ['a logical place', 'sarif', { locations: [{ logicalLocations: [{ fullyQualifiedName: 'x' }] }] }],
    ['a format that knows no files', 'ocsf', { file_path: 'x' }],
    ['a name every object has', 'constructor', {}],
    ['nothing at all', 'sarif', null],
    ['only slashes', 'checkov', { file_path: '//' }],
  ])('null for %s', (_, format, record) => {
    expect(fileLocation(format, record, 'alpine (openssl)')).toBeNull()
  })
  test('is a URI reference whatever the file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const found = fileLocation('checkov', { file_path: name }, '')
        if (found === null) return
        expect(found.uri).toMatch(/^[\w\-.~:/?#@!$&'()*+,;=%]+$/)
        expect(() => new URL(found.uri, 'https://example.test/')).not.toThrow()
      }),
      { numRuns: 500, seed: 3986 },
    )
  })
})
