import { createServer } from 'node:http'

/** What Node alone does with the same bytes: the ceiling of the run. BENCH_URL and BENCH_COOKIE say what to repeat. */
const { BENCH_URL = '', BENCH_COOKIE } = process.env
const answer = await fetch(BENCH_URL, { headers: BENCH_COOKIE ? { cookie: BENCH_COOKIE } : {} })
const body = Buffer.from(await answer.arrayBuffer())

const server = createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.byteLength })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : ''}`)
})
process.once('SIGTERM', () => process.exit())
