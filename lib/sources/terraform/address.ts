/** An instance of a module on the way to a resource; `key` as it stands in brackets, null where there is one instance. */
export type ModuleStep = { name: string; key: string | null }

const STEP = /module\.([\w-]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/gy

/** The module instances of an address such as `module.a["x"].module.b`; empty for the root. */
export function moduleSteps(address: string | null | undefined): ModuleStep[] {
  const steps: ModuleStep[] = []
  if (!address) return steps
  STEP.lastIndex = 0
  for (let found = STEP.exec(address); found; found = STEP.exec(address)) {
    steps.push({ name: found[1] ?? '', key: found[2] ?? null })
    if (address[STEP.lastIndex] !== '.') break
    STEP.lastIndex += 1
  }
  return steps
}

const moduleAddress = (steps: readonly ModuleStep[]): string =>
  steps.map(({ name, key }) => `module.${name}${key ?? ''}`).join('.')

export const within = (steps: readonly ModuleStep[], address: string): string =>
  steps.length === 0 ? address : `${moduleAddress(steps)}.${address}`
