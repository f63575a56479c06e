import { describe, expect, test } from 'vitest'
import { KEPT, statementName } from './statement-name'

const nameOf = (sql: string, args: unknown[] = [1]): string => statementName({ sql, args })

describe('statementName', () => {
  test('a marked statement keeps one name, and another text gets another', () => {
    expect(nameOf(`\n  ${KEPT} SELECT $1`)).toMatch(/^kept_[0-9a-f]{24}$/)
    expect(nameOf(`${KEPT} SELECT $1`)).toBe(nameOf(`${KEPT} SELECT $1`))
    expect(nameOf(`${KEPT} SELECT $1`)).not.toBe(nameOf(`${KEPT} SELECT $1, 2`))
  })

  test('what every request asks is kept without a mark', () => {
    expect(nameOf('SELECT "public"."sessions"."id" FROM "public"."sessions" WHERE "id" = $1')).not.toBe('')
  })

  test('nothing else is: an import, a setting without parameters, a list of incidents', () => {
    expect(nameOf('INSERT INTO incidents SELECT * FROM unnest($1)')).toBe('')
    expect(nameOf(`${KEPT} SET LOCAL app.organization_ids = '{}'`, [])).toBe('')
    expect(nameOf('SELECT "public"."incidents"."id" FROM "public"."incidents" WHERE "id" = $1')).toBe('')
  })

  test('texts without end do not fill the connection', () => {
    const made = Array.from({ length: 500 }, (_, n) => nameOf(`${KEPT} SELECT $1 + ${n}`))
    expect(made.filter((name) => name !== '').length).toBeLessThanOrEqual(200)
    expect(made.at(-1)).toBe('')
  })
})
