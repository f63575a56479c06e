import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { policyGate } from './policy-gate'

const { PATH, HOME } = process.env

describe('where there is no opa', () => {
  beforeEach(() => {
    process.env.PATH = '/nowhere'
    process.env.HOME = '/nowhere'
  })
  afterEach(() => {
    process.env.PATH = PATH
    process.env.HOME = HOME
    overrideEnv({ requireOpa: false })
  })

  test('the gate says that it was not run, and how it could be', async () => {
    expect(await policyGate()).toEqual({
      notRun: expect.stringContaining('go install github.com/open-policy-agent/opa@'),
    })
  })

  test('it fails where somebody relies on it', async () => {
    overrideEnv({ requireOpa: true })
    expect(await policyGate()).toMatchObject({ code: 1, output: expect.stringContaining('opa is not installed') })
  })
})
