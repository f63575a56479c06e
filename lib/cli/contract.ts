import { findKubeApiserver, HOW_TO_GET_KUBE } from './kube-apiserver'
import { findMoto, HOW_TO_GET_MOTO } from './moto'
import { findOpa, HOW_TO_GET_OPA } from './opa'
import { findOpenpyxl, HOW_TO_GET_OPENPYXL } from './openpyxl'
import { findSpire } from './spire'
import { findAwsProvider, findTerraform } from './terraform'
import { run, runTool } from './tool'
import { findTrestle, HOW_TO_GET_TRESTLE } from './trestle'

type Contract = {
  server: string
  file: string
  /** Why its server cannot be asked here; null when it can. */
  absent: () => Promise<string | null>
}

async function motoAbsent(): Promise<string | null> {
  const found = await findMoto()
  return 'absent' in found ? `${found.absent} (${HOW_TO_GET_MOTO})` : null
}

async function kubeAbsent(): Promise<string | null> {
  const found = await findKubeApiserver()
  return 'absent' in found ? `${found.absent} (${HOW_TO_GET_KUBE})` : null
}

async function terraformAbsent(): Promise<string | null> {
  const found = await findTerraform()
  return 'absent' in found ? found.absent : null
}

/** What the written recipe for packs uses, in the order in which a machine most likely lacks it. */
const RECIPE_TOOLS = ['unzip', 'openssl', 'sha256sum', 'sh'] as const

async function opensslAbsent(): Promise<string | null> {
  const { code } = await run('openssl', ['version'])
  return code === 0 ? null : 'there is no openssl'
}

async function recipeAbsent(): Promise<string | null> {
  for (const tool of RECIPE_TOOLS) {
    const { code } = await run(tool, tool === 'unzip' ? ['-v'] : tool === 'sh' ? ['-c', ':'] : ['--help'])
    if (code === 127) return `there is no ${tool}`
  }
  return null
}

async function trestleAbsent(): Promise<string | null> {
  const found = await findTrestle()
  return 'absent' in found ? `${found.absent} (${HOW_TO_GET_TRESTLE})` : null
}

async function providerAbsent(): Promise<string | null> {
  const found = await findAwsProvider()
  return 'absent' in found ? found.absent : null
}

const CONTRACTS: readonly Contract[] = [
  { server: 'Workers that are killed', file: 'e2e/contract/kill-worker.test.ts', absent: async () => null },
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
  { server: 'moto: what AWS answers', file: 'e2e/contract/aws.test.ts', absent: motoAbsent },
  { server: 'moto: who asks AWS', file: 'e2e/contract/aws-identity.test.ts', absent: motoAbsent },
  { server: 'moto behind faults', file: 'e2e/contract/aws-faults.test.ts', absent: motoAbsent },
  { server: 'Kubernetes: what a cluster answers', file: 'e2e/contract/kubernetes.test.ts', absent: kubeAbsent },
  { server: 'Kubernetes that fails', file: 'e2e/contract/kubernetes-faults.test.ts', absent: kubeAbsent },
  { server: 'RFC 3161 by openssl', file: 'e2e/contract/timestamp.test.ts', absent: opensslAbsent },
  { server: 'Packs by openssl and sha256sum', file: 'e2e/contract/pack-recipe.test.ts', absent: recipeAbsent },
  {
    server: 'Tables by Python',
    file: 'e2e/contract/spreadsheet.test.ts',
    absent: async () => {
      const found = await findOpenpyxl()
      return 'absent' in found ? `${found.absent} (${HOW_TO_GET_OPENPYXL})` : null
    },
  },
  { server: 'Terraform alone', file: 'e2e/contract/terraform.test.ts', absent: terraformAbsent },
  { server: 'compliance-trestle: OSCAL', file: 'e2e/contract/trestle.test.ts', absent: trestleAbsent },
  { server: 'Terraform with AWS', file: 'e2e/contract/terraform-aws.test.ts', absent: providerAbsent },
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
