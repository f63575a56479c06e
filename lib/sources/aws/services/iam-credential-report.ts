import { setTimeout as wait } from 'node:timers/promises'
import type { Step } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import type { Asker } from '../asker'
import { present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { credentialRows } from '../credential-rows'
import { onceStep } from '../once-step'
import { unreadable } from '../unreadable'

const GENERATE = 'iam:GenerateCredentialReport'
const GET = 'iam:GetCredentialReport'
const POLLS = 60
const FIRST_POLL_MS = 200
const LONGEST_POLL_MS = 3_000

/** One resource for each user that the credential report names, the root user among them. Has it made first. */
export const credentialReport = (unit: AwsUnit): Step =>
  onceStep({
    operation: GET,
    besides: [GENERATE],
    async read(asker, signal) {
      await made(unit, asker, signal)
      const iam = await unit.client('iam')
      const answer = await asker.page(GET, (options) => iam.getCredentialReport({}, options))
      const rows = await credentialRows(present(answer.Content, GET)).catch(() => unreadable(GET))
      return rows.map(({ arn, user, facts }) =>
        resource(unit, { type: 'aws.iam.credential', id: arn, name: user, region: null, facts }),
      )
    },
  })

/** AWS makes a new report at most every four hours, and answers with the last one meanwhile. */
async function made(unit: AwsUnit, asker: Asker, signal: AbortSignal): Promise<void> {
  const iam = await unit.client('iam')
  for (let poll = 0; poll < POLLS; poll += 1) {
    const { State } = await asker.unrecorded(GENERATE, (options) => iam.generateCredentialReport({}, options))
    if (present(State, GENERATE) === 'COMPLETE') return asker.answered(GENERATE)
    await wait(Math.min(FIRST_POLL_MS * 2 ** poll, LONGEST_POLL_MS), undefined, { signal })
  }
  throw new SourceError({
    unread: 'unavailable',
    operation: GENERATE,
    code: 'ReportInProgress',
    message: 'The credential report was not made in time.',
  })
}
