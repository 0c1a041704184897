import { Writable } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'

const RENDER_TIMEOUT_MS = 10_000

/**
 * Renders a document that the browser never takes over: no marks for React in it, and made in less than half of the time that the
 * other way takes.
 */
export const renderPlain = (document: ReactNode): Buffer<ArrayBuffer> =>
  Buffer.from(`<!DOCTYPE html>${renderToStaticMarkup(document)}`)

type Options = { nonce: string; onError: (error: unknown) => void }

/**
 * Renders a document that React takes over in the browser. It is handed over whole: no page here has parts that come late, and one
 * piece costs less than a stream of small ones.
 * @param onError told of an error in a part that React could leave out; one in the frame of the page is thrown.
 */
export function renderForHydration(document: ReactNode, { nonce, onError }: Options): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const errors: unknown[] = []
    const { pipe, abort } = renderToPipeableStream(document, {
      nonce,
      // An error in the frame comes twice; here it waits, so that it is told once.
      onError: (error) => void errors.push(error),
      onShellError: fail,
      onAllReady() {
        for (const error of errors) onError(error)
        pipe(collector(finish))
      },
    })
    const impatience = setTimeout(abort, RENDER_TIMEOUT_MS)

    function finish(html: Buffer<ArrayBuffer>) {
      clearTimeout(impatience)
      resolve(html)
    }
    function fail(error: unknown) {
      clearTimeout(impatience)
      reject(error)
    }
  })
}

/** Gathers what is written to it. */
function collector(done: (all: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Uint8Array[] = []
  return new Writable({
    write(chunk: Uint8Array, _encoding, next) {
      chunks.push(chunk)
      next()
    },
    final(next) {
      done(Buffer.concat(chunks))
      next()
    },
  })
}
