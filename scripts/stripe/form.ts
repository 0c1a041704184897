export type Params = { [name: string]: Params | string }

/** Reads `a[b][0][c]=d` as Stripe's client sends it. */
export function readParams(body: string): Params {
  const params: Params = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '')
    const last = path.pop() ?? name
    let inside = params
    for (const part of path) {
      const next = inside[part]
      const group: Params = typeof next === 'object' ? next : {}
      inside[part] = group
      inside = group
    }
    inside[last] = value
  }
  return params
}

/** Every name that was sent, with `*` for the places of a list and for the names of metadata. */
export const namesOf = (params: Params, before = ''): string[] =>
  Object.entries(params).flatMap(([name, value]) => {
    const part = /^\d+$/.test(name) || before.endsWith('metadata') ? '*' : name
    const whole = before ? `${before}.${part}` : part
    return typeof value === 'object' ? namesOf(value, whole) : [whole]
  })

/** The value at a path, "line_items.0.quantity"; an empty text when it was not sent. */
export function valueAt(params: Params, path: string): string {
  let found: Params | string | undefined = params
  for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return typeof found === 'string' ? found : ''
}

export function groupAt(params: Params, path: string): Record<string, string> {
  let found: Params | string | undefined = params
  for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined
  return Object.fromEntries(
    Object.entries(typeof found === 'object' ? found : {}).map(([key, value]) => [key, String(value)]),
  )
}
