import { counted, type Forms } from "../../../compiler/language/language.ts";
import { russian as language } from "../../../compiler/language/ru.ts";
import { calculator } from "./calculator-ru.ts";

const items: Forms = ["пункт", "пункта", "пунктов"];
const dates: Forms = ["дата", "даты", "дат"];
const count = (n: number, forms: Forms): string => counted(language, n, forms);
const verb = (n: number, one: string, many: string): string => (language.form(n) === 0 ? one : many);
const list = (texts: readonly string[]): string => (texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} и ${texts.at(-1)}`);

/** Russian words of the site. Sentences about dates and rules are the compiler's. */
export const russian = {
  skip: "К содержанию",
  home: "Главная",
  list,
  items: (n: number) => count(n, items),
  quote: (text: string) => (/^«.*»$/s.test(text) ? text : `«${text}»`),
  nav: {
    main: "Основное меню", menu: "Меню", here: "Вы здесь", plan: "План", about: "Сведения", neighbours: "Соседние страницы",
    search: "Поиск", roles: "Роли", sections: "Разделы", document: "Документ", calendar: "Календарь", control: "Контроль", events: "События", changes: "Изменения", rules: "Правила", data: "Данные", glossary: "Словарь", components: "Устройство страниц", calculator: "Калькулятор",
  },
  ruler: { months: "Календарь по месяцам", page: "Месяцы на этой странице" },
  view: {
    summary: "Для слабовидящих", size: "Размер", normal: "обычный", colours: "Цвета", usual: "обычные", blackOnWhite: "чёрным по белому", whiteOnBlack: "белым по чёрному", spacing: "Интервалы", wide: "широкие",
  },
  footer: {
    approved: (kind: string, date: string, number: string, authority: string) => `Утверждён: ${kind.toLowerCase()} от ${date} № ${number}, ${authority}.`,
    rules: (title: string) => `Даты посчитаны по своду правил: ${title}.`,
    voices: "Слова приказа набраны антиквой без изменений, пояснения – гротеском.",
  },
  mark: { due: "срок", start: "начало", control: "контроль", controlStart: "начало контроля", event: "по событию", continuous: "постоянно", external: "другой акт", none: "без срока" },
  key: { due: "срок, конец промежутка", start: "начало промежутка", control: "контроль", off: "нерабочий день", workingWeekend: "рабочая суббота" },
  due: {
    planBy: (day: string) => `успеть до ${day}`,
    rolled: (day: string, source: string) => `с переносом${source === "" ? "" : ` (${source})`} – до ${day}`,
    lastWorking: (day: string) => `последний рабочий день – ${day}`,
    since: (day: string) => `с ${day}`,
    until: (day: string) => `до ${day}`,
    latestStart: "это самая поздняя дата начала",
    condition: (condition: string) => `при условии: ${condition}`,
    endOf: (item: string) => `конец не назван, взят по пункту ${item}`,
    openEnd: "конец не назван, взят конец года плана",
    beforeApproval: "раньше даты приказа",
    snapshots: "сведения на это число, дата не переносится:",
    whole: (month: string) => `весь ${month}`,
    everyMonth: "каждый месяц",
    everyWeek: "каждую неделю",
    unitEnds: "до",
  },
  day: { off: "выходной", holiday: "праздник", movedOff: "выходной", workingWeekend: "рабочая" },
  month: {
    workingDays: (n: number) => count(n, ["рабочий день", "рабочих дня", "рабочих дней"]),
    workingWeekends: (days: readonly string[]) => `${days.length === 1 ? "рабочий выходной" : "рабочие выходные"} – ${list(days)}`,
    runsOn: "идут:",
    nothing: "Ничего с датой.",
    label: (title: string, work: readonly number[], control: readonly number[], working: readonly number[], off: readonly number[]) =>
      [title, ...(work.length > 0 ? [`Сроки: ${work.join(", ")}`] : []), ...(control.length > 0 ? [`Контроль: ${control.join(", ")}`] : []), ...(working.length > 0 ? [`Рабочие выходные: ${working.join(", ")}`] : []), ...(off.length > 0 ? [`Нерабочие дни: ${off.join(", ")}`] : [])].join(". ") + ".",
  },
  homePage: {
    title: (name: string, year: number) => `${name} на ${year} год: сроки по ролям`,
    headline: (title: string) => title,
    lede: (n: number) => `${count(n, items)} на год. У каждого срока – дата, объяснение, как она получилась, и контроль за ним.`,
    description: (n: number, name: string, year: number) => `${name}, ${year} год: ${count(n, items)} – что, кому и к какому дню, как посчитана дата и что проверят.`,
    who: "Кто вы", whoNote: "сроки, контроль и подписка – для каждой роли", more: "Ещё: ", coordinators: "координаторы",
    year: "Год", yearNote: "без еженедельного и того, что идёт весь месяц",
    changes: "Изменения", beforeApproval: (items: string) => `Сроки пунктов ${items} наступили раньше утверждения и стоят так, как в тексте.`,
    allChanges: "Все изменения",
    plans: "Другие планы", planYears: (years: readonly number[]) => (years.length < 2 ? "" : `есть и ${list(years.slice(0, -1).map(String))}`), allPlans: "Все планы этого сайта",
  },
  rolesPage: {
    title: "Роли", lede: "У каждой роли – страница со сроками и контролем и календарь, на который можно подписаться.",
    description: "Все, кому план что-то поручает: страница и календарь каждой роли.", groups: "Группы", performers: "Исполнители", overseers: "Координаторы", overseersNote: "видят сроки тех, чью работу координируют",
  },
  role: {
    title: (label: string, name: string, year: number) => (label === name ? `${name}: сроки ${year} года` : `${name} (${label}): сроки ${year} года`),
    description: (name: string, plan: string, year: number) => `Что, к какому дню и почему: ${name}. ${plan}, ${year} год; контроль и подписка на календарь.`,
    lede: {
      total: (n: number, year: number) => `${count(n, items)} плана на ${year} год`,
      dated: (n: number) => `${n} с датами`, onEvent: (n: number) => `${n} ${verb(n, "ждёт", "ждут")} события`, continuous: (n: number) => `${n} ${verb(n, "действует", "действуют")} постоянно`,
      external: (n: number) => `${n} – по другим актам`, none: (n: number) => `${n} – без срока`, controls: (n: number) => `Под контролем – ${n}`, performs: (n: number) => `Проводит контроль ${count(n, ["пункта", "пунктов", "пунктов"])}`,
      empty: "В плане этого года ей ничего не поручено.",
    },
    union: "Собраны без повторов сроки ролей:", profiles: "Вместе с другими ролями:",
    includes: "Сюда входит и то, что поручено группе:", members: "В группе:", officers: "Сюда входят обязанности специалиста:", officerOf: "Специалист органа:", oversees: "Координирует работу:", overseesAll: "Контролирует выполнение всего плана.",
    clause: (number: string) => `пункт ${number} приказа`, groupNote: "Здесь только то, что поручено группе целиком. Кто подписан на календарь своей роли, тому календарь группы не нужен: её сроки там уже есть.",
    subscribeTo: "Подписаться на календарь", download: "Скачать:", print: "Печать",
    months: "По месяцам", monthsNote: "Строки стоят на том дне, который назван в приказе. Если день нерабочий, рядом – рабочий день, к которому безопасно успеть.",
    unfold: "Показать месяц", rhythm: "Повторяется", rhythmNote: "каждый месяц, неделю, квартал; числа – день месяца", rhythmRule: "Что и по какому правилу", allMonth: "весь месяц", allWeek: "каждую неделю", allQuarter: "весь квартал", beyond: (days: string) => `и ещё ${days}`,
    onEvent: "По событию", onEventNote: (n: number) => `${count(n, items)}. Даты нет, пока событие не произошло.`,
    continuous: "Постоянно", continuousNote: (n: number) => `${count(n, items)}, весь год`,
    external: "По другим актам", externalNote: (n: number) => `${count(n, items)}: дату ставит другой акт`,
    none: "Без срока", noneNote: (n: number) => `${count(n, items)}: срока в приказе нет`,
    waits: "Ждёт:", act: "Дату ставит:",
    controls: "Контроль", controlsNote: (controller: string, n: number) => `${controller}: ${count(n, items)}`, item: "Пункт", form: "Форма контроля", when: "Когда", whom: "Кого",
    self: "оператор проверяет сам себя", noDate: "срок контроля в приказе не указан", atEvent: "по событию", byAct: "по другому акту", always: "постоянно", noForm: "форма не названа", dates: (n: number) => count(n, dates),
  },
  choice: {
    title: "Несколько ролей", note: "одна страница и один календарь, без повторов", home: "У организации несколько ролей", inside: (group: string, members: string) => `Календарь «${group}» отдельно не нужен тому, кто подписан на календарь своей роли: его сроки уже есть там (${members}).`,
    pick: "Отметьте свои роли", one: "Подпишитесь на один календарь:", exact: "Для этих ролей есть общий календарь:", wider: "Ближе всего общий календарь, но в нём есть и другие сроки: {extra}.", apart: "Или подпишитесь на каждый по отдельности:", none: "Общего календаря для этих ролей нет. Подпишитесь на каждый:",
    covered: "Отдельный календарь «{role}» не нужен: эти сроки уже есть в календаре «{by}».", noFeed: "сроков с датами нет",
  },
  subscribe: {
    title: "Подписка", note: "Сроки и контроль появятся в вашем календаре и будут обновляться сами. Адрес не меняется от года к году.",
    noFeed: "Подписываться пока не на что: ни у одного пункта нет даты.",
    noSite: (address: string) => `Адрес сайта при сборке не указан, поэтому ссылки ведут на этот компьютер: ${address}.`,
    open: "Открыть в календаре", openAlarms: "то же с напоминаниями", openNote: "Откроется программа календаря этого устройства: на iPhone, iPad и Mac – «Календарь», на других – та, что назначена, например Thunderbird. Для остальных – адрес и шаги ниже.",
    plain: "Адрес", plainNote: "Вставьте его там, где программа предлагает подписаться на календарь по ссылке.",
    alarms: "Адрес с напоминаниями", alarmsNote: "Напоминание приходит в 9 утра последнего рабочего дня перед сроком. Google и Outlook напоминаний из подписки не показывают.",
    where: "Где", how: "Как", refresh: "Обновляется", refreshLabel: "обновляется:", steps: "Показать шаги", help: "Справка программы:",
    programs: {
      apple: {
        name: "iPhone, iPad, Mac", maker: "Apple", refresh: "как задано в настройках устройства",
        steps: ["Нажмите «Открыть в календаре» и подтвердите подписку.", "Если окно не открылось: на Mac в «Календаре» выберите «Файл» → «Новая подписка на календарь» и вставьте адрес; на iPhone и iPad в «Календаре» нажмите «Календари» → «Добавить» → «Добавить подписной календарь».", "На Mac выберите в том же окне, как часто обновлять календарь."],
      },
      google: {
        name: "Google Календарь", maker: "Google", refresh: "раз в 8–24 часа",
        steps: ["Скопируйте адрес.", "На компьютере откройте calendar.google.com: в приложении на телефоне подписаться по адресу нельзя.", "Слева у слов «Другие календари» нажмите «+» и выберите «Добавить по URL».", "Вставьте адрес и нажмите «Добавить календарь». В телефоне он появится сам."],
      },
      yandex: {
        name: "Яндекс Календарь", maker: "Яндекс", refresh: "когда решит сервис: срок не объявлен",
        steps: ["Скопируйте адрес.", "На компьютере откройте calendar.yandex.ru и слева, под списком календарей, нажмите «Новая подписка».", "Вставьте адрес и сохраните подписку."],
      },
      outlook: {
        name: "Outlook", maker: "Microsoft", refresh: "раз в 3–24 часа",
        steps: ["Скопируйте адрес. Он начинается с https: другой Outlook не примет.", "Откройте календарь в Outlook на сайте или в новом Outlook, нажмите «Добавить календарь», затем «Подписаться из Интернета».", "Вставьте адрес, назовите календарь и нажмите «Импорт»."],
      },
      thunderbird: {
        name: "Thunderbird", maker: "Mozilla", refresh: "каждые 30 минут",
        steps: ["Скопируйте адрес.", "В Thunderbird откройте вкладку календаря, щёлкните правой кнопкой по списку календарей и выберите «Новый календарь».", "Выберите «В сети», вставьте адрес и отметьте, что имя и пароль не нужны.", "Нажмите «Найти календари», затем «Подписаться»."],
      },
    },
    qr: "Показать QR-код для iPhone и iPad", qrLabel: (address: string) => `QR-код с адресом ${address}`, qrNote: "Наведите камеру: iPhone и iPad предложат подписаться. На телефонах с Android подписываются с компьютера, шагами Google или Яндекса.",
    checked: "Шаги записаны в ноябре 2026 года. Если кнопка называется иначе, загляните в справку программы.",
    copy: "Скопировать", copied: "Скопировано",
  },
  item: {
    title: (id: string, title: string) => `${id} ${title}`,
    description: (id: string, year: number) => `Пункт ${id} плана на ${year} год: срок словами приказа, даты, как посчитана каждая, контроль и связанные пункты.`,
    wording: "Срок в приказе", noWording: "в приказе не указан", inherited: (id: string) => `графа объединена со строкой ${id}`, responsible: "Исполняет", nobody: "ответственный в приказе не назван", responsibleFrom: (id: string) => `графа объединена со строкой ${id}`,
    reading: (word: string) => `«${word}» здесь значит:`, waits: "Ждёт", awaitedBy: "От него зависит", control: "Контроль", noControl: "в приказе не назначен", controlOf: (id: string) => `форма напечатана у пункта ${id}`, self: "Оператор проверяет здесь сам себя.", controlled: "Кого проверяют",
    children: "Строки под ним", state: "Состояние", act: "Дату ставит", event: { public: "дата одна для всех, её записывает редакция", own: "дата у каждой организации своя", recurring: "повторяется" },
    continuous: "действует постоянно, отдельной даты нет", external: "дату ставит другой акт", onEvent: "даты нет, пока событие не произошло",
    chain: "Цепочка", chainNote: "чего ждёт пункт и что ждёт его", chainLabel: (id: string) => `Схема цепочки, в которой стоит пункт ${id}: линии ведут от того, чего ждут, к тому, что ждёт. То же словами – в списке под схемой.`, waitsFor: (what: string, gap: string | null) => `ждёт: ${what}${gap === null ? "" : ` (${gap})`}`, chainCut: "Здесь не вся цепочка, дальше она идёт на страницах этих пунктов.",
    endOfPeriod: (title: string) => `конец периода «${title}»`, bound: { "end-of": (title: string) => `конец периода «${title}»`, "start-of": (title: string) => `начало периода «${title}»` }, period: "За что", dates: "Сроки", datesNote: (n: number) => `${count(n, dates)}`, controlDates: "Даты контроля", how: "Как посчитано",
    howNote: "Нерабочие дни и переносы взяты из производственного календаря; каждый пропущенный день назван вместе с актом.", dayEnds: (time: string, source: string) => `День кончается в ${time} (${source}).`,
    rest: (n: number) => `Ещё ${count(n, ["расчёт", "расчёта", "расчётов"])}`, others: "остальные", when: "Срок", from: "Начало", off: "Если день нерабочий", subject: "К чему относится", audience: "Кого касается",
    eventDay: "событие, не считается", eventDayCounted: "событие, считается", end: "срок", notCounted: "не считается", ordinal: (n: number) => `${n}-й день`,
    source: "Источник", place: "В приказе", section: (number: string, title: string) => `раздел ${number}. ${title}`, printedNumber: (number: string) => `номер напечатан так: «${number}»`, unnumbered: "строка напечатана без номера",
    slip: "Описка оригинала", note: "Примечание", data: "Данные", line: (path: string, line: number) => `${path}, строка ${line}`, calendars: "Календарь", feeds: "Подписка", history: "История", approvedOn: (date: string) => `${date} – утверждён.`, unchanged: "Изменений не было.", amended: (order: string) => `Изменён: ${order}.`, corrected: (what: string) => `Исправлено в данных: ${what}.`, withdrawn: (reason: string) => `Пункт исключён: ${reason}.`,
  },
  sections: {
    title: "Разделы", lede: (n: number, m: number) => `${count(n, ["раздел", "раздела", "разделов"])}, ${count(m, items)}.`, description: "Разделы плана и его утверждённый текст.", documentLink: "Утверждённый текст одним документом", sectionTitle: (number: string, title: string) => `Раздел ${number}. ${title}`,
    description1: (title: string, year: number) => `${title}: пункты плана на ${year} год со сроками, ответственными и контролем.`, noParty: "ответственный не назван", wording: "Срок:", control: "Контроль:", windows: (n: number) => count(n, dates), table: "Этот раздел в документе",
  },
  document: {
    title: "Утверждённый документ", description: (title: string) => `${title}: приказ, сокращения и таблица плана, дословно.`, lede: "Приказ, его сокращения и таблица – дословно, с описками оригинала. Описки подчёркнуты и объяснены.",
    approvedBy: (kind: string, date: string, number: string) => `${kind.charAt(0)}${kind.slice(1).toLowerCase()} от ${date} № ${number}`, order: "Приказ", glossary: "Сокращения", table: "План", slips: "Описки оригинала", slipsNote: "текст не исправлен, ошибка только отмечена", slip: "описка", edition: "Редакция", original: "первоначальная; изменений не было", amended: "с изменениями:", withdrawn: "исключён:", contents: "На этой странице", serves: (until: string) => `относится к строкам до ${until}`, empty: "в приказе пусто",
    columns: ["№ п/п", "Мероприятие", "Срок исполнения", "Ответственные", "Форма контроля", "Срок контроля"], term: "Сокращение", meaning: "Значение", source: "Источник",
  },
  near: {
    title: "Ближайшее", note: "по дню, к которому безопасно успеть", named: (day: string) => `в плане – ${day}`, month: "за месяц:", week: "за неделю:",
    texts: {
      label: "На дату", show: "Показать", strip: "Две недели с этой даты", before: "Год плана ещё не начался. Первые сроки – ниже.", after: "Год плана закончился. Весь год – ниже по месяцам.", nothing: "До конца плана дат больше нет.", impossible: "Такой даты нет.", today: "сегодня", tomorrow: "завтра",
      inDays: { one: "через {n} день", few: "через {n} дня", many: "через {n} дней", other: "через {n} дня" } as Readonly<Record<string, string>>, work: "срок", control: "контроль",
    },
  },
  year: {
    title: "Год", window: "промежуток", quarterLabel: (n: number) => `${["I", "II", "III", "IV"][n - 1] ?? n} квартал: те же промежутки, сроки и контроль стоят ниже по месяцам, нагрузка по неделям – в таблице под картинкой.`, label: (work: number, control: number) => `Год в картинке: сроков – ${work}, дат контроля – ${control}, без еженедельных. Те же даты стоят ниже по месяцам, нагрузка по неделям – в таблице под картинкой.`,
    load: "Сроков и контроля за неделю", busiest: (weeks: readonly string[]) => `Самые загруженные недели: ${weeks.join("; ")}.`, week: (days: string, n: number) => `${days} (${count(n, dates)})`,
    table: "Нагрузка по неделям", weekHead: "Неделя", workHead: "Сроков",
  },
  calendar: {
    title: (year: number) => `Календарь ${year} года`, heading: "Календарь", lede: "Двенадцать месяцев и сроки, которые попадают за пределы года. Нерабочие дни и переносы – по производственному календарю.",
    description: (year: number) => `Сроки и контроль ${year} года по дням; рабочие, нерабочие и перенесённые дни с основанием.`, monthTitle: (month: string) => `Календарь: ${month} года`,
    monthDescription: (month: string) => `Что, кому и к какому дню: ${month} года; рабочие и нерабочие дни с основанием.`, days: "Дни месяца", why: "Особые дни", whyNote: "и почему они такие", list: "По дням",
  },
  control: {
    title: (year: number) => `Контроль ${year} года`, heading: "Контроль", description: (who: string, year: number) => `${who}: что, когда и у кого проверяется в ${year} году, по месяцам и по пунктам.`,
    lede: (n: number, m: number) => `${count(n, items)} под контролем, ${count(m, dates)} за год.`, by: "Проводит:", self: "Себя самого оператор проверяет в пунктах", all: "Все пункты",
  },
  events: {
    title: (year: number) => `События ${year} года`, heading: "События", description: (year: number) => `Чего ждут сроки плана на ${year} год: события, зависящие от них пункты и записанные даты с источниками.`,
    lede: "Часть сроков отсчитывается от события. Пока оно не произошло, даты нет; записано событие – появляются даты у всех, кто от него зависит.",
    recorded: (n: number) => (n === 0 ? "Записанных событий пока нет." : `Записано: ${count(n, ["событие", "события", "событий"])}.`),
    scopes: {
      public: { title: "Общие", note: "одна дата для всех; её записывает редакция, с источником" }, own: { title: "Свои", note: "у каждой организации дата своя, её знает только она" }, recurring: { title: "Повторяются", note: "наступают сами, дата известна заранее" },
    },
    fulfils: "Это исполнение пункта", none: "Ещё не записано: дат у зависящих пунктов нет.", noneChained: "Ещё не записано: до тех пор считается, что событие произойдёт в последний день срока этого пункта.",
  },
  rules: {
    title: "Правила счёта сроков", heading: "Как считаются дни", description: "Как считаются сроки: день события, «до», перенос с нерабочего дня; производственный календарь и названные периоды с источниками.",
    lede: "Дату каждого срока вычисляет программа – по этим правилам и по официальному календарю. У каждого правила назван источник.", set: "Свод правил:", zone: (zone: string) => `Часовой пояс плана – ${zone}.`,
    points: "Счёт", point: { "event-day": "День события", "until-day": "«До» названного дня", chain: "Срок от срока", "day-ends": "Конец дня" },
    values: { excluded: "не входит в счёт", included: "входит", nominal: "отсчёт от дня без переноса", rolled: "отсчёт от перенесённого дня" },
    roll: "Нерабочий день", rollNote: "что делать, если срок кончается в выходной или праздник",
    form: { until: "«До», «не позднее»", within: "«В течение N дней»", before: "«Не позднее N дней до»", "last-day": "Последний календарный день", "first-day-after": "Первое число после периода", named: "Названные дни, месяцы, недели" },
    mode: { none: "не переносится; о нерабочем дне сказано рядом", beside: "день остаётся; рядом стоят рабочий день до него и рабочий день после", next: "переносится на следующий рабочий день", previous: "переносится на предыдущий рабочий день" },
    calendar: "Календарь", calendarNote: "рабочих дней по месяцам", year: "Год и акт", provisional: "предварительно: акт ещё не вышел или не сверен", transfers: (year: number) => `Переносы ${year} года`, moved: (from: string, to: string) => `выходной с ${from} перенесён на ${to}`,
    periods: "Названные периоды", periodsNote: "приказ их упоминает, границы взяты отсюда", latest: "Начало – самая поздняя законная дата; фактическую можно записать, когда она известна.", editorial: "Границы – соглашение редакции.",
    readings: "Чтения", readingsNote: "где слово приказа значит меньше, чем в его словаре", readIn: "В пунктах:",
  },
  data: {
    title: "Данные", description: "План и даты как данные: JSON со схемами, CSV, календари ICS всех ролей; как ими пользоваться.", lede: "Всё, что есть на сайте, можно взять как данные. Адреса постоянны, форматы меняются только совместимо.",
    files: "Файлы", file: { "plan.xlsx": "книга Excel: все даты и все пункты, даты – настоящие даты", "plan.json": "план: пункты, правила сроков, состояния", "events.json": "все даты: одна запись на срок, с объяснением", "plan.csv": "то же, что plan.json, таблицей", "events.csv": "то же, что events.json, таблицей" },
    planSchema: "схема plan.json (JSON Schema 2020-12)", eventsSchema: "схема events.json (JSON Schema 2020-12)", feeds: "По ролям", feedsNote: "календари для подписки, без напоминаний и с ними; таблицы и данные", whose: "Чьи", plain: "Календарь", alarms: "С напоминаниями", tables: "Таблицы и данные", all: "Все сроки",
    use: "Как пользоваться", notes: (url: string) => [`Даты записаны как ГГГГ-ММ-ДД; оба конца срока входят в него. Например: ${url}`, "Для Excel удобнее XLSX. CSV тоже открывается двойным щелчком (UTF-8 с меткой, точка с запятой), но номер вроде 9.8.7 Excel примет в нём за дату; в таблицах ролей поэтому стоит «п. 9.8.7».", "У записи постоянный uid: по нему можно следить за переносом срока.", "В поле trace – шаги вычисления: событие, пропущенные дни с основанием, правила."],
  },
  glossary: { title: "Словарь", description: "Сокращения приказа с их значениями, дословно, и страницы тех, кого они называют.", lede: "Сокращения – дословно, как в приказе.", page: (name: string) => `Страница: ${name}` },
  changes: {
    title: "Изменения", description: "Что и когда изменилось в плане: утверждение, поправки, переносы сроков.", lede: "Утверждённый план меняется только новым приказом. Здесь стоит каждое изменение: что, с какого дня на какой, для кого и на каком основании.",
    approved: (year: number) => `План на ${year} год утверждён.`, amended: (year: number) => `План на ${year} год изменён.`, order: (title: string, date: string, number: string) => `${title} (${date}, № ${number})`, amendedItems: "Изменены пункты:",
    atom: "Лента изменений (Atom)", more: (n: number) => `Ещё ${count(n, ["изменение", "изменения", "изменений"])} этого дня`,
    moreDates: (n: number) => `Ещё ${count(n, dates)}`, moved: (from: string, to: string) => `${from} → ${to}`, was: (day: string) => `было: ${day}`, why: "Основание:",
    none: {
      unpublished: "Календари по этому плану ещё не публиковались. После первой публикации здесь появится каждый перенос.",
      unchanged: "С первой публикации календарей ни одна дата не изменилась.",
    },
  },
  components: {
    title: "Устройство страниц", description: "Из чего собраны страницы: цвета, кегли, знаки, строки, табель, счёт дней – каждый в каждом состоянии.", lede: "Из чего собраны страницы. Образцы – настоящие строки плана.",
    colours: "Цвета", coloursNote: "у цвета есть значение, и он никогда не один: рядом знак и слово",
    colour: { paper: "фон", field: "поле", ink: "текст и срок", soft: "пояснения", edge: "края полей", line: "тонкие линейки", off: "нерабочий день", ctl: "контроль", wait: "ждёт события" },
    type: "Шрифты", typeNote: "гротеск – голос сайта, антиква – слова приказа", sample: "Срок 27 апреля", serif: "«в течение 3-х рабочих дней»", marks: "Знаки", rows: "Строки",
    states: { due: "срок", start: "начало промежутка", control: "контроль", planBy: "срок на нерабочем дне, правило о переносе", lastWorking: "нерабочий день без переноса", conditional: "при условии", beforeApproval: "раньше даты приказа", openEnd: "конец взят у пункта выше" },
    undated: "без даты", month: "Месяц", count: "Счёт дней", actions: "Действия", warning: "Предупреждение стоит за цветной чертой.",
  },
  search: {
    title: "Поиск", description: "Поиск по пунктам плана, разделам, ролям, словарю и правилам счёта: формы слов различать не нужно.", label: "Слово, номер пункта или роль", find: "Найти", results: "Найденное",
    note: "Ищет по пунктам плана, разделам, ролям, словарю и правилам счёта.", hint: "Форма слова и большие буквы не важны; номер пункта пишите целиком, с точками. Слова в кавычках ищутся подряд.",
    noScript: "Поиск работает со скриптами, а они выключены.", noScriptDocument: "Откройте утверждённый документ и найдите слово средствами браузера (Ctrl+F).",
    kinds: { item: "", term: "сокращение", rule: "правило", role: "роль", section: "раздел" }, ofYear: (place: string, year: number) => `${year} год, ${place}`,
    due: "срок", control: "контроль", named: (day: string) => `в плане – ${day}`, next: "Ближайшее:", past: "Все даты прошли. Последняя:", inYear: "{day} {year} года",
    searching: "Ищем…", nothing: "Ничего не найдено. Попробуйте другое слово или начало слова.", unknown: "Ничего не найдено: здесь нет слова {words}.", failed: "Поиск не загрузился. Проверьте связь и обновите страницу.", more: "Показать ещё",
    found: { one: "{n} результат", few: "{n} результата", many: "{n} результатов", other: "{n} результата" } as Readonly<Record<string, string>>,
  },
  calculator,
  notFound: { title: "Страницы нет", lede: "По этому адресу ничего нет. Может быть, адрес набран с ошибкой.", description: "По этому адресу страницы нет; что есть на сайте – в меню.", next: "Что есть:" },
};

/** The shape of a table of strings: that of the Russian one. */
export type Strings = typeof russian;
