import type { Reading, Unread } from '../resource'

/** A rule that lets traffic in. Ports null are all; protocol `-1` is all. */
export type PlannedRule = {
  protocol: string | null
  fromPort: number | null
  toPort: number | null
  /** The ranges that are known; `hidden` says why others are not. */
  cidrs: readonly string[]
  hidden: Unread | null
}

/**
 * Facts of a Terraform plan or state. A resource's id and name are its address. A reading is not collected where the value
 * is known only after apply or is marked sensitive: sensitive values are never kept.
 */
export type TerraformFacts = {
  /** A bucket the plan leaves behind; `bucket` is its name. */
  'terraform.bucket': { bucket: Reading<string | null> }
  /** `of`: the address of the planned bucket it concerns, or that bucket's name. Null attributes are false to AWS. */
  'terraform.public-access-block': {
    of: { address: string } | { bucket: string } | Unread
    blockPublicAcls: Reading<boolean>
    blockPublicPolicy: Reading<boolean>
    ignorePublicAcls: Reading<boolean>
    restrictPublicBuckets: Reading<boolean>
  }
  /** A resource that holds data. `kind` is Terraform's type; one entry for each attribute that says whether it encrypts. */
  'terraform.store': { kind: string; encryption: readonly { attribute: string; on: Reading<boolean> }[] }
  /** A security group with the rules written in it, or a rule of its own. */
  'terraform.ingress': { kind: string; rules: Reading<readonly PlannedRule[]> }
  /** A `check` block or condition and what it answered; `kind` as Terraform names it. */
  'terraform.check': { kind: string; status: string }
  /** A resource a state holds, by what the provider calls it. */
  'terraform.managed': { kind: string; arn: string | null; providerId: string | null }
  /** A resource that was read live. `heldBy` is another workspace whose newest state holds it. */
  'terraform.live': { kind: string; liveAccount: string; heldBy: string | null }
}
