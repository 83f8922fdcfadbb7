import type { Period } from "../../generated/types.ts";

const source = {
  title: "Соглашение редакции",
  note: "Приказы называют учебный год и его полугодия, не называя их границ.",
};

/** Periods that officials name without a plan defining them; a plan's own period of the same title takes their place. */
export const knownPeriods: readonly Period[] = [
  { id: "school-year", title: "учебный год", from: "09-01", to: "08-31", wraps: true, editorial: true, source },
  {
    id: "school-year-half-1",
    title: "первое полугодие учебного года",
    from: "09-01",
    to: "12-31",
    editorial: true,
    source,
  },
  {
    id: "school-year-half-2",
    title: "второе полугодие учебного года",
    from: "01-01",
    to: "05-31",
    editorial: true,
    source,
  },
];
