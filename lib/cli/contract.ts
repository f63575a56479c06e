import { findOpa, HOW_TO_GET_OPA } from './opa'
import { findSpire } from './spire'
import { runTool } from './tool'

type Contract = {
  server: string
  file: string
  /** Why its server cannot be asked here; null when it can. */
  absent: () => Promise<string | null>
}

const CONTRACTS: readonly Contract[] = [
  {
    server: 'Open Policy Agent',
    file: 'e2e/contract/opa.test.ts',
    absent: async () => {
      const found = await findOpa()
      return 'absent' in found ? `${found.absent} (${HOW_TO_GET_OPA})` : null
    },
  },
  {
    server: 'SPIRE',
    file: 'e2e/contract/spire.test.ts',
    absent: async () => {
      const found = await findSpire()
      return 'absent' in found ? found.absent : null
    },
  },
]

/** The `contract` command: runs the contracts whose servers are here and names the others with the reason; 1 when one is broken. */
export async function runContracts(): Promise<number> {
  const files: string[] = []
  for (const { server, file, absent } of CONTRACTS) {
    const why = await absent()
    if (why === null) files.push(file)
    else console.log(`– ${server} was not run: ${why}`)
  }
  if (files.length === 0) return 0
  const { code } = await runTool('vitest', ['run', '--project', 'contract', ...files], { live: true })
  return code === 0 ? 0 : 1
}
