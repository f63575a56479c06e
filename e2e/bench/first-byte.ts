import { get } from 'node:http'
import { USER_AGENT } from '@/e2e/server/user-agent'
import type { Cookie } from './page-visit'

/** Milliseconds from a request over a connection of its own to the head of the answer. Throws when it is not 200. */
export function firstByteMs(url: string, { name, value }: Cookie): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const cookie = `${name}=${value}`
    const headers = { accept: 'text/html', 'accept-encoding': 'gzip', 'user-agent': USER_AGENT, cookie }
    const request = get(url, { agent: false, headers }, (answer) => {
      const took = performance.now() - began
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(took)
        else reject(new Error(`${url} answered ${answer.statusCode}`))
      })
    })
    request.once('error', reject)
  })
}
