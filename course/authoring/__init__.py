"""The authoring room: text to master, master to release, and an edited master back to text."""

import sys

# jsonschema, which nbformat needs, takes a second to import rfc3987_syntax where that is installed,
# for a check of addresses that no notebook's schema asks for. None makes the import fail at once.
_SLOW = "rfc3987_syntax"
if "jsonschema" not in sys.modules and _SLOW not in sys.modules:
    sys.modules[_SLOW] = None
    try:
        import jsonschema  # noqa: F401
    finally:
        del sys.modules[_SLOW]
