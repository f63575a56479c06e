import pg from 'pg'

/** Looked up by person before any tenant is known, so their query is the only wall these have (architecture, rules of §6). */
const NO_SECOND_WALL = /\bmemberships\b|FROM "public"\."organization_directory"/

const COLUMN = String.raw`(?:"?\w+"?\.)*"?organization_id"?`
const ONE = new RegExp(String.raw`${COLUMN}\s*=\s*(\$\d+)(?:::uuid)?(?!\w)`, 'g')
const SEVERAL = new RegExp(String.raw`${COLUMN}\s*=\s*ANY\s*\((\$\d+)(?:::uuid\[\])?\)`, 'g')

/** The statement as if its author had forgotten the tenant clause: what compared with an organization holds for every row. */
export const unscoped = (text: string): string =>
  NO_SECOND_WALL.test(text)
    ? text
    : text.replace(SEVERAL, '($1::uuid[] IS NOT NULL)').replace(ONE, '($1::uuid IS NOT NULL)')

type Query = { text: string }
const isQuery = (asked: unknown): asked is Query => typeof asked === 'object' && asked !== null && 'text' in asked

// A statement that was prepared under its name before is another one now.
const forgotten = (asked: Query) => ({ ...asked, text: unscoped(asked.text), name: undefined })

/**
 * Takes the first wall away in this process: from here on no statement that Postgres gets names its tenant in a
 * condition. Returns what puts it back.
 */
export function withoutScoping(): () => void {
  const { query } = pg.Client.prototype
  const forgetful = function (this: pg.Client, asked: unknown, ...rest: unknown[]): unknown {
    if (typeof asked === 'string') return Reflect.apply(query, this, [unscoped(asked), ...rest])
    return Reflect.apply(query, this, [isQuery(asked) ? forgotten(asked) : asked, ...rest])
  }
  Object.assign(pg.Client.prototype, { query: forgetful })
  return () => Object.assign(pg.Client.prototype, { query })
}
