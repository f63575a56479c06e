/** What a cell may hold, by kind. Null is "not known" and is an empty cell; instants and days are ISO 8601 text, in UTC. */
type Cells = {
  text: string | null
  number: number | null
  instant: string | null
  day: string | null
  boolean: boolean | null
  /** Ids and other words without blanks. */
  list: readonly string[]
  /** What has no columns of its own. */
  structure: object | null
}
export type CellKind = keyof Cells
export type Cell = Cells[CellKind]

/** `key` is its name for programs and is never changed once released; a dot in it nests the value in JSON. */
export type Column<Row> = { key: string; heading: string; kind: CellKind; value(row: Row): Cell }

/** One table of the product as it leaves it: CSV, XLSX, JSON and the populations of a pack all have these columns. */
export type Table<Row> = { name: string; title: string; columns: readonly Column<Row>[] }

type Holding<Row, Value> = { [Key in keyof Row]: Row[Key] extends Value ? Key : never }[keyof Row] & string
type Maker<Row, Value> = {
  (key: Holding<Row, Value>, heading: string): Column<Row>
  (key: string, heading: string, value: (row: Row) => Value): Column<Row>
}
type Makers<Row> = { [Kind in CellKind]: Maker<Row, Cells[Kind]> }

const KINDS = ['text', 'number', 'instant', 'day', 'boolean', 'list', 'structure'] as const satisfies CellKind[]

/** Makes the columns of one kind of row: without a function the field of that name is the cell. */
export function columnsOf<Row extends object>(): Makers<Row> {
  const maker =
    (kind: CellKind) =>
    (key: string, heading: string, value?: (row: Row) => Cell): Column<Row> => ({
      key,
      heading,
      kind,
      value: value ?? ((row) => (row as Record<string, Cell>)[key] ?? null),
    })
  return Object.fromEntries(KINDS.map((kind) => [kind, maker(kind)])) as Makers<Row>
}
