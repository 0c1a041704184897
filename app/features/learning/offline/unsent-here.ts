import { type UnsentWork, waits } from '#app/domain/offline.ts'
import { drawUnsent } from './draw-unsent.ts'
import { ask } from './messages.ts'
import { noteOf } from './unsent-sentences.ts'
import { forgetWork, keepWork, type NewWork, replaceWork, unsentWork } from './unsent-work.ts'

const REMOVE = 'Remove this note from the device? It has not been sent, and cannot be brought back.'

/** What this device alone has of one lesson, as its page shows it. */
export class UnsentHere {
  /** What has been sent while the page lay open: it shows the lesson as it was before. */
  readonly #sent = new Map<number, UnsentWork>()
  #left: UnsentWork[] = []

  readonly #account: string
  readonly #path: string
  /** Lets its owner write on marked words. */
  write: (work: UnsentWork) => void = () => {}

  constructor({ account, path }: Pick<UnsentWork, 'account' | 'path'>) {
    this.#account = account
    this.#path = path
  }

  has(id: number): boolean {
    return this.#left.some((work) => work.id === id)
  }

  /** Looks at what is left on the device and draws it. */
  async look(): Promise<void> {
    const left = (await unsentWork()).filter(({ path }) => path === this.#path)
    for (const work of this.#left)
      if (waits(work) && !left.some(({ id }) => id === work.id)) this.#sent.set(work.id, work)
    this.#left = left
    drawUnsent(left, [...this.#sent.values()], {
      write: (work) => this.resume(work),
      forget: (work) => this.forget(work),
    })
  }

  /** Has everything sent that waits, here and on other lessons. */
  async send(): Promise<void> {
    const worker = navigator.serviceWorker.controller
    if (!worker || !this.#left.some(waits)) return
    await ask(worker, 'send')
    await this.look()
  }

  /** Keeps something on the device, in the place of something else where that is still here. @returns nothing when the other has gone. */
  async take(
    { kind, place, fields, isWriting }: Pick<NewWork, 'kind' | 'place' | 'fields' | 'isWriting'>,
    instead?: UnsentWork,
  ): Promise<UnsentWork | undefined> {
    const named = { key: crypto.randomUUID(), account: this.#account, path: this.#path }
    const work = { ...named, kind, place, fields, ...(isWriting && { isWriting }) }
    const id = instead ? await replaceWork(instead.id, work) : await keepWork(work)
    if (id !== undefined && instead) this.#drop(instead)
    await this.look()
    return id === undefined ? undefined : { ...work, id }
  }

  /** What is written on is held back until its writer has done. */
  async resume(work: UnsentWork): Promise<void> {
    const taken = await this.take({ ...work, isWriting: true }, work)
    if (taken) this.write(taken)
  }

  async forget(work: UnsentWork): Promise<void> {
    if (noteOf(work) !== '' && !confirm(REMOVE)) return
    await forgetWork(work.id)
    this.#drop(work)
    await this.look()
  }

  /** The page shows the lesson as it is now: nothing is left to say of what was sent. */
  async forgetSent(): Promise<void> {
    this.#sent.clear()
    await this.look()
  }

  #drop({ id }: UnsentWork): void {
    this.#left = this.#left.filter((work) => work.id !== id)
  }
}
