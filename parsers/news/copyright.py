"""Who claims the page: "© 2025 The Harbour Post | Privacy", "Copyright Harbour Media Ltd. All rights reserved."

Where a page names its publisher nowhere else, the last lines do.
"""

import re

_CLAIM = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?[\s:]*(?:\d{4}(?:\s*[-–—/]\s*\d{2,4})?[\s,:]*)?(?:by\s+)?"
    r"(?P<holder>[^\W\d_][^|·•.,;:\n]{1,50}?)(?:[\s,]*\d{4}(?:\s*[-–—]\s*\d{4})?)?"
    r"\s*(?:$|[|·•.,;:\u3000]|\s-\s|\ball rights\b|無断)",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r"[\s,]+(?:inc|ltd|llc|plc|gmbh|ag|s\.?a|s\.?p\.?a|b\.?v|co|limited|corporation)\.?$", re.IGNORECASE
)
_NO_NAME = re.compile(r"\b(?:the authors?|all rights|rights reserved|this (?:site|page|article))\b", re.IGNORECASE)


def holder(text: str) -> str | None:
    """The name behind a copyright sign, without year and legal form; None when the line claims nothing."""
    found = _CLAIM.search(text[:200])
    if found is None or _NO_NAME.search(found["holder"]):
        return None
    name = _LEGAL_FORM.sub("", found["holder"].strip())
    return name if len(name) >= 2 and len(name.split()) <= 6 else None
