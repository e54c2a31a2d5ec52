"""What a contact is, and how it is stored and found. Knows no GraphQL and no HTTP.

Importing the package registers every table.
"""

import models.base  # noqa: F401  names constraints, so it comes before the first table
from models.access.api_key import ApiKey
from models.access.link import SignInLink
from models.access.session import UserSession
from models.access.throttle import SignInThrottle
from models.activity import Activity
from models.company import Association, Company
from models.configuration import StoredSetting
from models.contact import Contact
from models.deal import Deal
from models.engagement.campaign import Campaign, CampaignMembership, NameList, Sender
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.fact import EngagementFact
from models.engagement.report import EngagementReport
from models.engagement.state import Engagement
from models.fields.promoted_value import PromotedValue
from models.fields.registry import CustomFieldDefinition, FieldSighting
from models.fields.rule import FieldAlert, FieldMapping
from models.fields.setting import CustomFieldSetting
from models.identity.keys import CompanyKey, ContactKey
from models.ledger.change import Change
from models.ledger.external_link import ExternalLink
from models.ledger.failed_item import FailedItem
from models.ledger.possible_duplicate import PossibleDuplicate
from models.ledger.run import Run
from models.ledger.run_slice import RunSlice
from models.library.document import RegisteredDocument
from models.library.saved_query import SavedQuery
from models.note import Note
from models.saved_view import SavedView
from models.search.entry import SearchEntry
from models.task import Task
from models.user import User

__all__ = [
    "Activity",
    "ApiKey",
    "Association",
    "Campaign",
    "CampaignMembership",
    "Change",
    "Company",
    "CompanyKey",
    "Contact",
    "ContactKey",
    "CustomFieldDefinition",
    "CustomFieldSetting",
    "Deal",
    "Engagement",
    "EngagementEvent",
    "EngagementFact",
    "EngagementReport",
    "EventCampaign",
    "EventSender",
    "ExternalLink",
    "FailedItem",
    "FieldAlert",
    "FieldMapping",
    "FieldSighting",
    "NameList",
    "Note",
    "PossibleDuplicate",
    "PromotedValue",
    "RegisteredDocument",
    "Run",
    "RunSlice",
    "SavedQuery",
    "SavedView",
    "SearchEntry",
    "Sender",
    "SignInLink",
    "SignInThrottle",
    "StoredSetting",
    "Task",
    "User",
    "UserSession",
]
