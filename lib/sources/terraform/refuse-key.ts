import { TerraformFault } from './terraform-fault'

const SHOW = 'Hand in what `terraform show -json PLANFILE` or `terraform show -json` prints.'

/** Keys at the top of files that are not plans, and what those files are. */
const FOREIGN: Readonly<Record<string, string>> = {
  lineage: `It is a raw state file, whose format Terraform keeps for itself. ${SHOW}`,
  serial: `It is a raw state file, whose format Terraform keeps for itself. ${SHOW}`,
  '@level': `It is the log of \`terraform plan -json\`, not the plan. Save the plan with -out. ${SHOW}`,
  provider_schemas: `It lists provider schemas and holds no resources. ${SHOW}`,
}

/** Throws `invalid` for a key that only another kind of file has at its top, saying what that file is. */
export function refuseKey(key: string): void {
  if (Object.hasOwn(FOREIGN, key)) throw new TerraformFault(FOREIGN[key] ?? SHOW)
}
