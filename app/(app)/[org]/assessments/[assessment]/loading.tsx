import { AssessmentSkeleton } from '@/components/assessment/assessment-skeleton'

export default AssessmentSkeleton
