import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  ssr: true,
  // A page that React takes over knows of itself alone: from there people go on by documents, so that no list of every route is
  // sent, which grows with each. Our own HTTP server answers no question for further ones.
  routeDiscovery: { mode: 'lazy', manifestPath: '/__manifest' },
  // Our own check of where a form comes from is stricter (app/http/request.server.ts). The framework's compares with the
  // address that it was asked under, which behind a proxy that ends TLS is not the public one: it would refuse every form.
  allowedActionOrigins: ['**'],
} satisfies Config
