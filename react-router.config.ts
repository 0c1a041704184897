import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  ssr: true,
  // Lazy route discovery would tell a signed-out visitor which pages exist, one request at a time.
  routeDiscovery: { mode: 'initial' },
  // Our own check of where a form comes from is stricter (app/http/request.server.ts). The framework's compares with the
  // address that it was asked under, which behind a proxy that ends TLS is not the public one: it would refuse every form.
  allowedActionOrigins: ['**'],
} satisfies Config
