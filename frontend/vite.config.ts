import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { manifest } from './manifest.ts'

// Three pages: the app; and GraphiQL and Swagger UI, each far bigger, which load nowhere else.
export default defineConfig({
  base: '/ui/',
  plugins: [react(), manifest()],
  build: {
    assetsInlineLimit: 0, // the pages' security policy lets no data: addresses run
    chunkSizeWarningLimit: 4000, // the editor of GraphiQL
    rolldownOptions: { input: { app: 'index.html', console: 'graphiql.html', calls: 'calls.html' } },
    target: 'es2023',
  },
  worker: { format: 'es' },
  server: {
    // The pages while they are written; a server that runs beside answers the rest.
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/docs', '/openapi.json'].map((path) => [
        path,
        { target: 'http://127.0.0.1:8000', ws: path === '/graphql' },
      ]),
    ),
  },
})
