import { homedir } from 'node:os'
import { join } from 'node:path'
import { run } from './tool'

/** The version the policy is compiled with; another one may write other bytes for the same rules. */
const VERSION = '1.22.2'
export const HOW_TO_GET_OPA = `go install github.com/open-policy-agent/opa@v${VERSION}`

/** An `opa` of the right version on the PATH, or where `go install` puts one; else why there is none. */
export async function findOpa(): Promise<{ opa: string } | { absent: string }> {
  let other = ''
  for (const opa of ['opa', join(homedir(), 'go/bin/opa')]) {
    const { code, output } = await run(opa, ['version'])
    const version = code === 0 ? /^Version: (\S+)/m.exec(output)?.[1] : undefined
    if (version === VERSION) return { opa }
    other ||= version ?? ''
  }
  return { absent: other ? `opa is ${other}, the policy needs ${VERSION}` : 'opa is not installed' }
}
