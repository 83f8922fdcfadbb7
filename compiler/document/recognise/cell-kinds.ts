/** Words that deadlines consist of, whatever they say: a word that begins like one of these tells time. */
const timeWord =
  /^(?:янв|фев|март|апр(?:$|ел)|ма[йяе]|июн|июл|авг(?:$|уст)|сен(?:$|т)|окт(?:$|ябр)|ноя(?:$|бр)|дек(?:$|абр)|понедельн|вторн|сред[аыуе]|четверг|пятниц|суббот|воскрес|дн[яейюи]|день|недел|месяц|квартал|кв$|полугод|декад|год|г$|гг$|числ|час(?:$|[аыу]$|ов$|ам)|раз[а]?$|ежедн|ежемес|ежекв|ежегод|ежен|постоян|круглогод|систематич|регулярн|кажд|последн|перв(?!енств|ичн|оклас)|втор|трет|четверт|предпослед|начал(?:[оаеу]|ом)?$|кон(?:ец|ц[аеу]|цом)$|середин|до$|по$|с$|со$|в$|во$|на$|за$|к$|и$|не$|без$|после|позднее|ранее|реже|чем$|течени|период|срок|мере|необходимост|поступлени|учебн|текущ|отч[её]тн(?:ого|ому|ым|ом)$|следующ|каникул|четверт|график|отдельн|план[ауе]$|согласно|соответстви|установлен(?!и)|рабоч|календарн|включительно|весь$|всего$|всех$|зима|зимн|весн|лет(?:[оа]|ом)?$|летн|осен|january|february|march|april|may$|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|daily|weekly|monthly|quarterly|annually|yearly|days?$|weeks?$|months?$|quarters?$|years?$|by$|until$|before$|after$|within$|from$|to$|each$|every$|not$|later$|than$|the$|of$|in$|on$|at$|end$)/iu;
const roman = /^[IVXІХ]+$/u;
const figures = /\p{N}/u;
/** A figure alone is a count or a class; a date has a month, or a clock's colon. */
const dated = /(?<!\d)\d{1,2}\s?\.\s?\d{1,2}(?!\d)|(?<!\d)\d{1,2}[:-]\d{2}(?!\d)|(?<!\d)(?:19|20|21)\d{2}(?!\d)/;

/** What longer texts say is no deadline. */
const longest = 200;
/** How many of the words of a deadline tell time, at the least. */
const leastShare = 0.6;

/** Whether a cell reads like a deadline: most of its words tell time. */
export function isTemporal(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || text.length > longest) return false;
  const telling = words.filter((word) => timeWord.test(word) || roman.test(word) || figures.test(word));
  const named = words.some((word) => word.length > 2 && timeWord.test(word)) || dated.test(text);
  return named && telling.length >= words.length * leastShare;
}

/** Whether a cell holds the number of a row: «1», «2.3.», «№ 4», «IV», «а)». */
export const isNumbering = (text: string): boolean =>
  /^(?:№\s*)?(?:\d{1,4}(?:[.-]\d{1,4}){0,5}|[IVXLCІХС]{1,6}|\p{L})[.)]{0,2}$/u.test(text.trim());

/** Whether a cell says that there is nothing: a dash, or a row of them. */
export const isBlank = (text: string): boolean => /^[\s\p{Pd}_.…*]*$/u.test(text);

/** Roots of the words that bodies and posts are called by. */
const agentRoots =
  "администр|агентств|актив$|аппарат|архивар|архитектор|бригад|бухгалт|библиотек|ведущ|вожат|волонт|воспитател|врач|глав[аынуе]|групп[аы]|делопроизвод|департамент|депутат|дежурн|диспетчер|директор|дирекци|дружин|завуч|заведующ|завхоз|зам$|замести|инженер|инспект|институт|исполнител|кабинет|кадров|кафедр|класс[нн]|колледж|коллектив|команд[аы]|комендант|комисси|комитет|контор|координатор|костюмер|культорганизатор|куратор|лаборант|лицей|логопед|мастер|медицинск|медсестр|медработник|менеджер|методист|министерств|музе[йи]|начальник|обслуживающ|общественн|оператор|организатор|организаци|оргкомитет|ответственн|отдел|отделени|палат[аы]|педагог|подрядчик|подрядн|подразделени|полици|помощник|председател|представител|преподавател|пресс|президент|прокуратур|профком|профсоюз|психолог|рабоч[аи]|работник|редак|режисс|ректор|родител|руководител|сад$|секретар|сектор|служб|собственник|совет|сотрудник|социальн|специалист|старост|старш|студи|суд$|техник|технич|тренер|управлени|управляющ|училищ|учител|учредител|учреждени|факультет|фельдшер|фонд|хореограф|художеств|художник|центр|член|школ|штаб|эколог|экономист|электрик|эксперт|юрис|юридич|все$|мбоу|мбдоу|мкоу|маоу|гбоу|гбу|мку|мбу|мау|муп|гку|фгбу|гбпоу|ано$|ооо$|оао$|пао$|зао$|нко$|фгуп|director|department|committee|office|team|head|chief|board|manager|secretary|council|ministry|agency|school|service";
const agent = new RegExp(`^(?:${agentRoots})`, "iu");
/** Adjectives that stand before such a word: «главный», «музыкальный», «старший». */
const describing = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ым|им|ых|их|ыми|ими)$/iu;

/** Whether words begin with a body or a post, adjectives before it passed over. */
export function namesAgent(text: string): boolean {
  const words = text.match(/[\p{L}-]+/gu) ?? [];
  for (const word of words.slice(0, 4)) {
    if (word.split("-").some((part) => agent.test(part))) return true;
    if (!describing.test(word)) return false;
  }
  return false;
}
