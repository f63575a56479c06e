import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { type WalkLimits, walkJson } from './json-walk'
import { Records } from './records'
import { refuseForeign } from './refuse-foreign'
import { TerraformFault } from './terraform-fault'

/** What a handed-in file said: its facts, and how completely each part of it was there. */
export type TerraformReading = {
  kind: 'plan' | 'state'
  formatVersion: string
  terraformVersion: string | null
  bytes: number
  /** Resources the file says will exist, of any provider, whether or not a check asks for them. */
  planned: number
  resources: readonly AnyResource[]
  coverage: readonly Coverage[]
}

const MEBIBYTE = 1024 ** 2
const LIMITS: WalkLimits = {
  depth: 200,
  valueBytes: 4 * MEBIBYTE,
  stringBytes: 32 * MEBIBYTE,
  keptBytes: 256 * MEBIBYTE,
}
/** Beyond this a plan is cut into workspaces by whoever runs it. */
const MOST_RESOURCES = 200_000

/**
 * Reads what `terraform show -json` printed of a plan or a state (format 1.x), as it streams by. Only attributes that
 * checks ask for are ever held, and of these none that is marked sensitive or is known only after apply. Throws `invalid`
 * with the reason for anything else: binary plans, raw state files, logs, other formats, files cut off.
 */
export async function readTerraform(
  chunks: AsyncIterable<Uint8Array>,
  { workspace, limits = LIMITS }: { workspace: string; limits?: WalkLimits },
): Promise<TerraformReading> {
  const records = new Records(MOST_RESOURCES)
  const { bytes } = await walkJson(refuseForeign(chunks), records, limits)
  const { formatVersion, kind } = records
  if (formatVersion === null || kind === null)
    throw new TerraformFault(`It is JSON, but neither a plan nor a state of Terraform. ${HOW}`)
  return {
    kind,
    formatVersion,
    terraformVersion: records.terraformVersion,
    bytes,
    planned: kind === 'plan' ? records.plannedCount : records.managed.length,
    resources: records.facts(workspace),
    coverage: records.coverage(),
  }
}

const HOW = 'Hand in what `terraform show -json PLANFILE` or `terraform show -json` prints.'
