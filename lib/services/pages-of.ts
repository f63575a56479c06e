import type { Page, PageRequest } from '@/lib/model/page'

const LARGEST_PAGE = 1_000

/**
 * A whole list page by page, each page a transaction of its own, so that a slow reader holds no connection. The first
 * page is read at once: what would refuse the list does so before anything is sent.
 */
export async function pagesOf<T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<AsyncIterable<T[]>> {
  const first = await read({ limit: LARGEST_PAGE })
  return (async function* () {
    for (let page = first; ; page = await read({ limit: LARGEST_PAGE, cursor: page.nextCursor })) {
      if (page.items.length > 0) yield page.items
      if (page.nextCursor === null) return
    }
  })()
}
