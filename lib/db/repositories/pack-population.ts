/** What an auditor is given a full list of: which rows, and what is told of each. */
export type Population = {
  name: string
  /** What it is a list of, for whoever reads the pack. */
  words: string
  /** What has to be known to judge whether it is complete. */
  note: string
  /** The column that says which requirements a row speaks to, by capability, check or requirement; null speaks to none. */
  speaksBy: string | null
  columns: readonly string[]
  /** The statement, with its parameters by name. It gives a row an `id`. */
  sql: string
}

type Definition = Omit<Population, 'columns' | 'sql'> & {
  columns: Readonly<Record<string, string>>
  from: string
  where: readonly string[]
}

/** The statement of a population: its columns under their names, from rows that the clauses leave. */
export const population = ({ columns, from, where, ...told }: Definition): Population => ({
  ...told,
  columns: Object.keys(columns),
  sql: [
    'SELECT',
    Object.entries(columns)
      .map(([name, text]) => `  ${text} AS ${name}`)
      .join(',\n'),
    `FROM ${from}`,
    `WHERE ${where.join('\n  AND ')}`,
  ].join('\n'),
})

export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What lies after the instant the pack is told as of was not known then. */
export const told = (column: string): string => `CASE WHEN ${column} <= :as_of::timestamptz THEN ${iso(column)} END`

/** Within the days of the period, and known by the instant it is told as of. */
export const within = (column: string): string[] => [...begun(column), `${column} >= ${START}`]

/** Before the end of the period, and known by the instant it is told as of. */
export const begun = (column: string): string[] => [`${column} < ${END}`, `${column} <= :as_of::timestamptz`]

export const START = `:from::date::timestamp AT TIME ZONE 'UTC'`
const END = `(:to::date + 1)::timestamp AT TIME ZONE 'UTC'`

/** In the scope's deployments; a scope that names none is the whole organization. */
export const inScope = (column: string): string =>
  `(cardinality(:deployments::uuid[]) = 0 OR ${column} = ANY (:deployments::uuid[]))`

/** The same for what feeds deployments: a source of no deployment feeds all of them. */
export const feedsScope = (column: string): string =>
  `(cardinality(:deployments::uuid[]) = 0 OR ${column} IS NULL OR ${column} = ANY (:deployments::uuid[]))`

/** Ids of version 7 hold the instant they were made at: records without a date of their own were kept then. */
export const keptByThen = (id: string): string =>
  `(substr(${id}::text, 15, 1) <> '7' OR ('x' || translate(left(${id}::text, 13), '-', ''))::bit(48)::bigint <= extract(epoch FROM :as_of::timestamptz) * 1000)`
