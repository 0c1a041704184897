import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  ssr: true,
  // Lazy route discovery would tell a signed-out visitor which pages exist, one request at a time.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
