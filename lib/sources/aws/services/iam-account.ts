import type { Step } from '@/lib/sources/collect/collector'
import { present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { onceStep } from '../once-step'
import { codeOf } from '../source-answer'

const SUMMARY = 'iam:GetAccountSummary'
const POLICY = 'iam:GetAccountPasswordPolicy'

/** What the account says of its root user. */
export const accountSummary = (unit: AwsUnit): Step =>
  onceStep({
    operation: SUMMARY,
    async read(asker) {
      const iam = await unit.client('iam')
      const answer = await asker.page(SUMMARY, (options) => iam.getAccountSummary({}, options))
      const map: Partial<Record<string, number>> = present(answer.SummaryMap, SUMMARY)
      const mfa = map.AccountMFAEnabled
      const facts = {
        rootMfaEnabled: mfa === undefined ? null : mfa > 0,
        rootAccessKeys: map.AccountAccessKeysPresent ?? null,
      }
      return [resource(unit, { type: 'aws.iam.account-summary', id: unit.account, region: null, facts })]
    },
  })

/** The account's own password policy. That there is none is an answer. */
export const passwordPolicy = (unit: AwsUnit): Step =>
  onceStep({
    operation: POLICY,
    async read(asker) {
      const iam = await unit.client('iam')
      const policy = await asker.pageOrAbsent(
        (error) => codeOf(error).startsWith('NoSuchEntity'),
        POLICY,
        (options) => iam.getAccountPasswordPolicy({}, options),
        (answer) => present(answer.PasswordPolicy, POLICY),
      )
      const facts = {
        policy: policy && {
          minimumLength: policy.MinimumPasswordLength ?? null,
          reusePrevention: policy.PasswordReusePrevention ?? null,
          maxAgeDays: policy.MaxPasswordAge ?? null,
        },
      }
      return [resource(unit, { type: 'aws.iam.password-policy', id: unit.account, region: null, facts })]
    },
  })
