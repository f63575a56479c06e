import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gap } from '@/lib/model/coverage'
import { evaluateParts } from './evaluate-parts'
import { evaluatePopulation } from './evaluate-population'
import type { Evaluation, Subject } from './evaluation'
import { fail, type Judgement, pass, skip, undecided } from './judge'

type Member = Subject & { says: Judgement }

const member = (says: Judgement, id = 'one'): Member => ({
  type: 'thing',
  id,
  name: id,
  account: '111122223333',
  region: null,
  says,
})
const gap: Gap = { cause: 'denied', operation: 'ec2:DescribeVpcs', region: null, detail: 'AccessDenied: refused' }
const UNREAD = undecided('denied', 'kms:DescribeKey')
const JUDGEMENTS = [pass, fail('it does not hold'), UNREAD, skip]

const evaluate = (members: readonly Member[], gaps: readonly Gap[] = [], threshold = 1): Evaluation =>
  evaluatePopulation({ items: members, judge: ({ says }) => says, gaps, threshold })

const someMembers = fc.array(fc.constantFrom(...JUDGEMENTS)).map((all) => all.map((says, at) => member(says, `m${at}`)))
const threshold = fc.double({ min: 0, max: 1, noNaN: true })
const someGaps = fc.constantFrom<readonly Gap[]>([], [gap])

describe('what a population comes to', () => {
  test('passing, failing, undecided and left-out members are counted apart', () => {
    const found = evaluate(JUDGEMENTS.map((says, at) => member(says, `m${at}`)))
    expect(found).toMatchObject({ verdict: 'fail', numerator: 1, denominator: 2 })
    expect(found.failing.map(({ subject, message }) => [subject.id, message])).toEqual([['m1', 'it does not hold']])
    expect(found.undecided.map(({ subject, cause, operation }) => [subject.id, cause, operation])).toEqual([
      ['m2', 'denied', 'kms:DescribeKey'],
    ])
  })

  test('a subject carries no facts with it', () => {
    const [failing] = evaluate([member(fail('no'))]).failing
    expect(Object.keys(failing?.subject ?? {}).sort()).toEqual(['account', 'id', 'name', 'region', 'type'])
  })

  test('a complete and empty population is not applicable whatever the threshold', () => {
    fc.assert(
      fc.property(threshold, fc.nat(5), (share, left) => {
        const none = Array.from({ length: left }, (_, at) => member(skip, `m${at}`))
        expect(evaluate(none, [], share).verdict).toBe('not_applicable')
      }),
    )
  })

  test('something unread never gives a pass', () => {
    fc.assert(
      fc.property(someMembers, threshold, (members, share) => {
        expect(['fail', 'unknown']).toContain(evaluate(members, [gap], share).verdict)
        expect(evaluate([...members, member(UNREAD)]).verdict).not.toBe('pass')
      }),
    )
  })

  test('order does not matter', () => {
    const shuffled = someMembers.chain((members) =>
      fc.tuple(
        fc.constant(members),
        fc.shuffledSubarray(members, { minLength: members.length, maxLength: members.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, someGaps, threshold, ([members, other], gaps, share) => {
        const { verdict, numerator, denominator } = evaluate(members, gaps, share)
        expect(evaluate(other, gaps, share)).toMatchObject({ verdict, numerator, denominator })
      }),
    )
  })

  test('a further failing member never turns a fail into a pass', () => {
    fc.assert(
      fc.property(someMembers, someGaps, threshold, (members, gaps, share) => {
        const before = evaluate(members, gaps, share).verdict
        const after = evaluate([...members, member(fail('one more'), 'more')], gaps, share).verdict
        if (before !== 'pass') expect(after).not.toBe('pass')
        if (before === 'fail') expect(after).toBe('fail')
      }),
    )
  })

  test('below a threshold of 1, undecided members decide nothing that they could turn', () => {
    const [yes, no] = [member(pass), member(fail('no'))]
    expect(evaluate([yes, yes, yes, no], [], 0.75).verdict).toBe('pass')
    expect(evaluate([yes, yes, no, member(UNREAD)], [], 0.75).verdict).toBe('unknown')
    expect(evaluate([yes, no, no, member(UNREAD)], [], 0.75).verdict).toBe('fail')
  })
})

describe('what a share of parts comes to', () => {
  const share = (parts: readonly { holding: number; all: number }[], gaps: readonly Gap[] = [], atLeast = 0.8) =>
    evaluateParts({
      items: parts.map((one, at) => ({ ...member(pass, `m${at}`), ...one })),
      count: ({ holding, all }) => ({ holding, all, message: 'some do not' }),
      gaps,
      threshold: atLeast,
    })

  test('parts are counted, and the resources with a part that does not hold are named', () => {
    const found = share([
      { holding: 7, all: 7 },
      { holding: 1, all: 3 },
      { holding: 0, all: 0 },
    ])
    expect(found).toMatchObject({ verdict: 'pass', numerator: 8, denominator: 10 })
    expect(found.failing.map(({ subject }) => subject.id)).toEqual(['m1'])
  })

  test('no parts are not applicable, too few fail, and what is unread leaves it open', () => {
    expect(share([{ holding: 0, all: 0 }]).verdict).toBe('not_applicable')
    expect(share([{ holding: 7, all: 9 }]).verdict).toBe('fail')
    expect(share([{ holding: 9, all: 9 }], [gap]).verdict).toBe('unknown')
  })
})
