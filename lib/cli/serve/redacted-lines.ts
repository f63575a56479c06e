import { Transform } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { redactText } from '@/lib/kernel/redact'

const LONGEST = 65_536
const BEGINS = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/
const ENDS = /-----END [A-Z0-9 ]*PRIVATE KEY-----/

/**
 * Passes lines on without the secrets in them. What a library prints about a failure of its own goes past our log, so the
 * web server's output is looked through as a whole. A private key is left out over as many lines as it has.
 */
export function redactedLines(known: readonly string[] = []): Transform {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let inKey = false
  const clean = (line: string): string[] => {
    const wasInKey = inKey
    inKey = wasInKey ? !ENDS.test(line) : BEGINS.test(line) && !ENDS.test(line)
    return wasInKey ? [] : [redactText(line, known)]
  }
  return new Transform({
    transform(chunk, _encoding, done) {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST) {
        lines.push(rest)
        rest = ''
      }
      done(
        null,
        lines
          .flatMap(clean)
          .map((line) => `${line}\n`)
          .join(''),
      )
    },
    flush(done) {
      done(null, rest === '' ? '' : clean(rest).join('\n'))
    },
  })
}
