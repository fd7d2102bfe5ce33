"""Files about people, by the program that writes them: what tells it, and its columns for ours.

Columns are compared without case, blanks and underscores. Most headers are known from users'
questions and documentation, not from files; all are configurable there, so each list is generous.
A column that could hold another person's or the company's address is never taken for a profile.
"""

from netreport.sources.owner.recognising import Dialect

_PROFILE = (
    "profile",
    "profile url",
    "LinkedIn URL",
    "LinkedIn Profile URL",
    "LinkedIn Profile",
    "LinkedIn",
    "LinkedIn Bio",
    "hs_linkedin_url",
    "LinkedIn_URL__c",
    "LinkedIn__c",
    "Person LinkedIn URL",
)
_EMAILS = ("email", "e-mail", "email address", "e-mail address", "work email")
_COMPANIES = ("company", "company name", "organization", "organisation", "account name")

OWN = "people.csv"
HUBSPOT = Dialect(
    "HubSpot",
    (("Record ID",), ("Record ID - Contact",), ("Lifecycle Stage",)),
    {
        "profile": _PROFILE,
        "email": ("Email", "Work email", "Additional email addresses"),
        "first": ("First Name",),
        "last": ("Last Name",),
        "title": ("Job Title",),
        "company": (
            "Company Name",
            "Company",
            "Associated Company",
            "Associated Company (Primary)",
        ),
        "city": ("City",),
        "state": ("State/Region",),
        "country": ("Country/Region", "Country/Region Code", "Country"),
        "industry": ("Industry",),
        "function": ("Job function", "Employment Role"),
        "seniority": ("Seniority", "Employment Seniority"),
    },
)
SALESFORCE = Dialect(
    "Salesforce",
    (
        ("Account Name",),
        ("Company / Account",),
        ("Lead Owner",),
        ("OwnerId",),
        ("Mailing Country",),
    ),
    {
        "profile": _PROFILE,
        "email": ("Email",),
        "name": ("Full Name", "Contact Name", "Name"),
        "first": ("First Name",),
        "last": ("Last Name",),
        "title": ("Title",),
        "company": ("Account Name", "Company / Account", "Company"),
        "city": ("Mailing City", "City"),
        "state": ("Mailing State/Province", "Mailing State", "State/Province", "State"),
        "country": ("Mailing Country", "Mailing Country Code", "Country"),
        "industry": ("Industry",),
        "function": ("Department",),
    },
)
PIPEDRIVE = Dialect(
    "Pipedrive",
    (("Person - Name",), ("Person - ID",), ("Person - Email - Work",)),
    {
        "profile": ("Person - LinkedIn", "Person - LinkedIn URL", "Person - LinkedIn profile"),
        "email": (
            "Person - Email - Work",
            "Person - Email - Home",
            "Person - Email - Other",
            "Person - Email",
        ),
        "name": ("Person - Name",),
        "title": ("Person - Job title",),
        "company": ("Person - Organization", "Person - Organisation"),
        "tags": ("Person - Label", "Person - Labels"),
    },
)
PHANTOMBUSTER = Dialect(
    "PhantomBuster",
    (("defaultProfileUrl",), ("linkedInProfileUrl",), ("vmid",)),
    {
        "profile": ("defaultProfileUrl", "linkedInProfileUrl"),  # profileUrl is Sales Navigator's
        "email": ("email", "professionalEmail"),
        "name": ("fullName", "name"),
        "first": ("firstName",),
        "last": ("lastName",),
        "title": ("title",),
        "company": ("companyName",),
        "location": ("location",),
        "industry": ("industry",),
    },
)
EVABOOT = Dialect(
    "Evaboot",
    (("Linkedin URL Public",), ("Linkedin URL Unique ID",)),
    {
        "profile": ("Linkedin URL Public",),  # the other one holds an id that no export knows
        "email": ("Email",),
        "first": ("First Name",),
        "last": ("Last Name",),
        "title": ("Current Job",),
        "company": ("Company Name",),
        "location": ("Location",),
        "industry": ("Company Industry",),
    },
)
APOLLO = Dialect(
    "Apollo",
    (("Person Linkedin Url",), ("Apollo Contact Id",)),
    {
        "profile": ("Person Linkedin Url",),
        "email": ("Email", "Secondary Email", "Tertiary Email"),
        "first": ("First Name",),
        "last": ("Last Name",),
        "title": ("Title",),
        "company": ("Company Name", "Company"),
        "city": ("City",),
        "state": ("State",),
        "country": ("Country",),
        "industry": ("Industry",),
        "function": ("Departments",),
        "seniority": ("Seniority",),
        "tags": ("Lists",),
    },
)
_NUMBERED = range(1, 10)
GOOGLE = Dialect(
    "Google Contacts",
    (
        ("E-mail 1 - Value",),
        ("Website 1 - Value",),
        ("Group Membership",),
        ("Name Prefix", "Organization Name"),
    ),
    {
        "profile": tuple(f"Website {number} - Value" for number in _NUMBERED),
        "email": tuple(f"E-mail {number} - Value" for number in _NUMBERED),
        "name": ("Name",),
        "first": ("First Name", "Given Name"),
        "last": ("Last Name", "Family Name"),
        "title": ("Organization Title", "Organization 1 - Title"),
        "company": ("Organization Name", "Organization 1 - Name"),
        "location": ("Location",),
        "city": ("Address 1 - City",),
        "state": ("Address 1 - Region",),
        "country": ("Address 1 - Country",),
        "tags": ("Labels", "Group Membership"),
    },
)
OUTLOOK = Dialect(
    "Outlook",
    (("E-mail Address", "Job Title"), ("E-mail Address", "E-mail 2 Address")),
    {
        "profile": _PROFILE,
        "email": ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address"),
        "first": ("First Name",),
        "last": ("Last Name",),
        "title": ("Job Title",),  # Title is "Dr." there
        "company": ("Company",),
        "city": ("Business City",),
        "state": ("Business State",),
        "country": ("Business Country/Region", "Business Country"),
        "tags": ("Categories",),
    },
)
BY_HAND = Dialect(
    OWN,
    tuple((name,) for name in (*_PROFILE, "url", *_EMAILS, *_COMPANIES)),
    {
        "profile": (*_PROFILE, "url"),
        "email": _EMAILS,
        "name": ("name", "full name"),
        "first": ("first name",),
        "last": ("last name",),
        "title": ("title", "job title", "position"),
        "company": _COMPANIES,
        "location": ("location",),
        "city": ("city",),
        "state": ("state", "state/region"),
        "region": ("region",),
        "country": ("country", "country/region", "country code"),
        "industry": ("industry",),
        "function": ("function", "job function", "department"),
        "seniority": ("seniority",),
        "segment": ("segment",),
        "tags": ("tags", "tag", "labels"),
    },
)
DIALECTS = (
    PHANTOMBUSTER,
    EVABOOT,
    APOLLO,
    GOOGLE,
    PIPEDRIVE,
    HUBSPOT,
    SALESFORCE,
    OUTLOOK,
    BY_HAND,
)
