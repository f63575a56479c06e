import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'

/** The statements of a policy as a list, also where the grammar lets a single one stand alone. No document has none. */
export function statementsOf(document: PolicyDocument | null): readonly PolicyStatement[] {
  const statement = document?.Statement
  if (!statement) return []
  return Array.isArray(statement) ? statement : [statement as PolicyStatement]
}

/** A policy element that may be one text, several or absent, as a list. */
export function textsOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
