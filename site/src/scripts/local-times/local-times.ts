import { addOwnTimes } from "./own-times.ts";

addOwnTimes(document);
