import { readFile } from 'node:fs/promises'
import { env } from '@/lib/env'
import { findOpa, HOW_TO_GET_OPA } from './opa'
import { COMPILED_POLICY, compilePolicy, POLICY_SOURCE } from './policy-build'
import { type Outcome, run } from './tool'

/** Why a gate could not judge: it counts neither as passed nor as failed. */
export type NotRun = { notRun: string }

/**
 * Whether the Rego sources are well formed, pass their tests, and are what the committed policy was compiled from. Not
 * run where there is no opa, except where PROOFLINE_REQUIRE_OPA says that there must be one: then it fails.
 */
export async function policyGate(): Promise<Outcome | NotRun> {
  const began = performance.now()
  const found = await findOpa()
  if ('absent' in found) {
    const why = `${found.absent} (${HOW_TO_GET_OPA})`
    return env().requireOpa ? { code: 1, output: `${why}\n`, seconds: 0 } : { notRun: why }
  }
  const { opa } = found
  const done = await Promise.all([
    run(opa, ['fmt', '--list', '--fail', POLICY_SOURCE]),
    run(opa, ['check', '--strict', POLICY_SOURCE]),
    run(opa, ['test', POLICY_SOURCE]),
    isUpToDate(opa),
  ])
  return {
    code: done.every(({ code }) => code === 0) ? 0 : 1,
    output: done
      .filter(({ code }) => code !== 0)
      .map(({ output }) => output)
      .join('\n'),
    seconds: (performance.now() - began) / 1000,
  }
}

async function isUpToDate(opa: string): Promise<Omit<Outcome, 'seconds'>> {
  try {
    const [made, kept] = await Promise.all([compilePolicy(opa), readFile(COMPILED_POLICY)])
    if (kept.equals(made)) return { code: 0, output: '' }
    return { code: 1, output: `${COMPILED_POLICY} is not what its sources compile to: npm run policy\n` }
  } catch (error) {
    return { code: 1, output: `${error instanceof Error ? error.message : error}\n` }
  }
}
