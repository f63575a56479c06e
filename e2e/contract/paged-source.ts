import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Shape = { accounts: number; services: number; pages: number; things: number }

/** A small source over HTTP that counts what it is asked: `account/service/page`, each with how often. */
export type PagedSource = {
  url: string
  /** Since the last `forget`. */
  asked: ReadonlyMap<string, number>
  forget(): void
  /** Fulfilled once it has been asked for a page so many more times. */
  pagesAsked(more: number): Promise<void>
  close(): Promise<void>
}

/** Answers pages of things after a few milliseconds, the same for the same page. `random` says how many. */
export async function pagedSource(shape: Shape, random: () => number): Promise<PagedSource> {
  const asked = new Map<string, number>()
  const waiting = new Set<{ left: number; done: () => void }>()
  const count = (page: string) => {
    asked.set(page, (asked.get(page) ?? 0) + 1)
    for (const one of waiting) {
      one.left -= 1
      if (one.left <= 0 && waiting.delete(one)) one.done()
    }
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://source')
    if (url.pathname !== '/units') count(url.pathname.slice(1))
    await wait(5 + random() * 40)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(url.pathname === '/units' ? unitsOf(shape) : pageOf(shape, url.pathname)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    forget: () => asked.clear(),
    pagesAsked: (left) => new Promise((done) => waiting.add({ left, done })),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const unitsOf = ({ accounts, services }: Shape): { account: string; service: string }[] =>
  Array.from({ length: accounts * services }, (_, i) => ({
    account: `account-${i % accounts}`,
    service: `service-${Math.floor(i / accounts)}`,
  }))

function pageOf({ pages, things }: Shape, path: string) {
  const page = Number(path.split('/').at(-1))
  return {
    things: Array.from({ length: things }, (_, i) => `${path}/${i}`),
    next: page < pages ? page + 1 : null,
  }
}
