import { Prisma } from '../generated/client'

/** A row of monthly_metrics as the model's MonthlyMetric, for statements that bring many months in one answer. */
export const MONTH_JSON = Prisma.sql`json_build_object(
  'month', to_char(month, 'YYYY-MM'), 'formula', formula, 'incidents', incidents,
  'unknownOnset', unknown_onset, 'open', open,
  'timeToDetect', json_build_object('n', detect_n, 'median', detect_median, 'mean', detect_mean, 'p90', detect_p90),
  'timeToResolve', json_build_object('n', resolve_n, 'median', resolve_median, 'mean', resolve_mean, 'p90', resolve_p90),
  'audits', audits, 'controlsAssessed', controls_assessed, 'controlsPassed', controls_passed,
  'controlsFailed', controls_failed, 'controlsNotApplicable', controls_not_applicable)`
