const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
]

/** A browser and its system as people call them; the first word of what else signs in; null for nothing said. */
export function deviceOf(userAgent: string): string | null {
  const named = (list: [RegExp, string][]) => list.find(([words]) => words.test(userAgent))?.[1]
  const browser = named(BROWSERS)
  const system = named(SYSTEMS)
  if (browser) return system ? `${browser}, ${system}` : browser
  return userAgent.split(/[\s/]/)[0] || null
}
