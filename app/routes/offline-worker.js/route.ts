import worker from '#app/features/learning/offline/device.worker.ts?worker&url'

/**
 * The worker of a device, at an address that stays and reaches over all pages. It names the built file, so that a new build is seen as a new worker.
 * It has no rights of a page: what it may load is said here.
 */
export const loader = () =>
  new Response(`importScripts(${JSON.stringify(worker)})\n`, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
    },
  })
