/** What a reader is told of a workbook besides its rows. */
export type WorkbookAbout = {
  /** Null where the rows are of several, or of none. */
  organization: { slug: string; name: string } | null
  /** The instant the rows were read. */
  asOf: string
  /** What the rows were narrowed to; null is all there are. */
  filter: string | null
}

export type AboutFact = { label: string; kind: 'text' | 'number' | 'instant'; value: string | number }

/** The lines of the sheet that says what the rows are, of whom, as of when, which, and how many. */
export function aboutFacts(title: string, { organization, asOf, filter }: WorkbookAbout, rows: number): AboutFact[] {
  const text = (label: string, value: string): AboutFact => ({ label, kind: 'text', value })
  return [
    text('Table', title),
    ...(organization ? [text('Organization', `${organization.name} (${organization.slug})`)] : []),
    { label: 'As of', kind: 'instant', value: asOf },
    text('Filter', filter ?? 'none: every row'),
    { label: 'Rows', kind: 'number', value: rows },
    text('Times', 'All dates and times are UTC.'),
    text('Empty cells', 'Not known, or never; not zero.'),
    text('Made by', 'Proofline'),
  ]
}
