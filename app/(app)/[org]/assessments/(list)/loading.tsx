import { AssessmentsSkeleton } from '@/components/assessments/assessments-skeleton'

export default AssessmentsSkeleton
