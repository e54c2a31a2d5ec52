// Made by `manifest.ts`.
declare module 'virtual:document-ids' {
  /** What each document is asked for by, under the name of its operation. */
  export const ids: Readonly<Record<string, string>>
}
