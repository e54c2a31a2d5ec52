"""Examples of the calls about contacts and companies, after Enginy's guide.

They and those of `work` are one story, each call on what the earlier ones left behind. A test tells the story to a
server: the answers are what it answers in the null-safety mode `echo`, word for word but for ids.
"""

from api.documentation.example import Example

SARAH, MIKE, ANA, ACME = "contact_8f3k2j", "contact_9x7m4n", "contact_2c5t8w", "company_4d6h1p"
NOW = "2024-01-20T10:30:00Z"

_SARAH_SENT = {
    "email": "sarah.chen@example.com",
    "firstName": "Sarah",
    "lastName": "Chen",
    "phone": "+1-555-0123",
    "company": "TechStartup",
    "title": "VP of Engineering",
    "linkedinUrl": "https://linkedin.com/in/sarahchen",
}
_MIKE_SENT = {
    "email": "mike.johnson@example.com",
    "firstName": "Mike",
    "lastName": "Johnson",
    "company": "Enterprise Corp",
    "title": "CTO",
}
_SARAH_NOW = _SARAH_SENT | {"phone": "+1-555-9999", "company": "TechStartup (Acquired)", "title": "CTO"}
_SARAH_OURS = {"leadScore": 85, "lifecycleStage": "MQL", "owner": "sales-rep-1"}
_ACME_SENT = {
    "name": "Acme Inc",
    "domain": "acme.example",
    "industry": "Technology",
    "numberOfEmployees": 150,
    "linkedinUrl": "https://linkedin.com/company/acme-example",
}
EXAMPLES: dict[str, tuple[Example, ...]] = {
    "createContacts": (
        Example(
            "Two new contacts",
            {"contacts": [{"externalId": "lead-123", **_SARAH_SENT}, {"externalId": "lead-456", **_MIKE_SENT}]},
            {"results": [{"externalId": "lead-123", "crmId": SARAH}, {"externalId": "lead-456", "crmId": MIKE}]},
        ),
        Example(
            "One contact, and one without an externalId",
            {"contacts": [{"externalId": 901, "email": "ana.ruiz@example.com"}, {"email": "li.wei@example.com"}]},
            {
                "results": [{"externalId": 901, "crmId": ANA}],
                "errors": [{"externalId": None, "error": "externalId is required", "index": 1}],
            },
        ),
    ),
    "syncContacts": (
        Example(
            "Two known contacts of three",
            {
                "contacts": [
                    {"externalId": "lead-123", **_SARAH_SENT},
                    {"externalId": "lead-456", **_MIKE_SENT},
                    {"externalId": "lead-789", "email": "new.prospect@example.com", "firstName": "New"},
                ]
            },
            {
                "results": [
                    {"externalId": "lead-123", "crmId": SARAH, "properties": _SARAH_SENT | _SARAH_OURS},
                    {"externalId": "lead-456", "crmId": MIKE, "properties": _MIKE_SENT},
                ]
            },
        ),
        Example(
            "An e-mail address that two contacts have",
            {"contacts": [{"externalId": "lead-790", "email": "shared@example.com"}]},
            {
                "results": [],
                "errors": [
                    {"externalId": "lead-790", "error": "Duplicate email found - multiple contacts match"},
                ],
            },
        ),
    ),
    "updateContacts": (
        Example(
            "Fields that changed",
            {"contacts": [{"crmId": SARAH, **_SARAH_NOW}]},
            {
                "results": [
                    {"crmId": SARAH, "success": True, "properties": _SARAH_NOW | _SARAH_OURS | {"lastUpdated": NOW}}
                ]
            },
        ),
        Example(
            "Engagement, under names chosen in Enginy",
            {
                "contacts": [
                    {
                        "crmId": MIKE,
                        "genesy_engagement_status": "Message Replied (2/3) - LINKEDIN",
                        "genesy_sequence_status": "Replied",
                        "genesy_last_activity": "2024-12-31T10:00:00Z",
                    },
                    {"crmId": "contact_invalid", "genesy_sequence_status": "Ongoing"},
                ]
            },
            {
                "results": [
                    {
                        "crmId": MIKE,
                        "success": True,
                        "properties": _MIKE_SENT | {"lastActivityDate": NOW, "lastUpdated": NOW},
                    },
                    {"crmId": "contact_invalid", "success": False, "error": "Contact not found"},
                ]
            },
        ),
    ),
    "getContacts": (
        Example(
            "One known contact of two",
            {"ids": [MIKE, "contact_invalid"]},
            {
                "results": [
                    {
                        "id": MIKE,
                        "crmId": MIKE,
                        "externalId": "lead-456",
                        **_MIKE_SENT,
                        "phone": None,
                        "linkedinUrl": None,
                        "ownerId": None,
                        "properties": {
                            "genesy_engagement_status": "Message Replied (2/3) - LINKEDIN",
                            "genesy_sequence_status": "Replied",
                            "genesy_last_activity": "2024-12-31T10:00:00Z",
                        },
                    }
                ]
            },
        ),
    ),
    "createCompanies": (
        Example(
            "A new company",
            {"companies": [{"externalId": "company-123", **_ACME_SENT}]},
            {"results": [{"externalId": "company-123", "crmId": ACME}]},
        ),
    ),
    "syncCompanies": (
        Example(
            "One known company of two",
            {
                "companies": [
                    {"externalId": "company-123", "name": "Acme", "domain": "www.acme.example", "employeeCount": 150},
                    {"externalId": "company-456", "domain": "unknown-company.example"},
                ]
            },
            {
                "results": [
                    {
                        "externalId": "company-123",
                        "crmId": ACME,
                        "properties": {"name": "Acme", "domain": "www.acme.example", "employeeCount": 150},
                    }
                ]
            },
        ),
    ),
    "updateCompanies": (
        Example(
            "A field that changed",
            {"companies": [{"crmId": ACME, "industry": "Robotics"}]},
            {
                "results": [
                    {
                        "crmId": ACME,
                        "success": True,
                        "properties": {
                            "name": "Acme",
                            "domain": "www.acme.example",
                            "employeeCount": 150,
                            "industry": "Robotics",
                            "lastUpdated": NOW,
                        },
                    }
                ]
            },
        ),
    ),
    "getCompanies": (
        Example(
            "A known company",
            {"ids": [ACME]},
            {
                "results": [
                    {
                        "id": ACME,
                        "crmId": ACME,
                        "externalId": "company-123",
                        "name": "Acme Inc",
                        "domain": "acme.example",
                        "industry": "Robotics",
                        "ownerId": None,
                        "properties": {},
                    }
                ]
            },
        ),
    ),
    "associateContacts": (
        Example(
            "One pair, and one with an unknown contact",
            {
                "associations": [
                    {"contactCRMId": SARAH, "companyCRMId": ACME},
                    {"contactCRMId": "contact_invalid", "companyCRMId": ACME},
                ]
            },
            {
                "success": True,
                "created": 1,
                "errors": [
                    {"contactCRMId": "contact_invalid", "companyCRMId": ACME, "error": "Contact not found"},
                ],
            },
        ),
    ),
}
