import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // The checker of files is one script that a browser fetches once a file was chosen.
  worker: { format: 'es' },
  build: {
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
  },
})
