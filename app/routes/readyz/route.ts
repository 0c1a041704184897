import { checkReadiness } from '#app/http/readiness.server.ts'

/** Says whether this process can serve people now: 200, or 503 with the reason. */
export async function loader() {
  const { isReady, because } = await checkReadiness()
  return new Response(`${because}\n`, {
    status: isReady ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
