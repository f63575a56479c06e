import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import { DeploymentInput } from '@/lib/model/deployment'
import { EvidenceLink } from '@/lib/model/evidence'
import { OrganizationInput } from '@/lib/model/organization'
import { parseInput } from './parse-input'

const problems = (run: () => unknown): Record<string, string> => {
  try {
    run()
    return {}
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return Object.fromEntries(error.problems.map(({ field, reason }) => [field, reason]))
  }
}

describe('what is wrong with an input', () => {
  test('is said field by field in words for whoever typed it', () => {
    const link = { kind: 'link', title: '', url: 'nowhere', collectedOn: '2026-02-31', expiresOn: null }
    expect(problems(() => parseInput(EvidenceLink, link, 'invalid'))).toEqual({
      title: 'is required',
      url: 'must be a web address that begins with https:// or http://',
      collectedOn: 'must be a day like 2026-03-29',
    })
    const organization = { slug: 'x', name: 'X', sector: 'mining', headcount: 0, clouds: [] }
    expect(problems(() => parseInput(OrganizationInput, organization, 'invalid'))).toEqual({
      slug: 'must be at least 2 characters',
      sector: 'must be one of: financial, healthcare, technology, government, other',
      headcount: 'must be at least 1',
    })
  })
  test('keeps the schema’s own words where it has some, at the place they are about', () => {
    const rollouts = ['IAM', 'NET', 'MON', 'POL', 'DAT'].map((layer) => ({
      layer,
      beganOn: null,
      liveOn: '2026-01-01',
    }))
    const found = problems(() =>
      parseInput(DeploymentInput, { slug: 'A B', name: 'A', environment: '', rollouts }, 'invalid'),
    )
    expect(found.slug).toBe('use lower-case letters, digits and single hyphens')
    expect(found['rollouts.0.beganOn']).toBe('a live layer needs the day it began')
  })
  test('includes what no column of text can hold, however deep it stands', () => {
    const organization = { slug: 'ab', name: 'A\0B', sector: 'other', headcount: 1, clouds: [] }
    expect(problems(() => parseInput(OrganizationInput, organization, 'invalid'))).toEqual({
      name: 'must not hold a NUL character',
    })
    const answers = z.object({ answers: z.array(z.object({ rationale: z.string() })) })
    expect(problems(() => parseInput(answers, { answers: [{ rationale: '\0' }] }, 'invalid'))).toEqual({
      'answers.0.rationale': 'must not hold a NUL character',
    })
    expect(() => parseInput(z.object({ id: z.string() }), { id: '\0' }, 'not-found')).toThrow(
      expect.objectContaining({ code: 'not-found', problems: [] }),
    )
  })
  test('of an address says only that nothing is there', () => {
    expect(() => parseInput(OrganizationInput, {}, 'not-found')).toThrow(
      expect.objectContaining({ code: 'not-found', problems: [] }),
    )
  })
})
