"""Subscriptions that several files of tests open, and what they tell in short."""

BRIEF = "subscription ($filter: ContactFilter, $ids: [ID!]) { contactChanged(filter: $filter, ids: $ids) { missed id fate } }"
TIMELINE = """
subscription ($id: ID!) {
  timelineItemAdded(recordId: $id) {
    missed
    item {
      kind
      ... on FieldChangesItem { fields { field new } }
      ... on TaskItem { task { subject } }
      ... on ActivityItem { activity { type } }
      ... on EngagementEventItem { event { kind } }
    }
  }
}
"""
RUNS = "subscription ($filter: RunFilter) { syncRunFinished(filter: $filter) { missed run { act status } } }"
STAGES = """
subscription ($stages: [EngagementStage!], $campaigns: [ID!]) {
  engagementStageReached(stages: $stages, campaignIds: $campaigns) {
    missed contact { id } stage event { kind step channel }
  }
}
"""


def brief(fate: str, record_id: str) -> dict[str, object]:
    return {"missed": False, "id": record_id, "fate": fate}
