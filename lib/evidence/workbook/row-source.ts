/** Rows one by one out of pages, so that a sheet can end between any two of them. */
export class RowSource<Row> {
  /** How many were taken. */
  taken = 0
  private readonly pages: AsyncIterator<readonly Row[]> | Iterator<readonly Row[]>
  private page: readonly Row[] = []
  private at = 0

  constructor(pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>) {
    this.pages = Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]()
  }

  async isAtEnd(): Promise<boolean> {
    while (this.at >= this.page.length) {
      const next = await this.pages.next()
      if (next.done) return true
      this.page = next.value
      this.at = 0
    }
    return false
  }

  /** The row that `isAtEnd` found. */
  take(): Row {
    const row = this.page[this.at] as Row
    this.at += 1
    this.taken += 1
    return row
  }

  /** Tells whoever makes the pages that no more are wanted. */
  async close(): Promise<void> {
    await this.pages.return?.()
  }
}
