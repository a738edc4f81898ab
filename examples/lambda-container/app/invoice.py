from html import escape


def render(lines, currency):
    """The page of an invoice; amounts are in cents."""
    total = sum(line["cents"] for line in lines)
    rows = "".join(f"<tr><td>{escape(line['name'])}</td><td>{amount(line['cents'])}</td></tr>" for line in lines)
    return f"<table>{rows}</table><p>Total {amount(total)} {escape(currency)}</p>"


def amount(cents):
    return f"{cents // 100}.{cents % 100:02}"
