// Written by schema/generate.ts from schema/*.schema.json. Do not edit.
import type { ErrorObject } from "ajv";
interface Validate { (data: unknown): boolean; errors?: ErrorObject[] | null }
export declare const validateCalendarFile: Validate;
export declare const validateEventsFile: Validate;
export declare const validateGlossaryFile: Validate;
export declare const validateOccurrencesFile: Validate;
export declare const validateOrderFile: Validate;
export declare const validatePartiesFile: Validate;
export declare const validatePeriodsFile: Validate;
export declare const validatePlanFile: Validate;
export declare const validateProfilesFile: Validate;
export declare const validateProposalFile: Validate;
export declare const validateReadingsFile: Validate;
export declare const validateRuleSetFile: Validate;
export declare const validateSectionFile: Validate;
export declare const validateSeriesFile: Validate;
export declare const validateSynonymsFile: Validate;
