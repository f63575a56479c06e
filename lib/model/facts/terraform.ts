/** Facts of a Terraform plan or state. */
export type TerraformFacts = {
  /** A `check` block or condition and what it answered. */
  'terraform.check': { status: string; kind: string }
}
