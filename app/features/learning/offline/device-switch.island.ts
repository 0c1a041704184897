import { inNumber } from '#app/domain/wording.ts'
import { ask } from './messages.ts'

/** The switch on /settings/device. Without a worker in this browser the page says that it cannot be done. */
const WORKER = '/offline-worker.js'

/** Wires the two buttons, and tells what this device keeps. */
async function start(page: HTMLElement, devices: ServiceWorkerContainer): Promise<void> {
  const find = <Part extends HTMLElement>(name: string) => page.querySelector<Part>(`[data-device="${name}"]`)
  const [on, off, sure, said] = ['on', 'off', 'sure', 'said'].map((name) => find(name))
  const show = (isOn: boolean, words: string) => {
    on?.toggleAttribute('hidden', isOn)
    off?.toggleAttribute('hidden', !isOn)
    sure?.toggleAttribute('hidden', true)
    if (said) said.textContent = words
  }
  const keep = async () => {
    if (said) said.textContent = 'Your lessons are being fetched …'
    const { active } = await devices.register(WORKER).then(
      () => devices.ready,
      () => ({ active: null }),
    )
    const { kept } = active ? await ask(active, 'keep') : { kept: undefined }
    show(
      true,
      kept === undefined ? 'The lessons could not be fetched. Try again with a better network.' : wordsFor(kept),
    )
  }
  const forget = async (asked: 'forget' | 'forget-unsent') => {
    const registration = await devices.getRegistration()
    const told = registration?.active ? await ask(registration.active, asked) : { unsent: 0 }
    if (asked === 'forget' && told.unsent > 0) return void sure?.toggleAttribute('hidden', false)
    show(false, 'Nothing of yours is kept on this device any longer.')
  }
  on?.addEventListener('click', keep)
  off?.addEventListener('click', () => forget('forget'))
  sure?.querySelector('button')?.addEventListener('click', () => forget('forget-unsent'))
  page.hidden = false
  if (await devices.getRegistration()) await keep()
  else show(false, '')
}

const wordsFor = (kept: number) =>
  inNumber(kept, { one: 'One lesson is kept on this device.', other: '{n} lessons are kept on this device.' })

const page = document.querySelector<HTMLElement>('[data-device="page"]')
if (page && navigator.serviceWorker) await start(page, navigator.serviceWorker)
