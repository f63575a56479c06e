import { createHash } from 'node:crypto'

/** Stands at the beginning of a statement that is the same on every call and worth planning once. */
export const KEPT = '/* kept */'

/** What every request asks before anything else: who is it, and where may they act. */
const ASKED_ALWAYS =
  /^SELECT "public"\."(users|sessions|memberships|organization_directory|organizations|signing_keys)"/
/** A text that varies without end must not fill the connections with statements nobody asks again. */
const MOST = 200

const names = new Map<string, string>()

/**
 * The name under which Postgres keeps a statement parsed and planned on its connection; empty for all others. Planning
 * costs more than running for these, and less than a wrong plan for statements whose size varies, so they opt in.
 */
export function statementName({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  const text = sql.trimStart()
  if (args.length === 0 || !(text.startsWith(KEPT) || ASKED_ALWAYS.test(text))) return ''
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= MOST) return ''
  const name = `kept_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
  names.set(sql, name)
  return name
}
