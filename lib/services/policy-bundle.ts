import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { POLICY_DATA } from '@/lib/access/permissions'
import { type PolicyEngine, policyEngine } from '@/lib/access/policy-engine'

/** The policy this process decides by, and the first sixteen hexadecimal digits of its SHA-256, tables included. */
export type PolicyBundle = { decide: PolicyEngine; digest: string }

let loaded: Promise<PolicyBundle> | null = null

/** The compiled policy, read once. Throws when it is absent or damaged; the next call tries again. */
export function policyBundle(): Promise<PolicyBundle> {
  loaded ??= load().catch((error) => {
    loaded = null
    throw error
  })
  return loaded
}

async function load(): Promise<PolicyBundle> {
  // Every process of ours runs in the project's root; the bundler must not trace all of it because of this path.
  const wasm = await readFile(join(/* turbopackIgnore: true */ process.cwd(), 'lib/access/policy/policy.wasm'))
  const digest = createHash('sha256').update(wasm).update(JSON.stringify(POLICY_DATA)).digest('hex').slice(0, 16)
  return { decide: await policyEngine(new Uint8Array(wasm), POLICY_DATA), digest }
}
