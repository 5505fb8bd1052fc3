import { inPersianDigits as number } from './texts.fa.ts'

const rowsList = (count: number, rows: readonly number[]) =>
  `ردیف ${rows.map(number).join('، ')}${count > rows.length ? ' و …' : ''}`

/** What the bot says to those who run it; `texts.fa.ts` holds what everyone reads. */
export const adminTexts = {
  back: 'بازگشت',
  nothingToCancel: 'کار نیمه‌تمامی نیست.',

  // Editing.
  newText: (label: string, now: string) =>
    `${label} اکنون «${now}» است. تازه‌اش را بنویسید، یا /cancel.`,
  changedMeanwhile: (name: string, when: string) =>
    `در این میان ${name} این رقم را عوض کرده است (${when}):`,
  changedByOther: (name: string, when: string) => `${name}، ${when}:`,

  notInQuote: (quote: string) =>
    `توجه: مقدار تازه در نقل‌قول این رقم نیست («${quote}»). اگر سخن تازه‌ای است، نقل‌قول و منبع را هم درست کنید.`,

  // History and undo.
  historyOfPerson: (name: string) => `تغییرهای «${name}»`,
  undoButton: (id: number) => `برگرداندن ${number(id)}`,
  inTheWay: (id: number, when: string, actor: string, command: string) =>
    `تغییر ${number(id)} (${command})، ${when}، ${actor}`,
  undoThoseFirst: 'نخست آن‌ها را برگردانید، یا رقم را با /edit درست کنید.',

  // Vocabulary.
  aliasUsage: 'نام دیگر را چنین بنویسید: «/alias نام دیگر = شاخص، مکان یا واحد».',
  renameUsage: 'نام تازه را چنین بنویسید: «/rename نام کنونی = نام تازه».',
  mergeUsage: 'دو شاخص را چنین بنویسید: «/merge شاخص تکراری = شاخصی که می‌ماند».',
  whichIndicator: (name: string, near: readonly string[]) =>
    near.length === 0
      ? `شاخصی به نام «${name}» نیست.`
      : `شاخصی به نام «${name}» نیست. نام کامل را بنویسید، مانند: ${near.map((one) => `«${one}»`).join('، ')}`,
  aliasKnown: (alias: string, name: string) => `«${alias}» پیش از این هم نام «${name}» است.`,
  aliasIsUnit: (alias: string) =>
    `«${alias}» خود واحد است و نام واحد دیگری نمی‌شود، تا رقمی به واحد نادرست ثبت نشود.`,
  alsoNames: (alias: string, name: string) =>
    `توجه: «${alias}» اکنون نام «${name}» هم هست؛ پرسشی که آن را بیاورد دو معنا خواهد داشت.`,
  nameIsTaken: (name: string, other: string) =>
    `«${name}» نام شاخص دیگری است («${other}»). اگر هر دو یکی‌اند /merge را به کار ببرید.`,
  sameIndicator: 'هر دو نام یک شاخص است.',
  aliasPreview: (alias: string, name: string) => `«${alias}» نام دیگر «${name}» می‌شود.`,
  renamePreview: (from: string, to: string) =>
    `نام شاخص «${from}» به «${to}» عوض می‌شود؛ نام کنونی هم شناخته می‌ماند.`,
  mergePreview: (from: string, into: string, count: number) =>
    `شاخص «${from}» با «${into}» یکی می‌شود: ${number(count)} رقم به «${into}» می‌رود و نام‌های «${from}» نام دیگر آن می‌شود.`,
  effects: {
    ambiguous: (count: number) => `این پرسش‌ها مبهم می‌شود (${number(count)}):`,
    lost: (count: number) => `این پرسش‌ها دیگر پاسخ نمی‌گیرد (${number(count)}):`,
    changed: (count: number) => `پاسخ این پرسش‌ها عوض می‌شود (${number(count)}):`,
    answered: (count: number) => `این پرسش‌ها پاسخ می‌گیرد (${number(count)}):`,
  },
  affectedQuestion: (question: string, choices: string) =>
    choices === '' ? `• ${question}` : `• ${question} — ${choices}`,
  unitAlias: 'از این پس در /add، /edit و پرونده‌ها این واحد به نام خودش ثبت می‌شود.',
  noEffect: 'پاسخ پرسش‌های اخیر با این کار عوض نمی‌شود.',

  // Approval.
  submitted: 'برای تأیید مدیران فرستاده شد. نتیجه را همین‌جا می‌گویم.',
  approvalAsked: (person: string) => `${person} این تغییر را پیشنهاد کرده است:`,
  approve: 'تأیید',
  reject: 'رد',
  approvedBy: (name: string) => `تأیید: ${name}`,
  yourChangeApproved: (admin: string, id: number) =>
    `${admin} تغییر شما را تأیید کرد (تغییر شمارهٔ ${number(id)}).`,
  yourChangeRejected: (admin: string) => `${admin} تغییر شما را رد کرد.`,
  yourChangeFailed:
    'تغییر شما ثبت نشد، چون پایگاه در این میان عوض شده است. دوباره ببینید و بفرستید.',
  noProposals: 'پیشنهادی در انتظار تأیید نیست.',
  rejected: 'رد شد؛ چیزی تغییر نکرد و به پیشنهاددهنده گفته شد.',
  proposerLostRights: 'پیشنهاددهنده دیگر حق ویرایش ندارد؛ پیشنهادش ثبت نمی‌شود.',

  // Files.
  reading: (count: number) => `در حال خواندن پرونده: ${number(count)} ردیف…`,
  writing: (count: number) => `در حال ثبت: ${number(count)} ردیف…`,
  fileTooLarge:
    'این پرونده بزرگ‌تر از ۲۰ مگابایت است و تلگرام آن را به ربات نمی‌دهد. آن را به چند پرونده بشکنید.',
  templateCaption:
    'این پرونده را پر کنید و همین‌جا بفرستید. پیش از ثبت نشان می‌دهم چه چیزی تازه است و چه چیزی عوض می‌شود.',
  exportCaption: 'همهٔ رقم‌های کنونی. همین پرونده را می‌توانید ویرایش کنید و بفرستید.',
  importTitle: (name: string) => `پیش‌نمایش «${name}»؛ هنوز چیزی ثبت نشده است.`,
  importCounts: (fresh: number, changed: number, unchanged: number, refused: number) =>
    `تازه: ${number(fresh)}؛ تغییر: ${number(changed)}؛ بی‌تغییر: ${number(unchanged)}؛ ردشده: ${number(refused)}`,
  importIndicators: (names: readonly string[], count: number) =>
    `شاخص تازه (${number(count)}): ${names.join('، ')}${count > names.length ? ' و …' : ''}`,
  unreadHeadings: (headings: readonly string[]) =>
    `ستون‌هایی که خوانده نمی‌شوند: ${headings.slice(0, 10).join('، ')}`,
  changedRow: (row: number, head: string, changes: string) =>
    `ردیف ${number(row)}: ${head} — ${changes}`,
  changedField: (label: string, before: string | null, after: string | null) =>
    `${label}: ${before ?? '—'} ← ${after ?? '—'}`,
  moreChanged: (count: number) => `و ${number(count)} تغییر دیگر`,
  importWarnings: {
    changed_tenfold: (count: number, rows: readonly number[]) =>
      `توجه: ${number(count)} رقم بیش از ده برابر یا کمتر از یک‌دهم آنچه بود می‌شود (${rowsList(count, rows)}). صفرها و واحد را ببینید.`,
    tenfold: (count: number, rows: readonly number[]) =>
      `توجه: ${number(count)} رقم بیش از ده برابر یا کمتر از یک‌دهم دورهٔ پیش یا پس از خود است (${rowsList(count, rows)}). صفرها و واحد را ببینید.`,
    past_target: (count: number, rows: readonly number[]) =>
      `توجه: دورهٔ ${number(count)} هدف یا پیش‌بینی گذشته است (${rowsList(count, rows)}). اگر عملکرد است، ستون «نوع» را درست کنید.`,
    future_actual: (count: number, rows: readonly number[]) =>
      `توجه: دورهٔ ${number(count)} عملکرد هنوز نرسیده است (${rowsList(count, rows)}). اگر هدف یا پیش‌بینی است، ستون «نوع» را درست کنید.`,
  },
  nothingToImport: 'چیزی برای ثبت نیست.',
  onlyGoodRows: (count: number) =>
    `با «ثبت» تنها ${number(count)} ردیف درست ثبت می‌شود. ردیف‌های ردشده را در پروندهٔ بالا درست کنید و بفرستید.`,
  refusedRowHeading: 'شمارهٔ ردیف',
  refusedReasonHeading: 'دلیل رد',
  refusedCaption: (count: number, all: number) =>
    count === all
      ? `${number(count)} ردیف ردشده، با دلیل هر یک در ستون آخر.`
      : `${number(count)} ردیف نخست از ${number(all)} ردیف ردشده، با دلیل هر یک در ستون آخر.`,
  imported: (fresh: number, changed: number, unchanged: number) =>
    `${number(fresh)} رقم تازه، ${number(changed)} تغییر، ${number(unchanged)} بی‌تغییر.`,
  importChanged:
    'پرونده یا پایگاه از هنگام پیش‌نمایش عوض شده است؛ چیزی ثبت نشد. پرونده را دوباره بفرستید.',

  // Questions without an answer.
  unansweredTitle: (count: number) => `پرسش‌های بی‌پاسخ (${number(count)}):`,
  noUnanswered: 'پرسش بی‌پاسخی نیست.',
  groupLine: (at: number, question: string, count: number, people: number) =>
    `${number(at)}. ${question} — ${number(count)} بار، ${number(people)} نفر`,
  groupTitle: 'این پرسش‌ها یک چیز را می‌خواهند:',
  addForQuestion: 'افزودن رقم',
  aliasForQuestion: 'نام دیگر',
  dismissQuestion: 'رد کردن',
  questionsDismissed: (count: number) => `${number(count)} پرسش از فهرست برداشته شد.`,
  questionsGone: 'به این پرسش پیش‌تر رسیدگی شده است.',
  askAlias: (question: string) =>
    `کدام واژه‌های «${question}» نام دیگر چیست؟ چنین بنویسید: «واژه‌ها = نام شاخص یا مکان»، یا /cancel.`,
  questionDismissed: (question: string) =>
    `رقمی برای پرسش شما در دست مدیران نبود: «${question}». اگر نشانی یا گزارشی از آن دارید، خبر دهید.`,
  figureForYou: (question: string) => `برای پرسش شما رقمی افزوده شد: «${question}»`,

  // Reports of mistakes.
  reportsTitle: (count: number) => `گزارش‌های باز (${number(count)}):`,
  noReports: 'گزارش بازی نیست.',
  reportLine: (at: number, figure: string, text: string, when: string) =>
    `${number(at)}. ${figure} — ${text}، ${when}`,
  reportOf: (person: string) => `گزارش‌دهنده: ${person}`,
  answerReport: 'پاسخ',
  closeReport: 'بستن',
  writeAnswer: 'پاسخ به گزارش‌دهنده را بنویسید؛ با آن گزارش بسته می‌شود. یا /cancel.',
  reportAnswered: 'پاسخ فرستاده و گزارش بسته شد.',
  reportAnswerUnsent: 'گزارش بسته شد، ولی پیام به گزارش‌دهنده نرسید.',
  reportClosed: 'گزارش بسته شد.',
  reportClosedBy: (name: string) => `این گزارش را ${name} بسته است.`,
  noSuchReport: 'چنین گزارشی نیست.',
  answerToReport: (figure: string) => `پاسخ مدیران به گزارش شما دربارهٔ ${figure}:`,
  yourReportClosed: (figure: string) => `گزارش شما دربارهٔ ${figure} بررسی و بسته شد. سپاس.`,

  // Invitations.
  inviteUsage: 'نقش را بنویسید: «/invite عضو»، «/invite ویراستار» یا «/invite مدیر».',
  onlyOwnerInvites: 'مدیر را تنها مالک دعوت می‌کند.',
  invitation: (role: string, until: string) =>
    `پیوند دعوت «${role}»، یک‌بارمصرف، تا ${until}. آن را تنها به همان کس بفرستید:`,
  revokeInvitation: 'لغو دعوت',
  invitationRevoked: 'دعوت لغو شد.',
  invitationUsedUp: 'این دعوت پیش‌تر به کار رفته یا لغو شده است.',
  invitationInvalid:
    'این پیوند دعوت نادرست است، به کار رفته یا زمانش گذشته است. از مدیر پیوند تازه بخواهید.',
  welcomed: (role: string) => `خوش آمدید. شما اکنون «${role}» هستید. /help راهنماست.`,
  alreadyHas: (role: string) => `شما هم‌اکنون «${role}» هستید؛ دعوت به کار نرفت.`,
  invitationAccepted: (name: string, id: number, role: string) =>
    `${name} (${id}) دعوت شما را پذیرفت و «${role}» شد.`,

  // Statistics.
  statsTitle: (days: number) => `آمار ${number(days)} روز گذشته`,
  statsQuestions: (count: number, people: number) =>
    `پرسش: ${number(count)}، از ${number(people)} نفر`,
  statsAnswered: (share: string, answered: number) =>
    `پاسخ‌گرفته: ${share} (${number(answered)} پرسش)`,
  statsOther: (choices: number, notFound: number, notUnderstood: number) =>
    `بازپرسیده: ${number(choices)}؛ بی‌رقم: ${number(notFound)}؛ فهمیده‌نشده: ${number(notUnderstood)}`,
  statsStore: (figures: number, indicators: number) =>
    `رقم‌های پایگاه: ${number(figures)}، شاخص: ${number(indicators)}`,
  statsOpen: (questions: number, reports: number) =>
    `باز: ${number(questions)} پرسش بی‌پاسخ (/unanswered)، ${number(reports)} گزارش (/reports)`,
  statsLimited: (updates: number, people: number) =>
    `بی‌پاسخ مانده برای تندنویسی، از آغاز کار ربات: ${number(updates)} پیام از ${number(people)} نفر`,
  statsTop: 'پرسیده‌ترین شاخص‌ها:',
  statsTopLine: (name: string, count: number) => `• ${name}: ${number(count)}`,
  statsUsage: 'شمار روزها را بنویسید: «/stats ۳۰».',
  statsChart: {
    title: 'پرسش‌های هر روز',
    unit: 'پرسش',
    all: 'همه',
    answered: 'پاسخ‌گرفته',
    source: 'آمار ربات',
  },

  // Those who asked.
  nowAnswered: (question: string) => `پرسش شما اکنون پاسخ دارد: «${question}»`,
  moreNowAnswered: (count: number) =>
    `${number(count)} پرسش دیگر این گروه هم اکنون پاسخ دارد؛ دوباره بپرسید.`,

  // Guided entry.
  entryTitle: 'رقم تازه',
  steps: {
    indicator: () => 'کدام شاخص؟ یکی را بزنید یا نامش را بنویسید.',
    place: () => 'کدام مکان؟ یکی را بزنید یا نامش را بنویسید.',
    period: () => 'کدام دوره؟ یکی را بزنید یا بنویسید، مانند «نیمه دوم ۱۴۰۰».',
    kind: () => 'عملکرد است، هدف یا پیش‌بینی؟',
    value: (unit: string | null) =>
      unit === null
        ? 'مقدار را با واحدش بنویسید، مانند «۳۵ واحد».'
        : `مقدار را بنویسید (واحد شاخص: ${unit}).`,
    unit: () => 'با کدام واحد؟ یکی را بزنید یا بنویسید.',
    source: () =>
      'منبع چیست؟ یکی را بزنید، یا عنوان و نشانی آن را بنویسید. بی‌منبع رقمی ثبت نمی‌شود.',
    preview: () => '',
  },
  stepIsPast: 'این دکمه از گام دیگری بود؛ اکنون این‌جاییم:',
  whichPlace: (text: string) => `«${text}» نام چند جاست؛ کدام؟`,
  didYouMeanPlace: (text: string) => `مکانی به نام «${text}» نمی‌شناسم. منظورتان یکی از این‌هاست؟`,
  unknownIndicator: (text: string) =>
    `شاخصی به نام «${text}» نیست. یکی از این‌ها را بزنید یا دوباره بنویسید.`,
  newIndicatorButton: (name: string) => `شاخص تازه: ${name}`,
  pressKind: (text: string) => `نوع «${text}» را نشناختم؛ یکی از دکمه‌ها را بزنید.`,
  onlyUnit: 'تنها واحد را بنویسید، مانند «میلیارد تومان».',
  sourceNeeded:
    'بی‌منبع رقمی ثبت نمی‌شود. نام گزارش یا گوینده‌ای که رقم را از او دارید بنویسید، یا /cancel.',
  willBeAnswered: 'پاسخ چنین خواهد بود؛ ثبت شود؟',
  correctByLine:
    'برای تغییر یا افزودن، بخش را با نامش بنویسید: «دوره: ۱۴۰۱»، «گوینده: …»، «نقل: …»، «قید: …».',
}
