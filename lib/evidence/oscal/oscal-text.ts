import { OSCAL_NS, type OscalObject } from './oscal-object'

const EMPTY = '(empty)'

/**
 * Text for a place that OSCAL reads as Markdown: what would become an element or an insertion stays text. Characters that
 * no document may hold (controls, half a character) are replaced.
 */
const plain = (text: string): string =>
  HARMLESS.test(text)
    ? text
    : text
        .toWellFormed()
        .replaceAll('\r\n', '\n')
        .replace(/(?![\n\t])\p{Cc}/gu, '\ufffd')
        .replaceAll('<', '\\<')
        .replaceAll('{{', '\\{\\{')

/** Nearly every text is plain already, and tens of thousands are written at a time. */
const HARMLESS = /^[ -;=-z|}~]*$/

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** A title: one line, never empty. */
export const line = (text: string): string => onOneLine(plain(text)) || EMPTY

/** A description: lines as they are, never empty. */
export const prose = (text: string): string => plain(text).trim() || EMPTY

/** Remarks: undefined where there is nothing to say. */
export const remarks = (text: string | null): string | undefined =>
  text === null || text.trim() === '' ? undefined : prose(text)

type Value = string | number | boolean | null | undefined

/**
 * Properties in our namespace, in the order given; a value that is null or blank is left out, because a property cannot say
 * that something is not known. Values stand on one line without outer blanks; they are no Markdown.
 */
export function props(values: Readonly<Record<string, Value>>): OscalObject[] {
  const all: OscalObject[] = []
  for (const name in values) {
    const value = values[name]
    if (value === null || value === undefined) continue
    const text = typeof value === 'string' ? asValue(value) : String(value)
    if (text !== '') all.push({ name, ns: OSCAL_NS, value: text })
  }
  return all
}

/** As above, of values. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/
const asValue = (text: string): string =>
  PLAIN.test(text) ? text : onOneLine(text.toWellFormed().replace(/\p{Cc}/gu, ' '))
