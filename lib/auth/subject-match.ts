import { SUBJECT } from '@/lib/model/subject-pattern'

const split = (text: string): string[] => text.split(/([/:])/)

/**
 * Whether the whole subject looks like the pattern. Both are cut at `/` and `:`; there must be as many parts with the same
 * separators, and `*` stands for at least one character within its part. So `repo:acme/*` is no other owner, no other
 * kind of subject and nothing longer. Compares code units: nothing is folded, decoded or normalised.
 */
export function matchesSubject(pattern: string, subject: string): boolean {
  if (!SUBJECT.test(subject)) return false
  const [wanted, given] = [split(pattern), split(subject)]
  return wanted.length === given.length && wanted.every((part, at) => matchesPart(part, given[at] ?? ''))
}

function matchesPart(pattern: string, text: string): boolean {
  const [before = '', after, ...more] = pattern.split('*')
  if (after === undefined) return pattern === text
  if (more.length > 0) return false
  return text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)
}
