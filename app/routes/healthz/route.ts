/** Says that the process answers; asks nothing of anything else. */
export const loader = () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
