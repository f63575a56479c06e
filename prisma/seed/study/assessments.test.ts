import { describe, expect, test } from 'vitest'
import { framework } from '@/lib/framework/framework'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { NamedAnswer } from '@/lib/model/assessment-change'
import type { AssessmentStory } from '../scenario'
import { assessmentsOf } from './assessments'
import { PROFILES } from './profiles'

const TODAY = '2026-11-22'

const maturityOf = ({ answers, asOf }: AssessmentStory) =>
  assessMaturity({
    framework,
    asOf,
    answers: answers.map((answer) => ({
      ...answer,
      stage: answer.status === 'assessed' ? answer.stage : null,
      targetStage: answer.status === 'assessed' ? answer.targetStage : null,
    })),
  })
const told = PROFILES.map((profile) => ({ profile, stories: assessmentsOf(profile) }))
const stagesAt = (stories: readonly AssessmentStory[], at: number) => {
  const story = stories[at]
  return story ? maturityOf(story).layers.map(({ stage }) => stage) : []
}

describe('assessments of the study', () => {
  test.each(told)('$profile.name stands before and after as its profile says', ({ profile, stories }) => {
    expect(stories.slice(0, 3).map(({ name, state }) => [name, state])).toEqual([
      ['Before rollout', 'approved'],
      ['Month 6', 'approved'],
      ['Month 12', 'approved'],
    ])
    expect(stagesAt(stories, 0)).toEqual(profile.stages.before)
    expect(stagesAt(stories, 2)).toEqual(profile.stages.after)
  })

  test('no capability ever falls back', () => {
    for (const { stories } of told) {
      const path = new Map<string, number>()
      for (const answer of stories.slice(0, 3).flatMap((story) => story.answers)) {
        if (answer.status !== 'assessed') continue
        expect(answer.stage).toBeGreaterThanOrEqual(path.get(answer.capability) ?? 0)
        path.set(answer.capability, answer.stage)
      }
    }
  })

  test('two-layer organizations rise in identity and network and stay Traditional elsewhere', () => {
    for (const { profile, stories } of told.filter(({ profile }) => profile.layers === 2)) {
      expect([profile.slug, stagesAt(stories, 2).slice(2)]).toEqual([profile.slug, [0, 0, 0]])
      expect(Math.min(...stagesAt(stories, 2).slice(0, 2).map(Number))).toBeGreaterThan(0)
    }
  })

  test('Data Protection of Arc Robotics is mostly unassessed, so its stage is not established', () => {
    const arc = told.find(({ profile }) => profile.slug === 'arc-robotics')
    const month12 = arc?.stories[2]
    const data = month12 && maturityOf(month12).layers.at(-1)
    expect(data?.stage).toBeNull()
    expect(data?.coverage).toBeLessThan(0.5)
    expect(data?.coverage).toBeGreaterThan(0)
  })

  test('confidence differs between organizations, because evidence is missing or has expired', () => {
    const confidences = told.flatMap(({ stories }) => stories.slice(2, 3).map((story) => maturityOf(story).confidence))
    expect(Math.min(...confidences)).toBeLessThan(0.5)
    expect(Math.max(...confidences)).toBeGreaterThan(0.8)
    const evidence = told.flatMap(({ stories }) =>
      stories.flatMap(({ asOf, answers }) => answers.flatMap((one) => one.evidence.map((link) => ({ ...link, asOf })))),
    )
    expect(evidence.some(({ expiresOn, asOf }) => expiresOn !== null && expiresOn < asOf)).toBe(true)
    expect(evidence.every(({ collectedOn, asOf }) => collectedOn <= asOf && asOf < TODAY)).toBe(true)
  })

  test('every answer is one a person could give, at most one a capability, and its links are plainly synthetic', () => {
    for (const { answers } of told.flatMap(({ stories }) => stories)) {
      expect(new Set(answers.map(({ capability }) => capability)).size).toBe(answers.length)
      for (const answer of answers) {
        const { evidence } = NamedAnswer.parse(answer)
        for (const link of evidence) expect(link.url).toMatch(/^https:\/\/evidence\.example\//)
      }
    }
  })

  test('one organization has an assessment that waits for approval and one just begun', () => {
    const open = told.flatMap(({ profile, stories }) => stories.slice(3).map(({ state }) => [profile.slug, state]))
    expect(open).toEqual([
      ['meridian-health', 'submitted'],
      ['meridian-health', 'draft'],
    ])
  })
})
