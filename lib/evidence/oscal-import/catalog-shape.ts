import { z } from 'zod'

/** What is read of an OSCAL catalog (NIST, 1.0 to 1.2). Fields that are not used may hold anything OSCAL allows. */
const Token = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}.\-_]*$/u, 'is no identifier')
  .max(200)
const Prop = z.looseObject({ name: z.string(), value: z.string(), ns: z.string().optional() })
const Link = z.looseObject({ href: z.string(), rel: z.string().optional() })

export const Param = z.looseObject({
  id: Token,
  label: z.string().optional(),
  values: z.array(z.string()).optional(),
  select: z.looseObject({ 'how-many': z.string().optional(), choice: z.array(z.string()).optional() }).optional(),
})
export type Param = z.infer<typeof Param>

const PartFacts = z.looseObject({
  id: Token.optional(),
  name: z.string().min(1),
  prose: z.string().optional(),
  props: z.array(Prop).optional(),
})
export type Part = z.infer<typeof PartFacts> & { parts?: Part[] | undefined }
const Part: z.ZodType<Part> = PartFacts.extend({ parts: z.array(z.lazy(() => Part)).optional() })

const ControlFacts = z.looseObject({
  id: Token,
  title: z.string().min(1),
  params: z.array(Param).optional(),
  props: z.array(Prop).optional(),
  links: z.array(Link).optional(),
  parts: z.array(Part).optional(),
})
export type Control = z.infer<typeof ControlFacts> & { controls?: Control[] | undefined }
const Control: z.ZodType<Control> = ControlFacts.extend({ controls: z.array(z.lazy(() => Control)).optional() })

const GroupFacts = z.looseObject({
  id: Token.optional(),
  title: z.string().min(1),
  params: z.array(Param).optional(),
  controls: z.array(Control).optional(),
})
export type Group = z.infer<typeof GroupFacts> & { groups?: Group[] | undefined }
const Group: z.ZodType<Group> = GroupFacts.extend({ groups: z.array(z.lazy(() => Group)).optional() })

export const Catalog = z.looseObject({
  params: z.array(Param).optional(),
  groups: z.array(Group).optional(),
  controls: z.array(Control).optional(),
})
export type Catalog = z.infer<typeof Catalog>
