import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ahead } from './ahead.ts'
import { hints } from './hints.ts'
import { inlining } from './inlining.ts'
import { manifest } from './manifest.ts'

// Scripts that are needed together are one file each, with all that they import and that is in none before them; whatever
// else is, is as small as its use. What is in `first` runs nothing by itself: several pages load it. What pages load at once is
// `base`, and so is what `src/app/shared.ts` names.
const GROUPS = [
  { name: 'first', test: /\/src\/app\/asks\.ts$/, priority: 7 },
  { name: 'base', test: isBase, tags: ['$initial' as const], priority: 6 },
  {
    name: 'list',
    test: /\/src\/(crm\/(bulk\/(settable|useBulkActs)|list\/(?!CellEditor))|ui\/useColumnsKept)/,
    priority: 5,
  },
  // What comes when a page rests: what its dialogs are made of, and all that lists need when somebody acts. The fields of
  // forms are apart, because other pages show them at once.
  { name: 'over', test: /\/src\/(app\/NavigationDrawer|ui\/Confirm)\.tsx$/, priority: 4 },
  { name: 'choices', test: /\/src\/crm\/(OwnerSelect|TagButton)\.tsx$|\/Autocomplete\.mjs$/, priority: 3 },
  // What many pages have in common that lists have not.
  {
    name: 'common',
    test: /\/node_modules\/(@mantine|lucide-react)\/|\/src\/(crm|lib|ui)\//,
    minShareCount: 6,
    priority: 2,
  },
  { name: 'inputs', test: /\/(NumberInput|Switch)\.mjs$/, priority: 1 },
  {
    name: 'acts',
    test: /\/src\/(crm\/(bulk\/BulkBar|filters\/(ConditionForm|FieldChoice)|list\/CellEditor|views\/NameForm)|ui\/ColumnChoice)\.tsx$/,
    priority: 0,
  },
]

/** Whether something that a page loads at once may be of use to other pages too; what the console says is not. */
function isBase(id: string): boolean {
  return (
    /\/node_modules\/|\/src\/(crm|gql|lib|strings|ui)\//.test(id) &&
    !/\/(graphql|swagger-ui-dist|strings\/console)[./]/.test(id)
  )
}

// Three pages: the app; and GraphiQL and Swagger UI, each far bigger, which load nowhere else.
export default defineConfig({
  base: '/ui/',
  plugins: [inlining(), react(), manifest(), ahead(), hints()],
  build: {
    assetsInlineLimit: 0, // the pages' security policy lets no data: addresses run
    chunkSizeWarningLimit: 4000, // the editor of GraphiQL
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        app: 'index.html',
        console: 'graphiql.html',
        calls: 'calls.html',
        ahead: 'src/app/ahead.ts',
        shared: 'src/app/shared.ts',
      },
      preserveEntrySignatures: 'exports-only', // or nothing of `shared` would be needed
      output: { codeSplitting: { groups: GROUPS } },
    },
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
