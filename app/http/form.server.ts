import { z } from 'zod'
import { readBody } from './read-body.ts'

export const MAX_FORM_BYTES = 256 * 1024

/** What a person has to put right, and what they typed, so that nothing has to be typed again. */
export type FormFault = { errors: Record<string, string[]>; values: Record<string, string | string[]> }

/** What became of one of a page's forms: what to say about it, or what has to be put right. */
export type FormAnswer = { done: string } | { fault: FormFault }

/** `typed` is what the person sent, for a fault that only the use case can find. */
export type ParsedForm<Value> = { ok: true; value: Value; typed: FormFault['values'] } | { ok: false; fault: FormFault }

/**
 * Reads a posted form and checks it.
 * @throws a 415 or 413 Response for what no form of ours sends.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { maxBytes = MAX_FORM_BYTES } = {},
): Promise<ParsedForm<z.output<Schema>>> {
  return checkFields(fieldsOf(await readForm(request, maxBytes)), schema)
}

/** Checks the fields of a form, however they came. */
export function checkFields<Schema extends z.ZodType>(
  fields: FormFault['values'],
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const result = schema.safeParse(fields)
  const typed = withoutSecrets(fields)
  if (result.success) return { ok: true, value: result.data, typed }
  return { ok: false, fault: { errors: errorsByField(result.error, Object.keys(fields)), values: typed } }
}

/** A fault that only the use case could find, under one of the form's fields; `''` is the form as a whole. */
export const faultIn = (field: string, message: string, typed: FormFault['values']): FormFault => ({
  errors: { [field]: [message] },
  values: typed,
})

/** A field that may be sent any number of times: ticked boxes. */
export const listField = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item))

async function readForm(request: Request, maxBytes: number): Promise<URLSearchParams> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    throw new Response('This address takes a form.', { status: 415 })
  const body = await readBody(request, maxBytes)
  if (body === null) throw new Response('This form is too large.', { status: 413 })
  return new URLSearchParams(body)
}

/** In one pass: a form may have as many fields as fit into it, and to look for each of them among all would keep a process busy for a minute. */
export function fieldsOf(body: URLSearchParams): FormFault['values'] {
  const fields = new Map<string, string[]>()
  for (const [name, typed] of body) {
    const values = fields.get(name)
    if (values) values.push(storable(typed))
    else fields.set(name, [storable(typed)])
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]))
}

/** Without NUL, which nobody types and PostgreSQL cannot hold. */
const storable = (typed: string) => typed.replaceAll('\0', '')

/** In the order in which the fields were sent, which is that of the page; what is wrong with many values of one field is said once. */
function errorsByField(error: z.ZodError, sent: readonly string[]): FormFault['errors'] {
  const errors = new Map<string, Set<string>>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    errors.set(field, (errors.get(field) ?? new Set()).add(message))
  }
  const order = asOnThePage(sent, [...errors.keys()])
  return Object.fromEntries(order.map((field) => [field, [...(errors.get(field) ?? [])]]))
}

/** A group of which nothing was chosen is not sent: it comes before whatever follows it in the schema. */
function asOnThePage(sent: readonly string[], faulty: readonly string[]): string[] {
  const order = sent.filter((field) => faulty.includes(field))
  for (const field of faulty.toReversed()) {
    if (order.includes(field)) continue
    const next = faulty.slice(faulty.indexOf(field) + 1).find((other) => order.includes(other))
    order.splice(next === undefined ? order.length : order.indexOf(next), 0, field)
  }
  return order
}

/** A password goes back into no page. */
const withoutSecrets = (fields: FormFault['values']): FormFault['values'] =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !/password/i.test(name)))
