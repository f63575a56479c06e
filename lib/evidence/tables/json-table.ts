import type { Cell, Table } from './table'

type Tree = { [key: string]: Cell | Tree }

/** The rows of a table as a JSON array, an object a line, with the raw values. Without rows it is the empty array. */
export async function* jsonOf<Row>(
  table: Table<Row>,
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield* jsonList(pages, (row) => treeOf(table, row))
}

/** What is made of each row as a JSON array, an element a line. */
export async function* jsonList<Row>(
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  toElement: (row: Row) => object,
): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const rows of pages) {
    if (rows.length === 0) continue
    yield separator + rows.map((row) => JSON.stringify(toElement(row))).join(',\n')
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

function treeOf<Row>({ columns }: Table<Row>, row: Row): Tree {
  const tree: Tree = {}
  for (const column of columns) {
    const path = column.key.split('.')
    const last = path.pop() ?? column.key
    let place = tree
    for (const step of path) {
      place[step] ??= {}
      place = place[step] as Tree
    }
    place[last] = column.value(row)
  }
  return tree
}
