/** What can be wrong with the bytes of a calendar file. In a file of ours each of these is a bug. */
export const calendarFaults = {
  "not-utf8": "the file is not UTF-8",
  "split-character": "a line begins inside a UTF-8 character",
  "line-too-long": "a line is longer than 75 octets",
  "bare-lf": "a line ends with LF alone",
  "bare-cr": "CR inside a line",
  "no-final-break": "the last line has no CRLF",
  "empty-line": "an empty line",
  "control-character": "a control character",
  "hidden-character": "a byte-order mark, a C1 control or a mark that turns the direction of text",
  "malformed-line": "not a content line: NAME;PARAMETER=VALUE:VALUE",
  "not-a-calendar": "the file is not one VCALENDAR",
  unbalanced: "BEGIN and END do not match",
  "unknown-component": "a component that does not belong here",
  "unknown-property": "a property that does not belong here",
  "missing-property": "a required property is missing",
  "repeated-property": "a property that may stand once stands twice",
  "bad-escape": "a character of a text that is not escaped, or an unknown escape",
  "bad-date": "a date that does not exist or is not written YYYYMMDD",
  "bad-time": "a time stamp that does not exist or is not written YYYYMMDDTHHMMSSZ",
  "bad-duration": "not a duration",
  "bad-value": "a value of another kind than the property asks for",
  "end-before-start": "DTEND is not after DTSTART",
  "duplicate-uid": "a UID that another entry has",
  "no-entries": "a calendar without entries",
} as const;

export type CalendarFaultCode = keyof typeof calendarFaults;

export interface CalendarFault {
  readonly code: CalendarFaultCode;
  /** From 1. */
  readonly line: number;
  /** The name or value at fault. */
  readonly detail?: string;
}

/** A fault as one line of English: where, what, and the value at fault. */
export function faultText({ code, line, detail }: CalendarFault): string {
  return `line ${line}: ${calendarFaults[code]}${detail === undefined ? "" : ` (${detail})`} [${code}]`;
}
