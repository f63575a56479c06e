import { Agent, get, type IncomingMessage } from 'node:http'

export type TimedGet = (path: string, headers: Readonly<Record<string, string>>) => Promise<number>

/**
 * Asks one server over one connection that stays open, and gives the milliseconds from the request to the last byte of
 * the answer. Throws when the answer is not 200.
 */
export function timedGet(origin: string): TimedGet {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (path, headers) =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const ended = (answer: IncomingMessage) => {
        if (answer.statusCode === 200) resolve(performance.now() - began)
        else reject(new Error(`${path} answered ${answer.statusCode}`))
      }
      const request = get(new URL(path, origin), { agent, headers }, (answer) => {
        answer.resume().once('end', () => ended(answer))
      })
      request.once('error', reject)
    })
}
