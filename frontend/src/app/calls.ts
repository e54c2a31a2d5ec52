import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'

// The page at /docs/try: the calls that /docs describes, to be made from the browser with a key of one's own.
document.documentElement.classList.toggle('dark-mode', matchMedia('(prefers-color-scheme: dark)').matches)
const spec: object = await (await fetch('/openapi.json')).json()
SwaggerUI({
  dom_id: '#root',
  spec: { ...spec, servers: [{ url: '/' }] }, // the server that shows the page, by whatever address it is open
  deepLinking: true,
  docExpansion: 'list',
  tryItOutEnabled: true,
  validatorUrl: null, // or an address of somebody else is asked what it thinks of the document
})
