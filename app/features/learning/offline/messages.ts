/** What a page asks of the worker of its device, and what it is told. */
export type Asked = 'keep' | 'send' | 'forget' | 'forget-unsent'
export type Told = { kept?: number | undefined; unsent: number }

/** Asks the worker, and waits for what it says. */
export function ask(worker: ServiceWorker, asked: Asked): Promise<Told> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
    worker.postMessage(asked, [port2])
  })
}

/** Said on the page itself, for its styles: it is shown as this device keeps it, or the network has gone since. */
export const WITHOUT_NETWORK = 'data-without-network'
