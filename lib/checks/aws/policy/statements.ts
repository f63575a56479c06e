import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'

/** The statements of a policy as a list, also where the grammar lets a single one stand alone. No document has none. */
export function statementsOf(document: PolicyDocument | null): readonly PolicyStatement[] {
  const statement = document?.Statement
  if (!statement) return []
  return Array.isArray(statement) ? statement : [statement as PolicyStatement]
}

const isText = (value: unknown) => typeof value === 'string'

/**
 * A policy element that may be one text, several or absent, as a list. JSON policies also write `false` and `1.2` bare in
 * conditions; IAM reads them as texts.
 */
export function textsOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) return [String(value)]
  return value.every(isText) ? value : value.map(String)
}
