import { FormSkeleton } from '@/components/assessments/form-skeleton'

export default FormSkeleton
