import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import { type Outcome, run } from '@/lib/cli/tool'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Verdict } from '@/lib/model/verdict'
import { readTerraform, type TerraformReading } from '@/lib/sources/terraform/read-terraform'

/** A folder with code that a real Terraform works on. */
export type Workspace = {
  init: () => Promise<void>
  /** Replaces a file of the code. */
  write: (name: string, code: string) => Promise<void>
  /** The plan of the code as it is, read as it would be handed in. A plan that stops with an error is read as well. */
  plan: (...args: string[]) => Promise<TerraformReading>
  apply: () => Promise<void>
  state: () => Promise<TerraformReading>
  /** The JSON that was read last, as a file. */
  shown: string
  remove: () => Promise<void>
}

/** An empty workspace. `plugins` is where providers are found; without, only what is built in can be used. */
export async function workspace(plugins: string | null): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-terraform-'))
  const shown = join(folder, 'shown.json')
  // What the machine is set up with is not what is tried.
  const settings = { TF_CLI_CONFIG_FILE: join(folder, 'none.tfrc'), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' }
  await writeFile(settings.TF_CLI_CONFIG_FILE, '')
  const terraform = (...args: string[]) => run('terraform', [`-chdir=${folder}`, ...args], { settings })
  const must = async (doing: Promise<Outcome>) => {
    const { code, output } = await doing
    if (code !== 0) throw new Error(output)
  }
  const show = async (...args: string[]) => {
    // A shell, because only it writes standard output apart from warnings, as a pipeline does.
    const command = `terraform -chdir="$0" show -json "$@" > "${shown}"`
    await must(run('sh', ['-c', command, folder, ...args], { settings }))
    return readTerraform(createReadStream(shown), { workspace: 'contract' })
  }
  return {
    shown,
    init: () => must(terraform('init', '-input=false', ...(plugins === null ? [] : [`-plugin-dir=${plugins}`]))),
    write: async (name, code) => {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), code)
    },
    plan: async (...args) => {
      await rm(join(folder, 'plan.bin'), { force: true })
      await terraform('plan', '-input=false', '-out=plan.bin', ...args)
      return show('plan.bin')
    },
    apply: () => must(terraform('apply', '-input=false', '-auto-approve')),
    state: () => show(),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What the checks say of a reading, by check; `live` is what was read beside it, null when nothing was. */
export function verdictsOf({ coverage, resources }: TerraformReading, live: readonly AnyResource[] | null = null) {
  const unit = { account: 'contract', region: null, service: 'plan' }
  const beside = { operation: 'terraform:live', pages: 1, items: live?.length ?? 0, error: null }
  const all = live === null ? coverage : [...coverage, beside]
  const facts = scopeFacts('contract', [{ ...unit, coverage: all }], [...resources, ...(live ?? [])])
  const evaluated = evaluateScope(checksOf('terraform'), facts, { now: '2026-01-01T00:00:00Z' })
  return Object.fromEntries(evaluated.map(({ check, evaluation }): [string, Verdict] => [check.id, evaluation.verdict]))
}
