// The queries that come with the console. Each answers a question somebody asks, on the made-up contacts too.

import type { SavedQuery } from './savedQueries'

export const EXAMPLES: SavedQuery[] = [
  {
    id: 'best-leads',
    title: 'The best leads',
    description: 'Who has the highest lead score, whom they work for, and who takes care of them.',
    document: `query BestLeads($first: Int!, $stage: String) {
  contacts(
    first: $first
    filter: { lifecycleStage: { eq: $stage } }
    orderBy: { field: LEAD_SCORE, direction: DESC }
  ) {
    totalCount
    nodes {
      name
      title
      companyName
      leadScore
      lifecycleStage
      email
      owner {
        name
      }
    }
  }
}`,
    variables: { first: 25 },
  },
  {
    id: 'find-people',
    title: 'Find people',
    description: 'Everyone whose name, e-mail address, company or title has these words.',
    document: `query FindPeople($words: String!, $first: Int!) {
  contacts(first: $first, filter: { text: $words }) {
    totalCount
    nodes {
      id
      name
      title
      companyName
      email
      phone
      linkedinUrl
      tags
    }
  }
}`,
    variables: { words: 'engineer', first: 50 },
  },
  {
    id: 'lately-active',
    title: 'Who was active lately',
    description: 'Contacts by the moment something last happened with them, and what that was.',
    document: `query LatelyActive($first: Int!) {
  contacts(
    first: $first
    orderBy: { field: LAST_ACTIVITY_AT, direction: DESC }
  ) {
    nodes {
      name
      companyName
      lastActivityAt
      activities(first: 1) {
        nodes {
          type
          direction
          subject
          happenedAt
        }
      }
    }
  }
}`,
    variables: { first: 25 },
  },
  {
    id: 'messages',
    title: 'What people wrote',
    description: 'The newest messages that came in, with who wrote them.',
    document: `query Messages($first: Int!, $direction: String!) {
  activities(
    first: $first
    filter: { direction: { eq: $direction } }
  ) {
    nodes {
      happenedAt
      type
      subject
      body
      contact {
        name
        companyName
      }
    }
  }
}`,
    variables: { first: 25, direction: 'INBOUND' },
  },
  {
    id: 'biggest-companies',
    title: 'The biggest companies',
    description: 'Companies by their number of employees, with how many contacts are known there.',
    document: `query BiggestCompanies($first: Int!) {
  companies(
    first: $first
    orderBy: { field: NUMBER_OF_EMPLOYEES, direction: DESC }
  ) {
    nodes {
      name
      domain
      industry
      numberOfEmployees
      contacts(first: 5) {
        totalCount
        nodes {
          name
          title
        }
      }
    }
  }
}`,
    variables: { first: 20 },
  },
  {
    id: 'open-tasks',
    title: 'Tasks to do',
    description: 'What is open, the most urgent first, about whom, and whose it is.',
    document: `query OpenTasks($first: Int!) {
  tasks(first: $first, filter: { completed: false }) {
    totalCount
    nodes {
      dueAt
      subject
      type
      contact {
        name
      }
      owner {
        name
      }
    }
  }
}`,
    variables: { first: 50 },
  },
  {
    id: 'latest-runs',
    title: 'What came in lately',
    description: 'The latest syncs and writes: through which door, how long they took, and what became of their items.',
    document: `query LatestRuns($first: Int!) {
  syncRuns(first: $first) {
    nodes {
      id
      startedAt
      act
      door
      status
      durationMs
      counts {
        outcome
        count
      }
    }
  }
}`,
    variables: { first: 25 },
  },
  {
    id: 'duplicates',
    title: 'Records that may be one',
    description: 'Pairs that two identifiers of one item pointed at, to be merged or told apart.',
    document: `query Duplicates($first: Int!) {
  possibleDuplicates(first: $first) {
    totalCount
    nodes {
      foundAt
      kind
      state
      entity
      firstId
      secondId
    }
  }
}`,
    variables: { first: 25 },
  },
  {
    id: 'custom-fields',
    title: 'Fields that Enginy sends',
    description: 'Every custom field that was ever sent, how often, and what its values look like.',
    document: `query CustomFields($first: Int!) {
  customFieldDefinitions(first: $first) {
    nodes {
      entity
      name
      type
      count
      firstSeen
      lastSeen
      samples
    }
  }
}`,
    variables: { first: 100 },
  },
  {
    id: 'why-it-matched',
    title: 'Whom a lead would match, and why',
    description: 'Its identifiers in the form they are compared in, who owns each, and the decision. Writes nothing.',
    document: `query WhyItMatched($lead: LeadInput!) {
  explainMatch(lead: $lead) {
    keys {
      kind
      value
      ownerCount
    }
    decision {
      outcome
      strategy
      weak
    }
    recordId
  }
}`,
    variables: { lead: { email: 'ada@example.com', phone: '+44 20 8366 1177' } },
  },
  {
    id: 'one-contact',
    title: 'Everything about a contact',
    description:
      'Its fields, custom fields, links to Enginy, and what was changed by whom. Put its id into the variables.',
    document: `query OneContact($id: ID!) {
  contact(id: $id) {
    name
    email
    phone
    title
    companyName
    lifecycleStage
    leadScore
    tags
    customFields {
      key
      value
    }
    externalLinks {
      externalId
      strategy
    }
    changes(first: 20) {
      nodes {
        at
        source
        actor {
          label
        }
        fields {
          field
          old
          new
        }
      }
    }
  }
  nextSync(id: $id) {
    externalId
    properties {
      property
      action
      value
    }
  }
}`,
    variables: { id: 'contact_…' },
  },
  {
    id: 'one-company',
    title: 'Everything about a company',
    description: 'Its fields, its people and its deals. Put its id into the variables.',
    document: `query OneCompany($id: ID!) {
  company(id: $id) {
    name
    domain
    industry
    numberOfEmployees
    dealValue
    contacts(first: 50) {
      totalCount
      nodes {
        name
        title
        email
      }
    }
    deals(first: 50) {
      nodes {
        name
        stage
        status
        amount
        currency
      }
    }
  }
}`,
    variables: { id: 'company_…' },
  },
]
