/** Answers kept at most; columns such as severity repeat a handful of texts a million times. */
const MOST_KEPT = 1000

/** A pure reader of texts that remembers its answers, up to a bound that a hostile file cannot push. */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const kept = new Map<string, Answer>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const answer = read(text)
    if (kept.size < MOST_KEPT && text.length < 200) kept.set(text, answer)
    return answer
  }
}
