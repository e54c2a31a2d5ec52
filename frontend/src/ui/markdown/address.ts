/** An address that a text may lead to: of the web, of mail or a telephone, or a page of this app. Null for any other. */
export function addressOf(text: string): string | null {
  return /^(https?:\/\/|mailto:|tel:|\/(?![/\\]))/i.test(text) ? text : null
}
