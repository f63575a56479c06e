/** The control that a statement or objective belongs to: `ac-6.1` of `ac-6.1_obj`, `iam-02` of `iam-02_smt.a`. */
export const controlOfTarget = (targetId: string): string => {
  const cut = targetId.search(/_(smt|stm|obj|gdn|fr|asm)/i)
  return cut > 0 ? targetId.slice(0, cut) : targetId
}

const NIST = /^([a-z]{2})-(\d{1,2})(?:\.(\d{1,2}))?$/

/** `AC-6(1)` for `ac-6.1`, as SP 800-53 prints it; null for an id of another form. */
export function nistControlId(id: string): string | null {
  const [, family, control, enhancement] = NIST.exec(id) ?? []
  if (!family || !control) return null
  const written = `${family.toUpperCase()}-${Number(control)}`
  return enhancement ? `${written}(${Number(enhancement)})` : written
}
