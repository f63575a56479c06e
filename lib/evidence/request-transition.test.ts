import { expect, test } from 'vitest'
import { AUDIT_REQUEST_STATES, REQUEST_ENTRY_KINDS } from '@/lib/model/audit-request'
import { nextState, requestRefusal } from './request-transition'

const [ASKER, TEAM] = ['0190a8f0-0000-7000-8000-00000000000a', '0190a8f0-0000-7000-8000-00000000000b']
const answer = {
  id: TEAM,
  at: '2026-01-01T00:00:00Z',
  kind: 'answer',
  text: 'x',
  actorName: 'T',
  actorId: TEAM,
  files: [],
} as const
const held = { state: 'answered', askedById: ASKER, entries: [answer] } as const

test('nothing is said about a request that is closed', () => {
  for (const kind of REQUEST_ENTRY_KINDS)
    for (const state of ['accepted', 'withdrawn'] as const) expect(nextState(state, kind)).toBeNull()
})

test('only what was answered is accepted or returned, and returning opens it again', () => {
  expect(AUDIT_REQUEST_STATES.filter((state) => nextState(state, 'accepted') !== null)).toEqual(['answered'])
  expect(nextState('answered', 'returned')).toBe('open')
})

test('nobody judges their own answer, and nobody withdraws what somebody else asked', () => {
  expect(requestRefusal(held, 'accepted', TEAM)).not.toBeNull()
  expect(requestRefusal(held, 'accepted', ASKER)).toBeNull()
  expect(requestRefusal(held, 'withdrawn', TEAM)).not.toBeNull()
  expect(requestRefusal(held, 'withdrawn', null)).not.toBeNull()
  expect(requestRefusal(held, 'withdrawn', ASKER)).toBeNull()
})
