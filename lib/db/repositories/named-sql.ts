/**
 * A statement with `@name` parameters as Postgres takes it: numbered by first appearance, and the values in that order.
 * The statement is a constant of the program, never input.
 */
export function namedSql<Name extends string>(
  sql: string,
  values: Readonly<Record<Name, unknown>>,
): [sql: string, ...values: unknown[]] {
  const names: Name[] = []
  const text = sql.replace(/@(\w+)/g, (_, name: Name) => {
    if (!Object.hasOwn(values, name)) throw new Error(`the statement names @${name}, which has no value`)
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return [text, ...names.map((name) => values[name])]
}
