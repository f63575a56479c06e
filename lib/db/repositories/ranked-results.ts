import { Maturity } from '@/lib/model/maturity'
import type { ApprovedAssessment, ComparisonBasis } from '@/lib/model/maturity-at'
import { Prisma } from '../generated/client'

/** Twelve weeks: two assessments a calendar quarter apart are always further from each other than that. */
const QUARTER_DAYS = 84

/** An approved assessment with the result frozen in it. */
export type Result = { assessment: ApprovedAssessment; maturity: Maturity }
export type Standing = { current: Result; earlier: (Result & { basis: ComparisonBasis }) | null }

export type ResultRow = {
  id: string
  name: string
  asOf: string
  approvedBy: string
  approvedAt: Date | string
  maturity: unknown
}
export type RankedRow = ResultRow & { isQuarter: boolean }

export const toApproved = ({ id, name, asOf, approvedBy, approvedAt }: ResultRow): ApprovedAssessment => ({
  id,
  name,
  asOf,
  approvedBy,
  approvedAt: new Date(approvedAt).toISOString(),
})

const toResult = (row: ResultRow): Result => ({ assessment: toApproved(row), maturity: Maturity.parse(row.maturity) })

/** The rows of `shown`, in their order. */
export function toStanding([current, earlier]: readonly RankedRow[]): Standing | null {
  if (!current) return null
  return {
    current: toResult(current),
    earlier: earlier ? { ...toResult(earlier), basis: earlier.isQuarter ? 'quarter' : 'previous' } : null,
  }
}

/**
 * A CTE `shown` (after WITH) of at most two rows by `rank`: the latest approved result of a deployment on a day, and the
 * one to compare it with, which is the latest that is QUARTER_DAYS older, else the one before.
 */
export const shownResults = (
  organizationId: string,
  deployment: string | Prisma.Sql,
  at: string,
): Prisma.Sql => Prisma.sql`
  approved AS (
    SELECT *, row_number() OVER (ORDER BY as_of DESC, approved_at DESC) AS place FROM assessments
    WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deployment}::uuid
      AND state = 'approved' AND as_of <= ${at}::date
  ), ranked AS (
    SELECT a.*, a.as_of <= l.as_of - ${QUARTER_DAYS}::int AS is_quarter
    FROM approved a JOIN approved l ON l.organization_id = a.organization_id AND l.place = 1
  ), shown AS (
    SELECT *, row_number() OVER (ORDER BY place = 1 DESC, is_quarter DESC, place) AS rank
    FROM ranked ORDER BY rank LIMIT 2
  )`
