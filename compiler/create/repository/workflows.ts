import type { LanguageCode } from "../../locale/languages.ts";
import type { Answers, Release } from "../answers.ts";

type Texts = Readonly<Record<LanguageCode, string>>;

interface Workflow {
  readonly purpose: Texts;
  readonly on: string;
  /** What the called workflow may do at most; each of its jobs takes only what it needs. */
  readonly permissions: readonly string[];
  /** Of several runs the last one counts, or each in its turn. */
  readonly concurrency: readonly string[];
  readonly inputs?: string;
}

const workflows: Readonly<Record<string, Workflow>> = {
  check: {
    purpose: {
      ru: "Каждый запрос на слияние: верен ли план, что меняется в сроках, каким будет сайт.",
      en: "Every pull request: is the plan right, which dates move, what the site will look like.",
    },
    on: "on: pull_request\n",
    permissions: ["contents: read"],
    concurrency: ["group: check-${{ github.ref }}", "cancel-in-progress: true"],
  },
  comment: {
    purpose: {
      ru: "Комментарий к запросу: что меняется, для кого и когда.",
      en: "The comment on a pull request: what changes, for whom and when.",
    },
    on: "on:\n  pull_request_target:\n    types: [opened, reopened, synchronize]\n",
    permissions: ["contents: read", "pull-requests: write"],
    concurrency: ["group: comment-${{ github.event.pull_request.number }}", "cancel-in-progress: true"],
  },
  propose: {
    purpose: {
      ru: "Обращение с предложением, сделанным на сайте, становится запросом – или получает ответ, почему нет.",
      en: "An issue with a proposal that was made on the site becomes a request, or is told why not.",
    },
    on: "on:\n  issues:\n    types: [opened, edited]\n",
    permissions: ["contents: write", "issues: write", "pull-requests: write"],
    concurrency: ["group: proposal-${{ github.event.issue.number }}", "cancel-in-progress: true"],
  },
  publish: {
    purpose: {
      ru: "Публикация: при каждом слиянии в main и каждое утро.",
      en: "Publication: on every merge into main, and each morning.",
    },
    on: `on:\n  push:\n    branches: [main]\n  schedule:\n    - cron: "17 1 * * *"\n  workflow_dispatch:\n    inputs:\n      accept: { required: false, default: "" }\n`,
    permissions: ["contents: write", "issues: write", "pages: write", "id-token: write"],
    concurrency: ["group: publication", "cancel-in-progress: false"],
    inputs: `    with:\n      accept: \${{ inputs.accept || '' }}\n`,
  },
};

/** The workflows of a plan's repository on GitHub: each calls the one of the program's repository at this version. */
export function githubWorkflows({ language }: Answers, { repository, version }: Release): Record<string, string> {
  const files = Object.entries(workflows).map(
    ([name, { purpose, on, permissions, concurrency, inputs = "" }]): [string, string] => [
      `.github/workflows/${name}.yml`,
      `# ${purpose[language]}\nname: ${name}\n${on}permissions: {}\nconcurrency:\n${concurrency.map((line) => `  ${line}\n`).join("")}jobs:\n  plan:\n` +
        `    permissions:\n${permissions.map((line) => `      ${line}\n`).join("")}` +
        `    uses: ${repository}/.github/workflows/plan-${name}.yml@v${version}\n${inputs}`,
    ],
  );
  return Object.fromEntries(files);
}

const gitlabPurpose: Texts = {
  ru: "Проверка запросов, комментарий со сроками, публикация; какие переменные задать – в README.md.",
  en: "Checks of requests, the comment with the dates, publication; README.md names the variables to set.",
};

/** The pipeline of a plan's repository on GitLab. */
export const gitlabPipeline = ({ language }: Answers, { address, version }: Release): Record<string, string> => ({
  ".gitlab-ci.yml": `# ${gitlabPurpose[language]}\ninclude:\n  - remote: ${address}/raw/v${version}/.gitlab/plan.yml\n`,
});
