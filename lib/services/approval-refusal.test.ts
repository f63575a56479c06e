import { describe, expect, test } from 'vitest'
import type { AssessmentRecord } from '@/lib/db/repositories/assessments'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor, Role } from '@/lib/model/actor'
import type { AssessmentState } from '@/lib/model/assessment'
import { approvalRefusal } from './approval-refusal'

const ASA = '0190a8f0-0000-7000-8000-00000000000a'
const BELA = '0190a8f0-0000-7000-8000-00000000000b'

const actor = (more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  userId: BELA,
  name: 'The same name',
  memberships: [],
  context: LOCAL_CONTEXT,
  ...more,
})
const record = (state: AssessmentState, submittedById: string | null = ASA): AssessmentRecord => ({
  assessment: {
    id: ASA,
    deploymentId: ASA,
    name: 'Q1',
    asOf: '2026-03-31',
    state,
    framework: '0.1',
    createdBy: 'Asa',
    submittedBy: 'The same name',
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    returnedBecause: null,
    createdAt: '2026-03-31T00:00:00Z',
    updatedAt: '2026-03-31T00:00:00Z',
    answered: 1,
  },
  submittedById,
  frozen: null,
})
const refusal = (who: Actor, role: Role, of: AssessmentRecord) => approvalRefusal(who, role, of)

describe('who may approve', () => {
  test('another person may, even of the same name: people are told apart by id', () => {
    expect(refusal(actor(), 'assessor', record('submitted'))).toBe(null)
    expect(refusal(actor(), 'admin', record('submitted'))).toBe(null)
  })

  test('the person who submitted it may not, whatever they are called now', () => {
    expect(refusal(actor({ userId: ASA, name: 'Renamed' }), 'admin', record('submitted'))).toContain('another person')
  })

  test('a machine and the operator may not, even with a person’s id', () => {
    for (const kind of ['machine', 'operator'] as const) {
      expect(refusal(actor({ kind }), 'admin', record('submitted'))).toContain('Only a person')
      expect(refusal(actor({ kind, userId: null }), 'admin', record('submitted', null))).toContain('Only a person')
    }
  })

  test('a viewer and an auditor may not', () => {
    expect(refusal(actor(), 'viewer', record('submitted'))).toContain('viewer')
    expect(refusal(actor(), 'auditor', record('submitted'))).toContain('auditor')
  })

  test('only what is submitted can be approved', () => {
    expect(refusal(actor(), 'admin', record('draft'))).toContain('draft')
    expect(refusal(actor(), 'admin', record('approved'))).toContain('already')
  })
})
