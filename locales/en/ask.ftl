# Asking somebody else: the parts of the window, and the letter itself.

ask-open = Ask somebody to do this
ask-close = Close
ask-whom = Whom do you ask?
ask-language = Language of the message
ask-app-name = The app’s name in { -dingtalk }
ask-app-name-aside = may stay empty; it helps them find the app
ask-letter = The message
ask-copy = Copy the message
ask-mail = Write an e-mail
ask-mail-pasted = The message is too long for the mail program’s link, so it was copied. Paste it into the e-mail with Ctrl+V.
ask-noted = I asked them
ask-again = Ask again
ask-undo = Nobody was asked
ask-since =
    { $who ->
        [dingtalk-admin] The { -dingtalk } administrator was asked { $ago }.
        [it] IT was asked { $ago }.
       *[boss] Your boss was asked { $ago }.
    }
ask-since-now =
    { $who ->
        [dingtalk-admin] The { -dingtalk } administrator was asked just now.
        [it] IT was asked just now.
       *[boss] Your boss was asked just now.
    }
ask-times = Asked { $count } times in all.
ask-looks = We look for ourselves from time to time.
ask-looked = We look for ourselves; last { $ago }.
ask-looked-now = We look for ourselves; last just now.
ask-said = No program can see this one: tick it when they say that it is done.
ask-news = { $company }: something you asked for is done.
