import type { PolicyDocument } from '@/lib/model/facts/aws-policy'

/**
 * A policy document as the source gives it: JSON, which IAM percent-encodes (RFC 3986). Null when it is none, so that a
 * document nobody can read is never taken for one that allows nothing.
 */
export function policyDocument(text: string | undefined): PolicyDocument | null {
  if (text === undefined) return null
  try {
    const value: unknown = JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text)
    return isPolicy(value) ? value : null
  } catch {
    return null
  }
}

const isPolicy = (value: unknown): value is PolicyDocument =>
  typeof value === 'object' && value !== null && 'Statement' in value && typeof value.Statement === 'object'
