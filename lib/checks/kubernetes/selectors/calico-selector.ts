import type { Labels } from '@/lib/model/facts/kubernetes-selector'

/** Whether labels are selected. */
export type Predicate = (labels: Labels) => boolean

const TOKEN =
  /\s*(all\(\)|global\(\)|has\(\s*[\w./-]+\s*\)|&&|\|\||==|!=|!|\(|\)|\{|\}|,|"[^"]*"|'[^']*'|not\s+in\b|starts\s+with\b|ends\s+with\b|[\w./-]+)/y

function tokensOf(text: string): string[] | null {
  const tokens: string[] = []
  for (let at = 0; at < text.trimEnd().length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)?.[1]
    if (found === undefined) return null
    tokens.push(found.replace(/\s+/g, ' '))
  }
  return tokens
}

/**
 * Reads a Calico selector (Calico reference, "Selectors"): all(), global(), has(k), ==, !=, in, not in, contains, starts
 * with, ends with, !, &&, || and parentheses. An empty one selects everything. Null for what is not written so.
 */
export function calicoSelector(text: string): Predicate | null {
  if (text.trim() === '') return () => true
  const tokens = tokensOf(text)
  if (tokens === null) return null
  const reader = new SelectorReader(tokens)
  const read = reader.either()
  return reader.isAtEnd() ? read : null
}

/** Each method reads what its name says from where the last stopped; null when something else stands there. */
class SelectorReader {
  private at = 0
  constructor(private readonly tokens: readonly string[]) {}

  isAtEnd = (): boolean => this.at === this.tokens.length

  either(): Predicate | null {
    const parts = this.joined('||', () => this.all())
    return parts && ((labels) => parts.some((one) => one(labels)))
  }

  private all(): Predicate | null {
    const parts = this.joined('&&', () => this.single())
    return parts && ((labels) => parts.every((one) => one(labels)))
  }

  private joined(by: string, read: () => Predicate | null): Predicate[] | null {
    const parts: Predicate[] = []
    do {
      const part = read()
      if (part === null) return null
      parts.push(part)
    } while (this.take(by))
    return parts
  }

  private single(): Predicate | null {
    if (this.take('!')) {
      const inner = this.single()
      return inner && ((labels) => !inner(labels))
    }
    if (this.take('(')) {
      const inner = this.either()
      return this.take(')') ? inner : null
    }
    if (this.take('all()')) return () => true
    if (this.take('global()')) return () => false
    const token = this.next()
    const has = /^has\(\s*(.+?)\s*\)$/.exec(token)?.[1]
    if (has !== undefined) return (labels) => Object.hasOwn(labels, has)
    return /^[\w./-]+$/.test(token) ? this.comparison(token) : null
  }

  private comparison(key: string): Predicate | null {
    const operator = this.next()
    const values = operator === 'in' || operator === 'not in' ? this.set() : this.one()
    const test = values && COMPARISONS[operator]?.(values)
    return test ? (labels) => test(Object.hasOwn(labels, key) ? labels[key] : undefined) : null
  }

  private one(): string[] | null {
    const quoted = /^(["'])(.*)\1$/.exec(this.next())?.[2]
    return quoted === undefined ? null : [quoted]
  }

  private set(): string[] | null {
    if (!this.take('{')) return null
    const values: string[] = []
    while (!this.take('}')) {
      const value = this.one()
      if (value === null) return null
      values.push(...value)
      this.take(',')
    }
    return values
  }

  private next = (): string => this.tokens[this.at++] ?? ''

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false
    this.at += 1
    return true
  }
}

type Comparison = (values: readonly string[]) => (value: string | undefined) => boolean

/** What is said of a value by negation holds as well where there is none. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': (values) => (value) => value === values[0],
  '!=': (values) => (value) => value !== values[0],
  in: (values) => (value) => value !== undefined && values.includes(value),
  'not in': (values) => (value) => value === undefined || !values.includes(value),
  contains:
    ([part = '']) =>
    (value) =>
      value?.includes(part) ?? false,
  'starts with':
    ([part = '']) =>
    (value) =>
      value?.startsWith(part) ?? false,
  'ends with':
    ([part = '']) =>
    (value) =>
      value?.endsWith(part) ?? false,
}
