"""What a job title can be read as: LinkedIn's member functions and seniorities.

The functions are LinkedIn's 26, in the order of their ids, and "General Management", which is an
extension: a managing director has no honest function among the 26. The seniorities are LinkedIn's
ten, from the lowest to the highest.
"""

from typing import Literal, get_args

Function = Literal[
    "Accounting",
    "Administrative",
    "Arts and Design",
    "Business Development",
    "Community and Social Services",
    "Consulting",
    "Education",
    "Engineering",
    "Entrepreneurship",
    "Finance",
    "Healthcare Services",
    "Human Resources",
    "Information Technology",
    "Legal",
    "Marketing",
    "Media and Communication",
    "Military and Protective Services",
    "Operations",
    "Product Management",
    "Program and Project Management",
    "Purchasing",
    "Quality Assurance",
    "Real Estate",
    "Research",
    "Sales",
    "Customer Success and Support",
    "General Management",
]

Seniority = Literal[
    "Unpaid",
    "Training",
    "Entry",
    "Senior",
    "Manager",
    "Director",
    "VP",
    "CXO",
    "Partner",
    "Owner",
]

FUNCTIONS: tuple[Function, ...] = get_args(Function)
SENIORITIES: tuple[Seniority, ...] = get_args(Seniority)
