"""The closed word lists of the record format."""

from typing import Literal

Script = Literal["Latn", "Cyrl"]
Basis = Literal["explicit", "relative", "inferred"]
SourceKind = Literal["news", "article", "paper", "speech"]

AgreementKind = Literal[
    "treaty",
    "agreement",
    "framework_agreement",
    "convention",
    "memorandum",
    "declaration",
    "joint_statement",
    "programme",
    "plan",
    "protocol",
    "decree",
    "contract",
    "understanding",
    "other",
]
AgreementStatus = Literal["signed", "adopted", "ratified", "in_force", "planned", "agreed"]
Sector = Literal[
    "trade",
    "investment",
    "industry",
    "energy",
    "transport",
    "water",
    "agriculture",
    "culture",
    "education",
    "science",
    "health",
    "tourism",
    "security",
    "border",
    "customs",
    "finance",
    "justice",
    "youth",
    "digital",
    "environment",
    "regions",
    "politics",
]

EventKind = Literal[
    "visit",
    "meeting",
    "summit",
    "session",
    "call",
    "forum",
    "conference",
    "congress",
    "exhibition",
    "festival",
    "cultural_days",
    "declared_year",
    "anniversary",
    "signing",
    "ceremony",
    "opening",
    "founding",
    "briefing",
    "election",
    "competition",
    "exercise",
    "commemoration",
    "other",
]
EventStatus = Literal["held", "planned"]

Comparator = Literal["eq", "gt", "lt", "ge", "le", "approx"]
FigureKind = Literal["actual", "target", "planned", "forecast"]

PersonKind = Literal["official", "scholar", "author", "historical", "business", "artist", "other"]
OrganizationKind = Literal[
    "state_body",
    "intergovernmental",
    "company",
    "institute",
    "university",
    "council",
    "association",
    "media",
    "other",
]
PlaceKind = Literal["country", "region", "city", "residence", "landmark", "other"]
