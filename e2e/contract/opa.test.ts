import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from '@/e2e/server/free-port'
import { findOpa } from '@/lib/cli/opa'
import type { DecisionInput } from '@/lib/model/decision'
import { askPolicyServer } from '@/lib/services/policy-server'
import { expectedByCircumstance, expectedByPermission } from '@/lib/testing/decision-table'

let server: ChildProcess
let origin: string

/** As an operator would start one: with the sources of the policy and its tables, and nothing else. */
beforeAll(async () => {
  const found = await findOpa()
  if ('absent' in found) throw new Error(found.absent)
  const address = `127.0.0.1:${await freePort()}`
  origin = `http://${address}`
  const args = ['run', '--server', '--skip-version-check', '--log-level', 'error', '--addr', address]
  server = spawn(found.opa, [...args, '--ignore', '*_test.rego', 'lib/access/policy'], { stdio: 'ignore' })
  await vi.waitFor(async () => expect((await fetch(`${origin}/health`)).ok).toBe(true), { timeout: 20_000 })
})
afterAll(async () => {
  const ended = new Promise((done) => server.once('exit', done))
  server.kill()
  await ended
})

async function answerTo(input: DecisionInput): Promise<string> {
  const { effect, reasons, revoke } = await askPolicyServer(origin, input)
  return [effect, ...reasons, ...(revoke ? ['(revoke)'] : [])].join(' ')
}

describe('a real Open Policy Agent', () => {
  test.each(expectedByPermission())('decides $permission as the compiled policy does', async ({ decisions }) => {
    for (const { question, input, answer } of decisions)
      expect([question, await answerTo(input)]).toEqual([question, answer])
  })

  test.each(expectedByCircumstance())('decides alike: $about', async ({ decisions }) => {
    for (const { question, input, answer } of decisions)
      expect([question, await answerTo(input)]).toEqual([question, answer])
  })

  test('that was not given the policy is not taken for one that denies', async () => {
    const elsewhere = `${origin}/v1/data/nothing?`
    await expect(askPolicyServer(elsewhere, {} as DecisionInput)).rejects.toThrow()
  })
})
