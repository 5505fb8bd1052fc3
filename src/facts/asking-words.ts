/** Words that make a text a question but say nothing of what is asked, folded. */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  `چند چندتا چقدر چه چی چیست کدام آیا کی کجا چرا چگونه چطور
  است هست بود بوده شد شده می شود میشود شدن داشت دارد داریم دارید
  در از به با برای را و که تا هم این آن یک ها های ای
  لطفا سلام بگو بگویید بگید بدهید بده میزان مقدار تعداد رقم آمار عدد سال`.split(/\s+/),
)
