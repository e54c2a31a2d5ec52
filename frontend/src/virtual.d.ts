// It comes without types; what is given to it stands in its documentation.
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  const SwaggerUI: (options: Record<string, unknown>) => void
  // biome-ignore lint/style/noDefaultExport: the package gives nothing else
  export default SwaggerUI
}

// Made by `manifest.ts`.
declare module 'virtual:document-ids' {
  /** What each document is asked for by, under the name of its operation. */
  export const ids: Readonly<Record<string, string>>
}
