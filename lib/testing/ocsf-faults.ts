type Attribute = {
  type: string
  object_type?: string
  requirement: string
  is_array?: boolean
  profile?: string | null
  profiles?: string[]
  enum?: Record<string, unknown>
}
type Shape = { attributes: Record<string, Attribute>; constraints?: { at_least_one?: string[]; just_one?: string[] } }
type BasicType = { type?: string; regex?: string; max_len?: number }

/** The compiled schema of OCSF, as far as an event is judged by it. */
export type OcsfSchema = {
  classes: Record<string, Shape & { uid: number }>
  objects: Record<string, Shape>
  dictionary: { types: { attributes: Record<string, BasicType> } }
}

type Fields = Record<string, unknown>

/** What in an event breaks the compiled schema of OCSF: each fault with the attribute's path. Empty when it conforms. */
export function ocsfFaults(schema: OcsfSchema, className: string, event: Fields): string[] {
  const shape = schema.classes[className]
  if (!shape) return [`there is no class ${className}`]
  const { profiles = [] } = event.metadata as { profiles?: string[] }
  return objectFaults({ schema, profiles }, shape, event, className)
}

type Rules = { schema: OcsfSchema; profiles: readonly string[] }

function objectFaults(rules: Rules, shape: Shape, value: Fields, path: string): string[] {
  const inForce = Object.entries(shape.attributes).filter(([, attribute]) => isInForce(rules, attribute))
  const known = new Set(inForce.map(([name]) => name))
  const { at_least_one = [], just_one = [] } = shape.constraints ?? {}
  const given = (names: readonly string[]) => names.filter((name) => value[name] !== undefined).length
  return [
    ...Object.keys(value).flatMap((name) => (known.has(name) ? [] : [`${path}.${name} is not in the schema`])),
    ...(at_least_one.length > 0 && given(at_least_one) === 0 ? [`${path} needs one of ${at_least_one}`] : []),
    ...(just_one.length > 0 && given(just_one) !== 1 ? [`${path} needs exactly one of ${just_one}`] : []),
    ...inForce.flatMap(([name, attribute]) => attributeFaults(rules, attribute, value[name], `${path}.${name}`)),
  ]
}

/** An attribute that belongs to a profile exists, and is required, only in events that name the profile. */
function isInForce({ profiles }: Rules, { profile, profiles: several }: Attribute): boolean {
  const needed = [...(profile ? [profile] : []), ...(several ?? [])]
  return needed.length === 0 || needed.some((name) => profiles.includes(name))
}

function attributeFaults(rules: Rules, attribute: Attribute, value: unknown, path: string): string[] {
  if (value === undefined) return attribute.requirement === 'required' ? [`${path} is missing`] : []
  if (!attribute.is_array) return valueFaults(rules, attribute, value, path)
  if (!Array.isArray(value)) return [`${path} is not a list`]
  return value.flatMap((item, i) => valueFaults(rules, attribute, item, `${path}[${i}]`))
}

function valueFaults(rules: Rules, attribute: Attribute, value: unknown, path: string): string[] {
  if (attribute.enum && !(String(value) in attribute.enum)) return [`${path} may not be ${value}`]
  if (attribute.type !== 'object_t') return basicFaults(rules, attribute.type, value, path)
  if (typeof value !== 'object' || value === null) return [`${path} is not an object`]
  // Whatever has no attribute of its own: OCSF says nothing of its fields.
  if (attribute.object_type === 'object') return []
  const shape = rules.schema.objects[attribute.object_type ?? '']
  return shape ? objectFaults(rules, shape, value as Fields, path) : [`${path} has no known shape`]
}

function basicFaults({ schema }: Rules, name: string, value: unknown, path: string): string[] {
  const { type = name, regex, max_len } = schema.dictionary.types.attributes[name] ?? {}
  if (type === 'integer_t' || type === 'long_t') return Number.isInteger(value) ? [] : [`${path} is not an integer`]
  if (type === 'boolean_t') return typeof value === 'boolean' ? [] : [`${path} is not a boolean`]
  if (type !== 'string_t') return []
  if (typeof value !== 'string') return [`${path} is not text`]
  if (max_len !== undefined && value.length > max_len) return [`${path} is longer than ${max_len}`]
  return regex && !new RegExp(regex).test(value) ? [`${path} is no ${name}`] : []
}
