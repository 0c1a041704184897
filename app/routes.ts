import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  // Pages for everybody: no script of the framework, nothing personal.
  layout('routes/public-layout/route.tsx', [index('routes/home/route.tsx')]),

  // Pages for whoever is signed in.
  layout('routes/app-layout/route.tsx', [
    // Marking and cohorts.
    route('marking', 'routes/marking/route.tsx'),
    route('cohorts', 'routes/cohorts/route.tsx'),
    route('cohorts/new', 'routes/cohorts.new/route.tsx'),
    route('cohorts/:id', 'routes/cohorts.$id/route.tsx'),
  ]),

  // Answers without a page.

  route('dev/components', 'routes/dev.components/route.tsx'),
] satisfies RouteConfig
