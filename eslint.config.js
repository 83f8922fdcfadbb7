import tseslint from "typescript-eslint";

const noEnum = [
  { selector: "TSEnumDeclaration", message: "Node runs the sources by stripping types: use a union of literals." },
];

/** Layout is Prettier's; here stands what the type checker does not hold. */
export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "dist/",
      "dist.*/",
      "**/.astro/",
      "**/.cache/",
      "compiler/generated/",
      "**/*.astro",
      "**/*.d.ts",
    ],
  },
  tseslint.configs.base,
  {
    files: ["**/*.ts", "**/*.js"],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "compiler/*.js", "test/e2e/serving/*.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          varsIgnorePattern: "^_",
          destructuredArrayIgnorePattern: "^_",
          ignoreRestSiblings: true,
        },
      ],
      "@typescript-eslint/prefer-readonly": "error",
      eqeqeq: "error",
      "no-console": "off",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-syntax": ["error", ...noEnum],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "anywhere" }],
    },
  },
  {
    files: ["**/*.ts"],
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["test"] }] },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unsafe-argument": "error",
      "@typescript-eslint/no-unsafe-assignment": "error",
      "@typescript-eslint/no-unsafe-call": "error",
      "@typescript-eslint/no-unsafe-member-access": "error",
      "@typescript-eslint/no-unsafe-return": "error",
    },
  },
  {
    // The matchers of the test runner (`expect.any`) are untyped.
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    // The compiler is pure: only the command knows files, the process, the clock, the locale.
    files: ["compiler/**/*.ts"],
    ignores: ["compiler/cli/**", "compiler/pack/**", "compiler/ci/**", "compiler/bundle.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^node:", message: "Only compiler/cli may use Node." }] },
      ],
      "no-restricted-globals": ["error", "process", "performance", "Buffer", "Intl", "__dirname"],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now" },
        { object: "Math", property: "random" },
      ],
      "no-restricted-syntax": [
        "error",
        ...noEnum,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The clock is an argument." },
        { selector: "CallExpression[callee.property.name=/^toLocale/]", message: "The locale is an argument." },
        { selector: "MetaProperty", message: "Only compiler/cli knows where its files lie." },
      ],
    },
  },
  {
    files: ["compiler/**/*.ts", "site/**/*.ts"],
    // Tables of messages and codes are as long as what they say.
    ignores: ["compiler/diagnostics/catalogue.ts", "**/messages/**", "**/*-messages.ts", "site/src/i18n/**"],
    rules: { "max-lines": ["error", 400] },
  },
  {
    // A test that does not run shows nothing, and of an empty list everything holds.
    files: ["test/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...noEnum,
        {
          selector: "CallExpression[callee.name='expect'] > CallExpression[callee.property.name='every']",
          message: "Use expectEach: it asks that there is a member.",
        },
      ],
      "no-restricted-properties": [
        "error",
        ...["test", "it", "describe"].flatMap((object) =>
          ["skip", "only", "todo", "fails"].map((property) => ({ object, property })),
        ),
      ],
    },
  },
);
