import type { BrowserContext } from '@playwright/test'

/** An answer that a test means to get. Chromium logs every answer from 400 up as an error. */
type Refusal = { status: number; address: string }

const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/

/** Hears every page of the browsers that it listens to, and keeps what none of them should have said. */
export class ConsoleWatch {
  readonly errors: string[] = []
  readonly refusals: Refusal[] = []
  readonly #harmless: RegExp

  constructor(harmless: RegExp) {
    this.#harmless = harmless
  }

  listen(context: BrowserContext): void {
    context.on('weberror', (error) => this.errors.push(`${error.page()?.url()}: ${error.error().message}`))
    context.on('console', (message) => {
      if (message.type() === 'error') this.#hear(message.text(), message.location().url)
    })
  }

  #hear(text: string, address: string): void {
    if (this.#harmless.test(text) || this.#wasForetold(text, address)) return
    this.errors.push(`${address}: ${text}`)
  }

  /** Each refusal is forgiven once, so that a second one is an error again. */
  #wasForetold(text: string, address: string): boolean {
    const status = Number(REFUSED.exec(text)?.[1])
    const index = this.refusals.findIndex((one) => one.status === status && address.endsWith(one.address))
    if (index >= 0) this.refusals.splice(index, 1)
    return index >= 0
  }
}
