"""Enginy's calls as the OpenAPI document tells them: what each takes and gives. The routes' docstrings say the rest."""

from api.documentation.call import call
from api.documentation.schema import Status
from api.enginy.documents import records, work

_CONTACTS, _COMPANIES, _TASKS, _ACTIVITIES = "Contacts", "Companies", "Tasks", "Activities"

CREATE_CONTACTS = call(
    _CONTACTS,
    "createContacts",
    "Create contacts",
    takes=records.ContactLeads,
    gives=records.FoundRecords,
    answers={200: "What became of each contact."},
    writes=True,
)
UPDATE_CONTACTS = call(
    _CONTACTS,
    "updateContacts",
    "Update contacts",
    takes=records.ContactUpdates,
    gives=records.UpdateResults,
    answers={200: "What became of each update."},
    writes=True,
)
SYNC_CONTACTS = call(
    _CONTACTS,
    "syncContacts",
    "Find contacts",
    takes=records.ContactLeads,
    gives=records.FoundRecords,
    answers={200: "The contacts that are known here."},
    writes=True,
)
GET_CONTACTS = call(
    _CONTACTS,
    "getContacts",
    "Fetch contacts by id",
    takes=records.Ids,
    gives=records.Contacts,
    answers={200: "The contacts that are known here."},
)

CREATE_COMPANIES = call(
    _COMPANIES,
    "createCompanies",
    "Create companies",
    takes=records.CompanyLeads,
    gives=records.FoundRecords,
    answers={200: "What became of each company."},
    writes=True,
)
UPDATE_COMPANIES = call(
    _COMPANIES,
    "updateCompanies",
    "Update companies",
    takes=records.CompanyUpdates,
    gives=records.UpdateResults,
    answers={200: "What became of each update."},
    writes=True,
)
SYNC_COMPANIES = call(
    _COMPANIES,
    "syncCompanies",
    "Find companies",
    takes=records.CompanyLeads,
    gives=records.FoundRecords,
    answers={200: "The companies that are known here."},
    writes=True,
)
GET_COMPANIES = call(
    _COMPANIES,
    "getCompanies",
    "Fetch companies by id",
    takes=records.Ids,
    gives=records.Companies,
    answers={200: "The companies that are known here."},
)
ASSOCIATE_CONTACTS = call(
    _COMPANIES,
    "associateContacts",
    "Tie contacts to companies",
    takes=records.Associations,
    gives=records.AssociationResult,
    answers={200: "How many pairs are new, and which could not be made."},
    writes=True,
)

CREATE_TASK = call(
    _TASKS,
    "createTask",
    "Create a task",
    takes=work.NewTask,
    gives=work.Task,
    answers={201: "The new task."},
    writes=True,
)
GET_TASKS = call(
    _TASKS,
    "getTasks",
    "Fetch tasks by id",
    takes=records.Ids,
    gives=work.Tasks,
    answers={200: "The tasks that are known here."},
)
UPDATE_TASKS = call(
    _TASKS,
    "updateTasks",
    "Complete or reopen tasks",
    takes=work.TasksChanges,
    gives=work.Tasks,
    answers={200: "The tasks that are known here, as they are now."},
    writes=True,
)
GET_TASK = call(
    _TASKS,
    "getTask",
    "Fetch a task",
    gives=work.Task,
    answers={200: "The task."},
    missing="No task has this id.",
)
UPDATE_TASK = call(
    _TASKS,
    "updateTask",
    "Change, complete or reopen a task",
    takes=work.TaskChanges,
    gives=work.Task,
    answers={200: "The task as it is now."},
    missing="No task has this id.",
    writes=True,
)

CREATE_ACTIVITY = call(
    _ACTIVITIES,
    "createActivity",
    "Add an activity",
    takes=work.NewActivity,
    gives=work.Activity,
    answers={201: "The new activity.", 200: "The activity that the same message made before."},
    writes=True,
)
GET_ACTIVITY = call(
    _ACTIVITIES,
    "getActivity",
    "Fetch an activity",
    gives=work.Activity,
    answers={200: "The activity."},
    missing="No activity has this id.",
)

GET_USERS = call(
    "Users",
    "getUsers",
    "Fetch the team",
    gives=work.Users,
    answers={200: "The team."},
    missing="There is nobody to choose from; Enginy then offers no choice of owner.",
)
CHECK_CONNECTION = call(
    "Connection",
    "checkConnection",
    "Check the connection and its key",
    gives=Status,
    answers={200: "The connection works, and the key is good."},
)
