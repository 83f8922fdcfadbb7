"""Reads calendar files with vobject and prints one JSON list of entries a file."""
import datetime
import json
import sys

import vobject

for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        calendar = vobject.readOne(file.read(), validate=True)
    day = datetime.timedelta(days=1)
    print(json.dumps([
        {"uid": event.uid.value, "start": event.dtstart.value.isoformat(), "end": (event.dtend.value - day).isoformat(), "summary": event.summary.value}
        for event in calendar.vevent_list
    ]))
