import { z } from 'zod'

const ControlId = z.looseObject({ 'control-id': z.string() })
const Selections = z.looseObject({
  'include-all': z.looseObject({}).optional(),
  'include-controls': z.array(ControlId).optional(),
})

const Finding = z.looseObject({
  uuid: z.string(),
  title: z.string().min(1),
  description: z.string(),
  target: z.looseObject({
    type: z.enum(['statement-id', 'objective-id']),
    'target-id': z.string().max(200),
    title: z.string().optional(),
    props: z.array(z.looseObject({ ns: z.string().optional() })).optional(),
    status: z.looseObject({ state: z.enum(['satisfied', 'not-satisfied']), reason: z.string().optional() }),
  }),
})
export type ResultFinding = z.infer<typeof Finding>

const Result = z.looseObject({
  uuid: z.string(),
  title: z.string().min(1),
  description: z.string(),
  start: z.string(),
  end: z.string().optional(),
  'reviewed-controls': z.looseObject({ 'control-selections': z.array(Selections) }),
  observations: z.array(z.looseObject({ uuid: z.string(), description: z.string(), collected: z.string() })).optional(),
  findings: z.array(Finding).optional(),
})
export type AssessmentResult = z.infer<typeof Result>

/** What is read of OSCAL assessment results (NIST, 1.0 to 1.2). */
export const AssessmentResults = z.looseObject({
  uuid: z.string(),
  metadata: z.looseObject({ title: z.string() }),
  'import-ap': z.looseObject({ href: z.string() }),
  results: z.array(Result),
})
export type AssessmentResults = z.infer<typeof AssessmentResults>
