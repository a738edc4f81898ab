"""Renders an invoice. The event says what, the answer is the page."""

import os

from invoice import render

# Read when the function starts: one without it fails before its first event.
CURRENCY = os.environ["CURRENCY"]


def handle(event, context):
    lines = event["lines"]
    if not lines:
        raise ValueError("an invoice has at least one line")
    return {"statusCode": 200, "headers": {"content-type": "text/html"}, "body": render(lines, CURRENCY)}
