import type { RepositoryTexts } from "./texts.ts";

/** The pages of a plan's repository in Russian. */
export const russian: RepositoryTexts = {
  readme: `# {title}

{organisation}. План записан в папке \`plan/\`; программа [srok](node_modules/srok/README.md) проверяет его, считает сроки и собирает сайт
с календарями, на которые подписываются исполнители. Как менять план – в [CONTRIBUTING.md](CONTRIBUTING.md).

Нужен [Node.js](https://nodejs.org) 22.18 или новее. Один раз после скачивания: \`npm install\`. Потом:

\`\`\`
npm start                 собрать сайт и открыть его у себя
npm run dev               то же, и сайт обновляется при каждом сохранении
npm run check             верен ли план
npx srok explain 1.3      как получилась дата пункта
npx srok --help           все команды
\`\`\`

{hosting}

## Обновить программу

В \`package.json\` названа версия программы ({version}). Чтобы обновить её, впишите новую, затем \`npm install\` и \`npm run check\`.
Новые производственные календари приходят с новой версией; свои можно положить в \`plan/calendars/\`.
`,
  guide: `# Как изменить план

План – текстовые файлы в папке \`plan/{slug}/\`:

| Файл | Что в нём |
|---|---|
| \`series.yaml\` | название, часовой пояс, производственный календарь, свод правил счёта |
| \`parties.yaml\` | кто исполняет и кто в какой группе |
| \`glossary.yaml\` | сокращения |
| \`{year}/plan.yaml\` | заголовок плана; у плана с приказом вместо него \`order.yaml\` |
| \`{year}/section-1.yaml\` | раздел с пунктами; разделов может быть сколько угодно |
| \`{year}/events.yaml\` | события, от которых считают сроки |
| \`{year}/occurrences.yaml\` | какие события наступили и когда (пишет команда \`srok record\`) |

У каждого срока два вида: слова (\`text\`) и правило рядом с ними. Правило по словам подберёт программа:

\`\`\`
npx srok wording "не позднее 10 рабочих дней до начала приёма"
\`\`\`

## Частые правки

\`\`\`
npx srok move 1.1 --to {year}-03-15            перенести срок пункта 1.1
npx srok record form-approved --date {year}-02-05 --title "Форма утверждена" --source "протокол № 2"
npx srok withdraw 1.2 --reason "работа передана другой организации"
npx srok new-year {nextYear}                         черновик плана на следующий год
npx srok check                               нет ли ошибок: место, что не так, что написать
npx srok diff                                какие даты изменились и для кого
npx srok fmt                                 общий вид файлов
\`\`\`

Какие ещё ключи есть у команды, скажет \`npx srok КОМАНДА --help\`. В [VS Code](https://code.visualstudio.com) с расширением YAML
(его предложат) ключи подсказываются и объясняются, ошибки подчёркнуты.

План с ошибкой не публикуется: на сайте остаётся прежний.
`,
  hosting: {
    github: `## На GitHub

1. Создайте пустое хранилище и отправьте в него эту папку (ветка \`main\`).
2. **Settings → Pages → Source: GitHub Actions**.
3. **Settings → Rules**: ветка \`main\` принимает только запросы на слияние, которые прошли проверку \`check\`.
4. **Settings → Actions → General**: разрешите «Allow GitHub Actions to create and approve pull requests» – тогда предложение, сделанное на
   сайте, само становится запросом.

Под каждым запросом появится комментарий со сроками, которые он меняет; после слияния и каждое утро сайт публикуется сам.`,
    gitlab: `## На GitLab

1. Создайте пустой проект и отправьте в него эту папку (ветка \`main\`).
2. **Settings → CI/CD → Variables**, каждая для одной среды (Environment scope):
   - \`SROK_COMMENT_TOKEN\`, среда \`comment\`: токен проекта роли Reporter с правом \`api\` – для комментариев;
   - \`SROK_PUSH_URL\`, среда \`ledger\`, защищённая: \`https://имя:токен@адрес/группа/проект.git\`, токен с правом \`write_repository\` и
     ролью, которой можно писать в \`main\`, – для журнала публикаций.
3. **Build → Pipeline schedules**: каждое утро на ветке \`main\`.`,
    none: `## На своём сервере

\`npx srok build --site https://АДРЕС --out dist\` собирает сайт в \`dist/\`: это обычные файлы для любого веб-сервера. Настройки nginx и Caddy –
в \`node_modules/srok/site/serving/\`; с Docker достаточно \`Dockerfile\` рядом. Перед сборкой для подписчиков: \`npx srok publish\` (в первый раз – с
\`--first\`): он ведёт журнал публикаций, по которому записи в календарях обновляются, а не дублируются.`,
  },
};
