/** Hand a text, or the parts of a long one, to the browser as a file to keep. */
export function download(name: string, text: string | string[], type: string) {
  const address = URL.createObjectURL(new Blob([text].flat(), { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
