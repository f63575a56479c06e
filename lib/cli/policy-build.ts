import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { AppError } from '@/lib/kernel/app-error'
import { findOpa, HOW_TO_GET_OPA } from './opa'
import { run } from './tool'

/** Relative on purpose: the names of the sources are part of the compiled bytes. */
export const POLICY_SOURCE = 'lib/access/policy'
export const COMPILED_POLICY = `${POLICY_SOURCE}/policy.wasm`

const ENTRY_POINT = 'proofline/access/decision'
const BLOCK = 512

/** Compiles the Rego sources. The same sources give the same bytes. Throws `invalid` with what opa says of them. */
export async function compilePolicy(opa: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-policy-'))
  try {
    const bundle = join(folder, 'bundle.tar.gz')
    const args = ['build', '-t', 'wasm', '-e', ENTRY_POINT, '--ignore', '*_test.rego', '-o', bundle, POLICY_SOURCE]
    const { code, output } = await run(opa, args)
    if (code !== 0) throw new AppError('invalid', { detail: `The policy does not compile:\n${output}` })
    return fileIn(gunzipSync(await readFile(bundle)), '/policy.wasm')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One file of a tar archive: a header block with name and octal size, then the bytes, filled up to whole blocks. */
function fileIn(tar: Uint8Array, name: string): Uint8Array {
  const text = (from: number, length: number) =>
    Buffer.from(tar.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/s, '')
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0
    if (text(at, 100) === name) return tar.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  throw new AppError('internal', { reason: `opa built a bundle without ${name}` })
}

/** The `policy` command: writes the compiled policy beside its sources. Throws `unavailable` without opa. */
export async function rebuildPolicy(): Promise<void> {
  const found = await findOpa()
  if ('absent' in found) throw new AppError('unavailable', { detail: `${found.absent}: ${HOW_TO_GET_OPA}` })
  const bytes = await compilePolicy(found.opa)
  await writeFile(COMPILED_POLICY, bytes)
  console.log(`${COMPILED_POLICY}: ${bytes.length} bytes`)
}
