/** One or several, as IAM's policy grammar allows. */
type OneOrMore = string | readonly string[]

/** A statement of an IAM policy document, as written. */
export type PolicyStatement = {
  Sid?: string
  Effect: 'Allow' | 'Deny'
  Principal?: '*' | Readonly<Record<string, OneOrMore>>
  NotPrincipal?: '*' | Readonly<Record<string, OneOrMore>>
  Action?: OneOrMore
  NotAction?: OneOrMore
  Resource?: OneOrMore
  NotResource?: OneOrMore
  /** Operator, then key, then values. */
  Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>
}

/** A policy document. A single statement may stand without a list. */
export type PolicyDocument = { Version?: string; Statement: PolicyStatement | readonly PolicyStatement[] }
