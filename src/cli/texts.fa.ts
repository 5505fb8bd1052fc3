/** What the command line says in Persian. Persian in a terminal stands on lines of its own. */
export const texts = {
  trialWelcome: (
    url: string,
  ) => `  ارقام در حالت آزمایشی است: همان ربات، در یک صفحه گفتگو روی همین رایانه.
  این نشانی را در مرورگر باز کنید:

      ${url}

  چیزی از این رایانه بیرون نمی‌رود. برای تلگرام، از @BotFather نشانه (token) بگیرید و
  آن را در متغیر BOT_TOKEN بگذارید و دوباره اجرا کنید.
  پایان: Ctrl-C`,
} as const
