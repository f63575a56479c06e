import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Ladder } from './ladder'
import type { LadderEntry } from './ladder-row'
import { StageCell } from './stage-cell'

const SCALE = [
  { at: 0, label: 'Low' },
  { at: 100, label: 'High' },
]
const ENTRY: LadderEntry = {
  key: 'a',
  name: 'Alpha',
  stage: 'Low',
  tone: 's0',
  score: 40,
  scoreText: '40',
  measured: '90 %',
}
const rendered = (entry: LadderEntry) => renderToStaticMarkup(<Ladder label="Test" entries={[entry]} scale={SCALE} />)

describe('a line of the ladder', () => {
  test('says in words what its track shows', () => {
    const html = rendered({
      ...ENTRY,
      supported: { at: 30, label: 'Checks support 30' },
      target: { at: 80, label: 'Target High' },
    })
    expect(html).toContain('aria-label="Alpha: Low, score 40 of 100. Checks support 30. Target High"')
  })

  test('without a score fills nothing and says not known, never zero', () => {
    const html = rendered({
      ...ENTRY,
      tone: null,
      stage: 'not established',
      score: null,
      scoreText: null,
      measured: null,
    })
    expect(html).toContain('Alpha: not established, score not known of 100')
    expect(html).not.toContain('data-fill')
    expect(html).not.toMatch(/>0</)
  })

  test('whose stage is not established is filled with no step, whatever its score', () => {
    expect(rendered({ ...ENTRY, tone: null, stage: 'not established' })).not.toMatch(/bg-s[0-3]/)
  })
})

test('a field of the heat table without a stage is dashed and carries no step', () => {
  const html = renderToStaticMarkup(<StageCell label="not established" tone={null} />)
  expect(html).toContain('border-dashed')
  expect(html).not.toMatch(/bg-s[0-3]/)
})
