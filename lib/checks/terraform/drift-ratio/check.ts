import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import { LIVE, STATE } from '../operations'

/**
 * A resource counts as managed when any workspace's newest state holds it. So every workspace says the same of the whole
 * organization, and several of them added up still give the organization's share.
 */
export const driftRatio: Check = {
  id: 'tf_drift_ratio',
  provider: 'terraform',
  title: 'Live resource is in no Terraform state',
  asserts: 'Nine in ten of the resources that live snapshots show are held by a state that was handed in.',
  risk: 'What was made by hand is reviewed by nobody, is missing after a rebuild, and can drift from policy unseen.',
  severity: 'medium',
  kind: 'ratio',
  threshold: 0.9,
  capabilities: ['POL-05'],
  weak: [],
  feeds: [
    { capability: 'POL-05', stage: 1, atLeast: 0.5 },
    { capability: 'POL-05', stage: 2, atLeast: 0.9 },
  ],
  operations: [STATE, LIVE],
  permissions: ['terraform show -json'],
  remediation: {
    text: 'Import the resource into the workspace that should own it, or delete it when nobody does.',
    commands: [
      { tool: 'terraform', code: 'import {\n  to = aws_s3_bucket.this\n  id = "BUCKET"\n}' },
      { tool: 'terraform', code: 'terraform plan -generate-config-out=generated.tf' },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts, { threshold = driftRatio.threshold }) => {
    const held = new Set(
      facts.of('terraform.managed').flatMap(({ facts: { arn, providerId } }) => [arn, providerId].filter(Boolean)),
    )
    return evaluatePopulation({
      items: facts.of('terraform.live'),
      gaps: facts.gaps([STATE, LIVE]),
      threshold,
      judge: ({ id, name, facts: { kind, liveAccount, heldBy } }) =>
        held.has(id) || heldBy !== null
          ? pass
          : fail(`${kind} ${name} of account ${liveAccount} is in no state that was handed in.`, { kind, liveAccount }),
    })
  },
}
