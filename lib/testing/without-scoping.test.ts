import { expect, test } from 'vitest'
import { unscoped } from './without-scoping'

test.each([
  ['SELECT 1 FROM incidents WHERE organization_id = $1::uuid AND id = $2', '($1::uuid IS NOT NULL) AND id = $2'],
  [
    'SELECT 1 FROM i WHERE ("public"."i"."organization_id" = $1 AND "public"."i"."id" = $2)',
    '(($1::uuid IS NOT NULL) AND',
  ],
  ['UPDATE d SET name = $1 WHERE d.organization_id = ANY ($2::uuid[])', 'WHERE ($2::uuid[] IS NOT NULL)'],
])('a tenant clause is forgotten: %s', (statement, part) => {
  expect(unscoped(statement)).toContain(part)
  expect(unscoped(statement)).not.toMatch(/organization_id"? =/)
})

test.each([
  'SELECT 1 FROM a JOIN b ON a.organization_id = b.organization_id',
  'INSERT INTO incidents (organization_id, id) VALUES ($1, $2)',
  'SELECT role FROM memberships WHERE organization_id = $1 AND user_id = $2',
])('what compares with no tenant stays: %s', (statement) => expect(unscoped(statement)).toBe(statement))
