import type { OperationState } from '@/lib/model/requirement-operation'
import type { Timeline } from '@/lib/presentation/rollout-timeline'
import type { StageTone } from '@/lib/presentation/stage'

export type Tone = 'good' | 'bad' | 'warn' | 'neutral' | 'unknown'

/** What stands in a table's cell: finished words, with a smaller line under them and a mark before them where given. */
export type Cell =
  | string
  | { text: string; sub?: string; stage?: StageTone; tone?: Tone; quarters?: readonly OperationState[] }

export type Column = {
  label: string
  /** Its share of the width, against those of its neighbours. */
  width: number
  numeric?: boolean
}

export type TableBlock = {
  kind: 'table'
  caption: string
  columns: readonly Column[]
  /** A row of one cell is a heading over those that follow. */
  rows: readonly (readonly Cell[])[]
  /** Said in place of the rows where there are none. */
  empty: string
}

export type LadderRow = {
  name: string
  stage: string
  tone: StageTone
  /** 0 to 100; null is not known and drawn as such. */
  score: number | null
  scoreText: string
  target: number | null
  coverage: string
  change: string
  changeTone: Tone
}
export type LadderBlock = { kind: 'ladder'; changeLabel: string; rows: readonly LadderRow[] }

/** One metric over months, as `outcomeTrend` prepares it. */
export type TrendLine = {
  points: readonly { x: string; label: string; group?: string; value: number | null }[]
  baseline: { from: string; to: string; level: number | null } | null
  markers: readonly { x: string; label: string; tone: string }[]
  readings: readonly { x: string; label: string }[]
  domain?: readonly [number, number]
}
export type TrendBlock = { kind: 'trend'; title: string; unit: string; line: TrendLine; alt: string }

/** A metric in a few words: what changed, from what to what, on how much, or why nothing is said. */
export type Figure = {
  label: string
  value: string
  /** false is a claim that was refused; the note says why. */
  claimed: boolean
  tone: Tone
  note: string
  footnotes: readonly string[]
  line: TrendLine | null
}
export type FiguresBlock = { kind: 'figures'; figures: readonly Figure[] }

/** Lowest to highest month before and after, and the mean level of each; null where no month holds anything. */
export type Spread = { from: number; to: number; level: number | null } | null
export type SpreadRow = { label: string; unit: string; before: Spread; after: Spread; most: number; text: string }
export type SpreadBlock = { kind: 'spreads'; rows: readonly SpreadRow[] }

export type TimelineBlock = {
  kind: 'timeline'
  timeline: Timeline
  rows: readonly { name: string; tone: string; text: string }[]
  alt: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; quiet?: boolean }
  | { kind: 'note'; tone: Tone; text: string }
  | { kind: 'facts'; facts: readonly { label: string; text: string }[] }
  | { kind: 'steps'; steps: readonly { title: string; text: string; aside: string }[]; empty: string }
  /** `whole` is never cut by the end of a page. */
  | { kind: 'columns'; whole?: boolean; columns: readonly { width: number; blocks: readonly Block[] }[] }
  | TableBlock
  | LadderBlock
  | TrendBlock
  | FiguresBlock
  | SpreadBlock
  | TimelineBlock
  /** What the squares of quarters mean. */
  | { kind: 'legend' }

export type Section = {
  title: string
  blocks: readonly Block[]
  /** Begins on a page of its own. */
  apart?: boolean
}

/** Of an organization's own look: what a cover shows. The picture is of a checked type. */
export type ReportLook = {
  title: string | null
  /** `#rrggbb`, readable on white. */
  colour: string | null
  logo: { data: Uint8Array; mediaType: 'image/png' | 'image/jpeg'; width: number; height: number } | null
}

/** A document in finished words and figures: nothing is computed after this. */
export type Report = {
  kind: 'board' | 'ciso' | 'auditor' | 'deployment'
  /** What it is: `Board report`. */
  name: string
  /** What it says, in one line. */
  title: string
  /** Scope and day, in one line. */
  line: string
  organization: string
  synthetic: boolean
  /** The instant it is told as of, UTC. */
  asOf: string
  /** Names and versions of the formulas behind its figures. */
  formulas: readonly string[]
  /** Everything on one page. */
  single: boolean
  sections: readonly Section[]
}
