"""What other recognisers call the types, and what we call them."""

from collections.abc import Mapping

from parsers.article import EntityType

OURS: Mapping[str, EntityType] = {
    "PER": "PERSON", "PERSON": "PERSON", "PS": "PERSON", "persName": "PERSON", "PRS": "PERSON",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "orgName": "ORG", "OG": "ORG",
    "GPE": "GPE", "GPE_LOC": "GPE", "GPE_ORG": "GPE", "COUNTRY": "GPE", "CITY": "GPE",
    "LOC": "LOC", "LOCATION": "LOC", "placeName": "LOC", "geogName": "LOC", "LC": "LOC",
    "NORP": "NORP", "FAC": "FAC", "FACILITY": "FAC", "EVENT": "EVENT", "EVN": "EVENT",
    "DATE": "DATE", "MONEY": "MONEY",
}  # fmt: skip
"""The label sets of OntoNotes 5 (spaCy's English, Chinese … pipelines), CoNLL-2003 and WikiNER (German, French,
Spanish …), NorNE (Norwegian), SUC 3 (Swedish), KLUE (Korean) and NKJP (Polish). Others are left out."""
