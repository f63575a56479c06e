/** The text in lines of at most `limit` characters, broken at spaces and after hyphens; a longer piece stays whole. */
export function wrapWords(text: string, limit: number): string[] {
  const lines: string[] = []
  for (const piece of text.split(/(?<=[ -])/)) {
    const last = lines.at(-1)
    if (last !== undefined && (last + piece).trimEnd().length <= limit) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trimEnd())
}
