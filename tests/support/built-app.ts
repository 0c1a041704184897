import { existsSync } from 'node:fs'
import path from 'node:path'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { hashSecret } from '#app/db/sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { createSession } from './accounts.ts'

const BUILD = path.resolve('build/server/index.js')
if (!existsSync(BUILD)) throw new Error('These tests ask the built pages: run `npm run build` first.')
// While the file is loaded, so that no test's time is spent on it.
const handle = createRequestHandler((await import(/* @vite-ignore */ BUILD)) as ServerBuild, 'production')

export type Asking = {
  /** Whoever is signed in; nobody otherwise. */
  as?: Actor
  /** Makes it a POST of this form. */
  form?: Record<string, string>
  /** Makes it a POST of JSON, as a script of our own pages sends it. */
  json?: unknown
  /** Makes it a POST of a form that arrives piece by piece. */
  pieces?: ReadableStream<Uint8Array>
  /** Instead of GET or POST. */
  method?: string
  /** More headers, or others; an absent one is left out. */
  headers?: Record<string, string | undefined>
}

/** Asks the built application for a page, as a browser would. A form is sent from our own site unless `headers` says otherwise. */
export async function ask(
  address: string,
  { as, form, json, pieces, method, headers }: Asking = {},
): Promise<Response> {
  const { appUrl } = settings()
  const body = bodyOf({ form, json, pieces })
  const sent = {
    cookie: as && `stance=${await sessionOf(as)}`,
    origin: (body || method) && appUrl,
    'content-type': body?.type,
    ...headers,
  }
  const request = new Request(`${appUrl}${address}`, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: Object.entries(sent).filter((header): header is [string, string] => header[1] !== undefined),
    body: body?.content ?? null,
    ...(pieces && { duplex: 'half' }),
  })
  return handle(request, new RouterContextProvider())
}

const FORM = 'application/x-www-form-urlencoded'

function bodyOf({ form, json, pieces }: Asking): { content: BodyInit; type: string } | undefined {
  if (form) return { content: new URLSearchParams(form).toString(), type: FORM }
  if (json !== undefined) return { content: JSON.stringify(json), type: 'application/json' }
  if (pieces) return { content: pieces, type: FORM }
  return undefined
}

async function sessionOf({ id }: Actor): Promise<string> {
  const secret = crypto.randomUUID()
  await createSession(id, hashSecret(secret))
  return secret
}

/** Where the framework asks for a page's data instead of the page. */
export function dataAddress(address: string): string {
  const [path = '', search] = address.split('?')
  return `${path === '/' ? '/_' : path}.data${search === undefined ? '' : `?${search}`}`
}

/** How many statements the answer took; the application says so outside of production. */
export const statementsOf = (answer: Response): number =>
  Number(/desc="(\d+) statements"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1])
