import { z } from 'zod'
import { CheckFacts } from './check'
import { FindingSeverity } from './finding-severity'
import { Instant } from './instant'
import { CheckVerdict, Verdict } from './verdict'

/** What a check says of one account in the newest run of a connection. */
export const CheckStanding = CheckVerdict.extend({
  connectionId: z.uuid(),
  connectionName: z.string(),
  runId: z.uuid(),
})
export type CheckStanding = z.infer<typeof CheckStanding>

/** What an organization decided about a check. Null leaves what the check brings. */
export const CheckSettingInput = z.object({
  /** The share at which it passes, 0 to 1; ratio checks alone have one. */
  threshold: z.number().min(0).max(1).nullable(),
  severity: FindingSeverity.nullable(),
  reason: z.string().trim().min(1).max(500),
})
export type CheckSettingInput = z.infer<typeof CheckSettingInput>

export const CheckSetting = CheckSettingInput.extend({ checkId: z.string(), updatedBy: z.string(), updatedAt: Instant })
export type CheckSetting = z.infer<typeof CheckSetting>

/** A check in the catalogue, and what it says of the organization now; null where no connection ran it. */
export const CheckLine = CheckFacts.pick({
  id: true,
  provider: true,
  title: true,
  severity: true,
  kind: true,
  capabilities: true,
}).extend({
  standing: z
    .object({ verdict: Verdict, numerator: z.int(), denominator: z.int(), undecided: z.int(), incomplete: z.boolean() })
    .nullable(),
})
export type CheckLine = z.infer<typeof CheckLine>

export const CheckList = z.object({ checks: z.array(CheckLine) })
export type CheckList = z.infer<typeof CheckList>

export const CheckView = CheckFacts.extend({
  /** Requirements of the standards its main capability touches, by standard. */
  requirements: z.array(z.object({ standard: z.string(), ids: z.array(z.string()) })),
  setting: CheckSetting.nullable(),
  standings: z.array(CheckStanding),
})
export type CheckView = z.infer<typeof CheckView>
