import { AppError } from '@/lib/kernel/app-error'

/** Says why a file cannot be taken. Nothing has been written. It never quotes values of the file. */
export class TerraformFault extends AppError {
  constructor(reason: string, cause?: unknown) {
    super('invalid', { detail: `Nothing was written. ${reason}`, problems: [{ field: 'file', reason }], cause })
    this.name = 'TerraformFault'
  }
}

/** Where in the file: keys that the format defines and the number of the item, nothing that could be data. */
export function placeOf(path: readonly (string | number)[]): string {
  const [top, second] = path
  if (typeof top !== 'string' || !KNOWN.has(top)) return ''
  return typeof second === 'number' ? `, in ${top}[${second}]` : `, in ${top}`
}

const KNOWN: ReadonlySet<string> = new Set([
  'format_version',
  'terraform_version',
  'variables',
  'planned_values',
  'resource_drift',
  'resource_changes',
  'output_changes',
  'prior_state',
  'configuration',
  'relevant_attributes',
  'checks',
  'values',
])
