import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { auditDeed, auditSentence, auditSubjectName, decisionText } from './audit-action'

const ACTION = /^\s*action:.*|AuditEvent|appends?\(/

/** Every `noun.verb` that a service writes into the log. */
function writtenActions(): string[] {
  const folder = join(import.meta.dirname, '../services')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  const lines = files
    .filter((name) => !name.includes('.integration.'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => ACTION.test(line))
  return [...new Set(lines.flatMap((line) => line.match(/(?<=')[a-z-]+\.[a-z-]+(?=')/g) ?? []))]
}

describe('the words for what was done', () => {
  test('exist for every action that a service writes', () => {
    const actions = writtenActions()
    expect(actions.length).toBeGreaterThan(30)
    expect(actions.filter((action) => auditDeed(action) === action)).toEqual([])
  })
  test('follow the name; an action without words is shown as it is', () => {
    expect(auditSentence({ actorName: 'Ada', action: 'deployment.updated' })).toBe('Ada changed a deployment')
    expect(auditSentence({ actorName: 'Ada', action: 'comet.seen' })).toBe('Ada: comet.seen')
  })
})

test('what was acted upon is called by its name where the entry knows it', () => {
  expect(auditSubjectName({ detail: { slug: 'payments' } })).toBe('payments')
  expect(auditSubjectName({ detail: { before: { name: 'Old' }, after: { name: 'New' } } })).toBe('New')
  expect(auditSubjectName({ detail: { before: { name: 'Old' }, after: null } })).toBe('Old')
  expect(auditSubjectName({ detail: { name: 7, before: ['x'] } })).toBeNull()
})

test('a decision is told by the permission it gave', () => {
  expect(decisionText({ decision: { effect: 'allow', action: 'deployment:write' } })).toBe('deployment:write')
  expect(decisionText({ decision: null })).toBeNull()
})
