import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const FORMATS: Readonly<Record<string, string>> = {
  url: 'must be a web address that begins with https:// or http://',
  date: 'must be a day like 2026-03-29',
  datetime: 'must be an instant like 2026-03-29T14:05:00Z',
  uuid: 'must be an id',
}

const size = ({ origin }: { origin?: string }, bound: unknown): string =>
  origin === 'string' ? `${bound} characters` : origin === 'array' ? `${bound} entries` : String(bound)

/** What is wrong with a value, in words for whoever typed it. A schema's own message goes before this one. */
export function issueText(issue: Issue): string | undefined {
  if (issue.input === undefined || issue.input === null) return 'is required'
  switch (issue.code) {
    case 'too_small':
      return issue.input === '' ? 'is required' : `must be at least ${size(issue, issue.minimum)}`
    case 'too_big':
      return `must be at most ${size(issue, issue.maximum)}`
    case 'invalid_format':
      return issue.input === '' ? 'is required' : FORMATS[issue.format]
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `is not known: ${issue.keys.join(', ')}`
    default:
      return undefined
  }
}
