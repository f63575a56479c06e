import { FrameworkId } from '@/lib/model/requirement'

/** The framework that a part of an address names, where `:` may come escaped; null for what names none. */
export function frameworkInAddress(part: string): FrameworkId | null {
  try {
    return FrameworkId.safeParse(decodeURIComponent(part)).data ?? null
  } catch {
    return null
  }
}
