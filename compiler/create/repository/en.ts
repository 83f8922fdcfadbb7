import type { RepositoryTexts } from "./texts.ts";

/** The pages of a plan's repository in English. */
export const english: RepositoryTexts = {
  readme: `# {title}

{organisation}. The plan is written in \`plan/\`; the program [srok](node_modules/srok/README.md) checks it, works out its dates and builds the
site with the calendars that people subscribe to. How to change the plan: [CONTRIBUTING.md](CONTRIBUTING.md).

[Node.js](https://nodejs.org) 22.18 or newer is needed. Once after a download: \`npm install\`. Then:

\`\`\`
npm start                 build the site and open it here
npm run dev               the same, and the site follows every save
npm run check             is the plan right?
npx srok explain 1.3      how a date of an item came about
npx srok --help           all commands
\`\`\`

{hosting}

## Updating the program

\`package.json\` names the version of the program ({version}). To update it, write the new one there, then \`npm install\` and
\`npm run check\`. New working calendars come with a new version; calendars of your own go into \`plan/calendars/\`.
`,
  guide: `# How to change the plan

The plan is text files in \`plan/{slug}/\`:

| File | What is in it |
|---|---|
| \`series.yaml\` | title, time zone, working calendar, rules of counting |
| \`parties.yaml\` | who is responsible, and who belongs to which group |
| \`glossary.yaml\` | abbreviations |
| \`{year}/plan.yaml\` | the plan's title; a plan that an order approves has \`order.yaml\` instead |
| \`{year}/section-1.yaml\` | a section with its items; there can be any number of sections |
| \`{year}/events.yaml\` | events that deadlines count from |
| \`{year}/occurrences.yaml\` | which events happened, and when (\`srok record\` writes it) |

A deadline stands there twice: in words (\`text\`), and beside them as a rule. The program finds the rule for words:

\`\`\`
npx srok wording "within 3 working days after the approval of the form" --lang en
\`\`\`

## Everyday changes

\`\`\`
npx srok move 1.1 --to {year}-03-15            move the deadline of item 1.1
npx srok record form-approved --date {year}-02-05 --title "The form is approved" --source "minutes no. 2"
npx srok withdraw 1.2 --reason "passed on to another organisation"
npx srok new-year {nextYear}                         next year's plan as a draft
npx srok check                               errors: where, what, and what to write instead
npx srok diff                                which dates changed, and for whom
npx srok fmt                                 the common form of the files
\`\`\`

\`npx srok COMMAND --help\` tells more. In [VS Code](https://code.visualstudio.com) with the YAML extension (it is offered) keys are
completed and explained, and errors are underlined.

A plan with an error is not published: the site stays as it was.
`,
  hosting: {
    github: `## On GitHub

1. Make an empty repository and push this folder to it (branch \`main\`).
2. **Settings → Pages → Source: GitHub Actions**.
3. **Settings → Rules**: \`main\` takes pull requests only, once \`check\` has passed.
4. **Settings → Actions → General**: allow “Allow GitHub Actions to create and approve pull requests”: then a proposal that was made on the
   site becomes a request by itself.

Each request gets a comment with the dates that it moves; after a merge, and each morning, the site is published by itself.`,
    gitlab: `## On GitLab

1. Make an empty project and push this folder to it (branch \`main\`).
2. **Settings → CI/CD → Variables**, each for one environment (Environment scope):
   - \`SROK_COMMENT_TOKEN\`, environment \`comment\`: a project token of the role Reporter with the scope \`api\`, for comments;
   - \`SROK_PUSH_URL\`, environment \`ledger\`, protected: \`https://name:token@host/group/project.git\`, a token with the scope
     \`write_repository\` and a role that may push to \`main\`, for the ledger of publications.
3. **Build → Pipeline schedules**: each morning on \`main\`.`,
    none: `## On a server of your own

\`npx srok build --site https://ADDRESS --out dist\` builds the site into \`dist/\`: plain files for any web server. Settings for nginx and
Caddy are in \`node_modules/srok/site/serving/\`; with Docker the \`Dockerfile\` here is enough. Run \`npx srok publish\` (the first time with
\`--first\`) before a build that people subscribe to: it keeps the ledger by which calendar entries are updated and not doubled.`,
  },
};
