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
