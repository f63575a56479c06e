import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Instant } from '@/lib/model/instant'
import { evaluatePopulation } from '../frame/evaluate-population'
import type { Evaluation } from '../frame/evaluation'
import { fail, pass, skip, undecided } from '../frame/judge'
import type { ScopeFacts } from '../frame/scope-facts'

type AccessKey = ResourceOf<'aws.iam.credential'>['facts']['keys'][number]

type Asked = {
  operation: string
  /** What the age of a key is counted from; null where the report does not say. */
  since: (key: AccessKey) => Instant | null
  tooLong: (at: Instant) => boolean
  /** The sentence about a user and its worst key. */
  message: (user: string, since: Instant) => string
}

/** Judges each user of the credential report that has an active access key, the root user included, by its oldest one. */
export const judgeActiveKeys = (facts: ScopeFacts, { operation, since, tooLong, message }: Asked): Evaluation =>
  evaluatePopulation({
    items: facts.of('aws.iam.credential'),
    gaps: facts.gaps([operation]),
    judge: ({ name, facts: { root, keys } }) => {
      const active = keys.filter((key) => key.active)
      if (active.length === 0) return skip
      const oldest = active.flatMap((key) => since(key) ?? []).sort()[0]
      if (oldest !== undefined && tooLong(oldest))
        return fail(message(root ? 'The root user' : `User ${name}`, oldest), {
          activeKeys: active.length,
          since: oldest,
        })
      return active.every((key) => since(key) !== null) ? pass : undecided('unsupported', operation)
    },
  })
