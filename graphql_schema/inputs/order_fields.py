"""The words that lists can be ordered by, and the two ends that may come first."""

from enum import StrEnum

from graphql_schema.types.enums import describe


class Direction(StrEnum):
    ASC = "asc"
    DESC = "desc"


class Nulls(StrEnum):
    FIRST = "first"
    LAST = "last"


class ContactOrderField(StrEnum):
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    LAST_ACTIVITY_AT = "lastActivityAt"
    LEAD_SCORE = "leadScore"
    FIRST_NAME = "firstName"
    LAST_NAME = "lastName"
    FULL_NAME = "fullName"
    EMAIL = "email"
    COMPANY_NAME = "companyName"
    TITLE = "title"
    LIFECYCLE_STAGE = "lifecycleStage"
    INDUSTRY = "industry"
    LOCATION = "location"
    CITY = "city"
    STATE = "state"
    COUNTRY = "country"
    OWNER_ID = "ownerId"
    ENGAGEMENT_STAGE = "engagementStage"
    FURTHEST_STAGE = "furthestStage"
    LAST_ENGAGED_AT = "lastEngagedAt"
    OPENS = "opens"
    CLICKS = "clicks"
    REPLIES = "replies"


class CompanyOrderField(StrEnum):
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    LAST_ACTIVITY_AT = "lastActivityAt"
    NAME = "name"
    DOMAIN = "domain"
    INDUSTRY = "industry"
    LOCATION = "location"
    COMPANY_TYPE = "companyType"
    NUMBER_OF_EMPLOYEES = "numberOfEmployees"
    FOUNDED_YEAR = "foundedYear"
    OWNER_ID = "ownerId"
    ENGAGEMENT_STAGE = "engagementStage"
    FURTHEST_STAGE = "furthestStage"
    LAST_ENGAGED_AT = "lastEngagedAt"


class DealOrderField(StrEnum):
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    NAME = "name"
    AMOUNT = "amount"
    CURRENCY = "currency"
    STATUS = "status"
    STAGE = "stage"
    EXPECTED_CLOSE = "expectedClose"
    CLOSED_AT = "closedAt"
    OWNER_ID = "ownerId"


class TaskOrderField(StrEnum):
    DUE_AT = "dueAt"
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    COMPLETED = "completed"
    COMPLETED_AT = "completedAt"
    SUBJECT = "subject"
    TYPE = "type"
    OWNER_ID = "ownerId"


class ActivityOrderField(StrEnum):
    HAPPENED_AT = "happenedAt"
    OCCURRED_AT = "occurredAt"
    CREATED_AT = "createdAt"
    TYPE = "type"
    DIRECTION = "direction"
    SUBJECT = "subject"
    SENDER = "sender"
    STEP = "step"
    OWNER_ID = "ownerId"


class RunOrderField(StrEnum):
    STARTED_AT = "startedAt"
    DURATION = "durationMs"
    ACT = "act"
    ENTITY = "entity"
    STATUS = "status"
    DOOR = "door"
    SOURCE = "source"
    ACTOR = "actorLabel"


describe(
    Direction,
    "Which end comes first. Where there is nothing comes last either way, unless `nulls` says otherwise.",
    ASC="The smallest, the earliest, or the first of the alphabet.",
    DESC="The largest, the latest, or the last of the alphabet.",
)
describe(
    Nulls,
    "Where entries without a value stand.",
    FIRST="Before all others.",
    LAST="Behind all others.",
)
describe(
    ContactOrderField,
    "What contacts can be ordered by.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    LAST_ACTIVITY_AT="When something last happened.",
    LEAD_SCORE="Their lead score.",
    FIRST_NAME="Their first name.",
    LAST_NAME="Their last name.",
    FULL_NAME="Their full name as sent.",
    EMAIL="Their e-mail address.",
    COMPANY_NAME="Whom they work for, as text.",
    TITLE="What they do there.",
    LIFECYCLE_STAGE="Their lifecycle stage, by its letters.",
    INDUSTRY="The industry they work in.",
    LOCATION="Where they are, in one line.",
    CITY="Their city.",
    STATE="Their state or region.",
    COUNTRY="Their country.",
    OWNER_ID="The id of their owner: contacts of one owner stand together.",
    ENGAGEMENT_STAGE="How far their engagement status is.",
    FURTHEST_STAGE="How far they ever came.",
    LAST_ENGAGED_AT="When something last happened in a campaign, as Enginy reports it.",
    OPENS="How often e-mails were opened. Weak evidence.",
    CLICKS="How often links were clicked. Weak evidence.",
    REPLIES="How often they replied, by the reply analysis.",
)
describe(
    CompanyOrderField,
    "What companies can be ordered by.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    LAST_ACTIVITY_AT="When something last happened.",
    NAME="Their name.",
    DOMAIN="Their domain.",
    INDUSTRY="The industry they are in.",
    LOCATION="Where they are, in one line.",
    COMPANY_TYPE="What kind of company they are, by its letters.",
    NUMBER_OF_EMPLOYEES="How many people work there.",
    FOUNDED_YEAR="When they were founded.",
    OWNER_ID="The id of their owner: companies of one owner stand together.",
    ENGAGEMENT_STAGE="How far their engagement status is.",
    FURTHEST_STAGE="How far they ever came.",
    LAST_ENGAGED_AT="When something last happened in a campaign, as Enginy reports it.",
)
describe(
    DealOrderField,
    "What deals can be ordered by.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    NAME="Their name.",
    AMOUNT="The number of their amount, whatever the currency.",
    CURRENCY="Their currency, by its letters.",
    STATUS="Their status, by its letters: lost, open, won.",
    STAGE="Their stage, by its letters.",
    EXPECTED_CLOSE="When they are expected to be decided.",
    CLOSED_AT="When they were won or lost.",
    OWNER_ID="The id of whose they are.",
)
describe(
    TaskOrderField,
    "What tasks can be ordered by.",
    DUE_AT="When they should be done.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    COMPLETED="Whether they are done; those that are not come first.",
    COMPLETED_AT="When they were done.",
    SUBJECT="Their subject.",
    TYPE="Their kind, by its letters.",
    OWNER_ID="The id of whose they are.",
)
describe(
    ActivityOrderField,
    "What activities can be ordered by.",
    HAPPENED_AT="When they happened.",
    OCCURRED_AT="When they happened, if that was said.",
    CREATED_AT="When they were reported.",
    TYPE="Their kind, by its letters.",
    DIRECTION="Their direction, by its letters.",
    SUBJECT="Their subject.",
    SENDER="In whose name they were sent.",
    STEP="Which message of their sequence they are.",
    OWNER_ID="The id of who of us took part.",
)
describe(
    RunOrderField,
    "What runs can be ordered by.",
    STARTED_AT="When they began.",
    DURATION="How long they took.",
    ACT="What was done, by its letters.",
    ENTITY="The kind of record they were about, by its letters.",
    STATUS="How they ended, by its letters: failed, partly, refused, succeeded, unfinished.",
    DOOR="The door they came through, by its letters.",
    SOURCE="On whose behalf they were done, by its letters.",
    ACTOR="What the actor was called then.",
)
