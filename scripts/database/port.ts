import { createServer } from 'node:net'

/** A port that nothing on this machine listens on at the moment. */
export const freePort = () => listen(0, '127.0.0.1')

/** Without a host: on all addresses of this machine. */
export const isFree = (port: number, host?: string) =>
  listen(port, host).then(
    () => true,
    (error) => error.code !== 'EADDRINUSE',
  )

function listen(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen({ port, host }, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
}
