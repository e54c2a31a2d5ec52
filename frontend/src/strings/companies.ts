/** The words of the list of companies. */
export const companies = {
  title: 'Companies',
  search: 'Search by name, domain or industry',
  columns: {
    name: 'Name',
    domain: 'Domain',
    industry: 'Industry',
    employees: 'People',
    location: 'Location',
    website: 'Website',
    linkedinUrl: 'LinkedIn',
    companyType: 'Type',
    revenue: 'Revenue',
    foundedYear: 'Founded',
  },
  group: 'Company',
  filters: {
    people: 'People there',
    hasPeople: 'Has people',
    peopleReplied: 'Somebody replied',
    peopleTitle: 'Title of somebody',
    peopleTags: 'Tags of somebody',
    technologies: 'Technologies',
    description: 'Description',
  },
  file: 'companies.csv',
  deleteTitle: (count: number) =>
    count === 1 ? 'Delete this company?' : `Delete ${count.toLocaleString()} companies?`,
  some: (count: number) => (count === 1 ? '1 company' : `${count.toLocaleString()} companies`),
  empty: {
    title: 'No companies yet',
    hint: 'They appear here when Enginy is connected and exports its first ones, or when a script adds them.',
  },
  noneFound: {
    title: 'No company fits',
    hint: 'Take a condition away, or search for fewer words.',
    clear: 'Clear search and filters',
  },
}
