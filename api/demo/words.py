"""Words that made-up companies, jobs and messages are put together from. None of it means anybody."""

BEGINNINGS = (
    "Amber Arbor Aspen Beacon Birch Blue Bright Brook Cedar Clear Cobalt Copper Coral Crest Delta Drift Ember Fjord "
    "Flint Fox Frost Glen Granite Harbor "
    "Haven Hazel Heron Iron Juniper Kestrel Lark Laurel Linden Lumen Maple Meadow Merid "
    "Mistral Moss Nimbus Nord North Oak Onyx Opal Orchid Otter Pebble Pine Prism Quartz Quill Raven Reef Ridge River "
    "Rowan Sable Saffron Sage Slate Solar Spruce Stone Summit Swift Tide Timber Umbra Vale Vela Violet West Willow Wren"
).split()
ENDINGS = (
    "bay beam bridge brook cast crest dale field flow forge gate grid grove haven heart hill lane leaf light line link "
    "loom mark mill path peak point port rise root scape shore side spark spring stack stone stream vale view wave way "
    "well wind wise works yard"
).split()

# Industry -> what its companies call themselves after their name.
INDUSTRIES: dict[str, tuple[str, ...]] = {
    "Computer Software": ("Software", "Labs", "Systems", "Cloud"),
    "Information Technology & Services": ("Technologies", "IT Services", "Digital"),
    "Financial Services": ("Capital", "Finance", "Partners"),
    "Logistics & Supply Chain": ("Logistics", "Freight", "Supply"),
    "Medical Devices": ("Medical", "Diagnostics", "Health"),
    "Renewables & Environment": ("Energy", "Solar", "Renewables"),
    "Marketing & Advertising": ("Media", "Marketing", "Studio"),
    "Industrial Automation": ("Automation", "Robotics", "Industries"),
    "Human Resources": ("People", "Talent", "Staffing"),
    "E-Learning": ("Learning", "Academy", "Education"),
    "Food Production": ("Foods", "Kitchens", "Farms"),
    "Construction": ("Construction", "Build", "Engineering"),
    "Retail": ("Retail", "Goods", "Commerce"),
    "Biotechnology": ("Bio", "Therapeutics", "Genomics"),
}
TYPES = ("Privately Held", "Privately Held", "Privately Held", "Partnership", "Public Company", "Nonprofit")
TECHNOLOGIES = "PostgreSQL Kubernetes Python GraphQL React Kafka Terraform Go Rust TypeScript".split()

# Department -> titles, the most senior first.
JOBS: dict[str, tuple[str, ...]] = {
    "sales": ("Chief Revenue Officer", "VP of Sales", "Head of Sales", "Sales Director", "Account Executive"),
    "marketing": ("CMO", "VP of Marketing", "Head of Growth", "Demand Generation Manager", "Content Lead"),
    "engineering": ("CTO", "VP of Engineering", "Director of Engineering", "Engineering Manager", "Staff Engineer"),
    "operations": ("COO", "VP of Operations", "Head of Operations", "Operations Manager", "Supply Chain Analyst"),
    "finance": ("CFO", "VP of Finance", "Head of Controlling", "Finance Manager", "Accountant"),
    "people": ("Chief People Officer", "VP of People", "Head of Talent", "HR Business Partner", "Recruiter"),
    "product": ("Chief Product Officer", "VP of Product", "Head of Product", "Product Manager", "Product Designer"),
    "founders": ("Founder & CEO", "Co-Founder", "Managing Director", "General Manager", "Chief of Staff"),
}
PASSIONS = (
    "teams that write things down", "calm launches", "pricing that people understand",
    "data nobody has to ask for twice",
    "long runs before breakfast", "tools that get out of the way", "hiring slowly", "honest forecasts",
    "suppliers who pick up the telephone", "old buildings with new heating", "fewer, better meetings",
)  # fmt: skip
TAGS = ("webinar", "trade fair", "newsletter", "inbound", "partner", "referral", "trial", "champion", "budget owner")

OURS = "Palmarium"  # the made-up company whose CRM this is
TEAM = (
    ("sales-rep-1", "Nora Lindqvist", "admin"),
    ("sales-rep-2", "Diego Armengol", "rep"),
    ("sales-rep-3", "Hannah Osei", "rep"),
    ("sales-rep-4", "Yusuf Demirel", "rep"),
    ("sales-rep-5", "Claire Fontaine-Roux", "rep"),
    ("analyst-1", "Piotr Wasilewski", "analyst"),
)

# Name, and the channels of its messages.
CAMPAIGNS = (
    ("Spring Outreach – Founders", ("LINKEDIN", "LINKEDIN", "EMAIL")),
    ("Operations Leaders, EMEA", ("EMAIL", "EMAIL", "EMAIL")),
    ("Product Launch Wave", ("LINKEDIN", "EMAIL", "LINKEDIN")),
    ("Event Follow-up", ("EMAIL", "LINKEDIN")),
)
SILENT_CAMPAIGN = "Event Follow-up"  # its messages are not synced, so only its fields tell of it
# What the users of a campaign called its fields; where nothing stands, the guide's own names are sent.
FIELD_NAMES = {
    "Operations Leaders, EMEA": {
        "campaignEngagementStatus": "genesy_engagement_status",
        "campaignSequenceStatus": "genesy_sequence_status",
        "campaignOpenAnalysis": "email_opened",
        "campaignReplyAnalysis": "has_replied",
    },
    "Product Launch Wave": {
        "campaignEngagementStatus": "my_status_2",
        "campaignSequenceStatus": "Estado de la secuencia",
        "campaignOpens": "E-Mail-Öffnungen",
    },
}
RENAMED = {"my_status_2": "launch_status"}  # some weeks before the end somebody gave a field another name
STEP_NAMES = {"LINKEDIN": "Linkedin Message", "EMAIL": "Email"}

OPENERS = (
    "Hi {first}, I saw that {company} is growing its {department} team. How do you keep everybody on the same numbers?",
    "Hello {first}, a short question from one {department} person to another: how long is your weekly report?",
    "Hi {first}, we help companies like {company} answer customers within the hour. Is that on your list this quarter?",
)
FOLLOW_UPS = (
    "Hi {first}, just putting this back on top. Two of your neighbours in {city} cut their follow-up time by half.",
    "{first}, I wrote up how a team of your size did it; it is three minutes of reading. Shall I send it?",
    "Hi {first}, I do not want to be a nuisance: is somebody else at {company} the right person for this?",
)
LAST_ONES = (
    "{first}, this is my last note for now. If it ever becomes a topic, I am one message away.",
    "Hi {first}, I will close the file for this quarter. All the best to you and the team in {city}!",
)
REPLIES = (
    "Hi {sender}, interesting timing. Can you send me the pricing and two references?",
    "Thanks {sender}. We signed with somebody else in January, please try again next year.",
    "Hello {sender}, happy to talk. Does Thursday at 10 work for you?",
    "Not me, but I am forwarding this to our head of operations.",
    "Good question, and a bit of a sore point here. Call me next week.",
)
REQUESTS = ("Hi {first}, I follow what {company} does and would like to connect.", "")
TASKS = (
    ("call", "Call {name} about the offer", "Ask who else decides, and about the budget year."),
    ("email", "Send {name} two references", "One from the same industry, one of the same size."),
    ("meeting", "Prepare the demo for {company}", "Start from their weekly report, not from our slides."),
    ("follow_up", "Follow up with {name}", None),
)
DEALS = ("{company}: pilot", "{company}: ten seats", "{company}: yearly plan", "{company}: roll-out in two teams")
LOST_REASONS = ("Price", "Went with somebody else", "No budget this year", "Nobody answers any more")
NOTES = (
    "{first} decides together with the head of finance. **Ask for both** next time.",
    "Uses spreadsheets for everything today.\n\n- wants to see the import\n- no IT of their own",
    "Prefers the telephone, mornings only.",
    "{company} signs contracts in the last week of a quarter, never before.",
    "Met {first} at the fair. Friendly, curious, in no hurry.",
)
