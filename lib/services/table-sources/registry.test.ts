import { describe, expect, test } from 'vitest'
import { TABLE_FILES, TABLE_SOURCES } from './registry'

const KEYS = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)?$/
const named = TABLE_SOURCES.map((source) => [source.table.name, source] as const)

describe('the tables that can be taken away', () => {
  test('have names of their own, and so have their files', () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(named.length)
    expect(new Set(TABLE_FILES).size).toBe(TABLE_FILES.length)
    expect(new Set(named.map(([, { table }]) => table.title)).size).toBe(named.length)
  })
  test.each(named)('%s has columns that no other is called by, and a title that a sheet can have', (_, { table }) => {
    const keys = table.columns.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !KEYS.test(key))).toEqual([])
    expect(table.columns.filter(({ heading }) => heading.trim() === '')).toEqual([])
    expect(table.title).toMatch(/^[^[\]:*?/\\&<>"]{1,29}$/)
  })
  test.each([
    [
      'incidents',
      'source,externalId,title,severity,layer,occurredAt,detectedAt,acknowledgedAt,containedAt,resolvedAt,countedAt,deployment',
    ],
    ['audits', 'source,externalId,framework,auditedOn,assessed,passed,failed,notApplicable,deployment'],
    [
      'findings',
      'id,state,severity,checkId,source,connectionName,title,message,layer,openedAt,lastSeenAt,resolvedAt,runsSeen,reopened,exceptionUntil,resource.type,resource.id,resource.name,resource.account,resource.region,capabilities,owner',
    ],
    [
      'access-review',
      'name,email,role,elevatedRole,elevatedUntil,source,joinedAt,expiresAt,lastUsedAt,reviewedAt,reviewDueAt,review',
    ],
    [
      'audit-log',
      'seq,id,at,actorKind,actorId,actorName,action,subject,sessionId,address,beforeDigest,afterDigest,previousHash,hash,decision,detail',
    ],
  ])('%s keeps the columns it was released with', (name, keys) => {
    const source = TABLE_SOURCES.find(({ table }) => table.name === name)
    expect(source?.table.columns.map(({ key }) => key).join(',')).toBe(keys)
  })
})
