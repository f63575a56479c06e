import { z } from 'zod'

/** Letters, digits and signs of ASCII, as OpenID Connect Core 1.0 §2 has subjects; what else is in one is refused. */
export const SUBJECT = /^[\x20-\x7e]{1,1024}$/

/** What separates the parts of a subject: repo:acme/api:ref:refs/heads/main, spiffe://example.org/ns/prod. */
const parts = (text: string): string[] => text.split(/[/:]/)

/** Two parts written out keep strangers out where many share an issuer: repo:acme/*, never repo:*. */
const LEAST_LITERAL = 2

const isLiteral = (part: string | undefined) => part !== undefined && !part.includes('*')

/**
 * What the subject of a token must look like, to the letter. `*` stands for one or more characters other than `/` and
 * `:`, at most once in each part between these.
 */
export const SubjectPattern = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(SUBJECT, 'must consist of letters, digits and signs of ASCII')
  .refine((text) => parts(text).every((part) => part.split('*').length <= 2), 'may hold one * between separators')
  .refine(
    (text) => !text.includes('*') || parts(text).slice(0, LEAST_LITERAL).every(isLiteral),
    'must begin with two parts without *, so that strangers of the same issuer do not match',
  )

/** A trust domain after SPIFFE-ID §2.1: at most 255 lower-case letters, digits, dots, dashes and underscores. */
export const isTrustDomain = (text: string): boolean => /^[a-z0-9._-]{1,255}$/.test(text)
