import { expect, test } from 'vitest'
import type { Verdict } from '@/lib/model/verdict'
import { gateLines, planBasisText, planLine, planTitle, planUnknownText } from './plan'

const judged = (...verdicts: Verdict[]) => ({ verdicts: verdicts.map((verdict) => ({ verdict })) })

test('what fails leads, what is unknown is said beside it, and neither reads as good', () => {
  expect(planTitle(judged('fail', 'pass'))).toBe('1 check fails')
  expect(planTitle(judged('fail', 'fail', 'unknown'))).toBe('2 checks fail; 1 cannot be decided yet')
  expect(planTitle(judged('unknown', 'pass'))).toBe('No check fails; 1 cannot be decided yet')
  expect(planTitle(judged('pass', 'not_applicable'))).toBe('Every check that applies passes')
  expect(planTitle(judged('not_applicable'))).toBe('No check applies to what was handed in')
})

test('the verdicts add up', () => {
  expect(planLine(judged('fail', 'pass', 'pass', 'unknown'))).toBe('2 pass, 1 fail, 1 unknown, 0 not applicable')
})

test('what is compared is named, and that nothing was kept', () => {
  const layers = { layers: [], capabilities: [] }
  expect(planBasisText({ maturity: { ...layers, replaces: null }, recorded: null })).toContain(
    'No run of this connection came before',
  )
  expect(planBasisText({ maturity: { ...layers, replaces: null }, recorded: null })).toContain('Nothing was kept.')
  const recorded = { run: 'r', connectionId: 'c', snapshot: null, totals: null }
  expect(planBasisText({ maturity: { ...layers, replaces: 'r' }, recorded })).toBe(
    'With what was handed in instead of this connection’s newest run.',
  )
  expect(planUnknownText('not_collected')).toContain('after apply')
})

test('the line for a pipeline names a connection only where it must, quoted for the shell', () => {
  expect(gateLines('acme', 'terraform').split('\n').at(-1)).toBe(
    'npm run -s proofline -- gate plan.json --org acme --fail-below initial',
  )
  expect(gateLines('acme', 'payments prod')).toContain("--connection 'payments prod' --fail-below initial")
  expect(gateLines('acme', "bob's")).toContain("--connection 'bob'\\''s'")
})
