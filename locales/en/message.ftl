# Writing a message: its words, how it will look, the exact data, trying it first, and what has left.

message-kind = What kind of message?
message-kind-text = Plain text
message-kind-text-why = Reads the same everywhere. Right for most messages.
message-kind-markdown = With headings and lists
message-kind-markdown-why = Called Markdown: headings, bold words, lists and links. No tables.
message-title-hint = What the phone shows before the message is opened.
message-words-hint = Exactly these words are sent.
message-text-hint = “# ” begins a heading, “- ” a list, and “**so**” makes words bold.
message-template = Start from
message-template-hint = Pick one and change whatever you like.
message-template-own = My own words
message-template-undo = Bring my words back
message-template-undone = Your words are back.
message-template-taken = The template is in the box. Fill in what stands in [ ].

template-greeting = A first hello
    .title = Hello
    .text = Hello everyone. This is a test message from our new robot. If you can read it, all is connected. There is no need to reply.
template-payday = Payday
    .title = Payday
    .text = Payday: salaries for [month] go into your accounts on [date]. Payslips come by e-mail the same day. If anything looks wrong, please tell HR by [date].
template-typhoon = Typhoon arrangements
    .title = Typhoon arrangements
    .text =
        ### Typhoon arrangements
        The Observatory will issue **Signal No. 8** at [time].

        - Save your work, switch off, and leave when the signal is up.
        - If you are on your way to work, please go home.
        - We come back two hours after it is cancelled. If it is cancelled after [time], we meet tomorrow.

        > Safety comes first. In an emergency, call [name] on [number].
template-rainstorm = Black rainstorm
    .title = Black rainstorm
    .text =
        ### Black rainstorm
        The **Black Rainstorm Warning** is in force.

        - If you are indoors, stay where you are.
        - If you have not left home, wait until the warning is lowered.
        - Tell [name] if you cannot get to work today.
template-meeting = A meeting
    .title = Meeting: [topic]
    .text =
        ### [topic]
        - When: **[date], [time]**
        - Where: [room]
        - Please bring: [papers]

        Cannot come? Please say so by [date].
template-holiday = Office closed
    .title = Office closed
    .text = The office is closed on [date] for [holiday] and opens again on [date]. For anything urgent, please call [name] on [number].
template-payment = Payment due
    .title = Payment due
    .text = Payment due: invoice [number] of [customer], HK$[amount], is due on [date].
template-stock = Low stock
    .title = Low stock
    .text = Low stock: only [count] of [item] are left in [shop]. Please reorder.

message-mentions = Call people by name (@)
message-mentions-hint = Mobiles as { -dingtalk } has them, with commas between: +852-91234567
message-user-ids = User IDs to call
message-user-ids-hint = As in the administrator’s list of members, with commas between.
message-everyone = Call everyone
message-everyone-why = Everybody in the group is alerted at once. Keep it for what cannot wait.

message-look = How it will look
message-look-drawing = A drawing of ours. In { -dingtalk } itself, colours and sizes differ a little.
message-look-empty = Write something, and it appears here.
message-everyone-called = @everyone
message-json = The exact data
message-json-why = Byte for byte what leaves. The address’s token and the signature are added on the way and never shown.
message-json-copy = Copy the data
message-size = { $bytes } of { $limit } bytes used

## Trying it first

message-me = Which one are you?
message-me-hint = So that you can try each message on yourself first. You are asked once.
message-recipient-hint = This person alone gets the notice.
message-me-send = Send to myself first
message-me-why = You alone get it, and { -dingtalk } is asked whether it arrived.
message-now = Now to { $name }
message-straight = Send straight to { $name }
message-test-send = Send to “{ $name }” first
message-test-why = It goes to your test group first; the others see nothing yet.
message-tried = “{ $name }” has this message. Look at it there, then send it on.
message-test-hint = No test group yet?
message-test-how = Make a small { -dingtalk } group with one or two colleagues and add a robot to it. Save it here, and tick “my test group”. Each message can then go there first.
message-test-how-practice = While you practise, nobody real reads anything: the practice group is your test group.

## What has left

message-sent = What has left
message-sent-line = To { $name } · { $when }
message-fate-sent = Sent
message-fate-not-sent = Not sent
message-fate-unknown = Cannot tell
message-receipt-read = Read
message-receipt-unread = Delivered, not opened yet
message-receipt-under-way = On its way
message-receipt-duplicate = Had it already today; not delivered twice
message-receipt-too-many = Dropped: too many for this person today
message-receipt-no-such-person = Nobody has this user ID
message-receipt-not-reached = Not reached: this person cannot see the app
message-ask = Ask { -dingtalk } again
message-asked = { -dingtalk } was asked again.
message-doubt = Did it arrive? Nobody can tell from here
message-doubt-why = The message left this computer at { $when }, and no answer came back. It was not sent a second time.
message-doubt-group = Open the group in { -dingtalk } and look for “{ $opening }”.
message-doubt-notice = Ask { $name } to look under “<cn>工作通知</cn>” for “{ $opening }”.
message-doubt-seen = It is there
message-doubt-again = It is not there: send it again
message-doubt-again-group = A repeat carries the same number, so that { -dingtalk } can take the two for one. Nobody knows how long it remembers.
message-doubt-again-notice = A repeat is safe: { -dingtalk } gives the same words to a person only once a day, and says so.
message-again = Send it once more
message-again-why = “{ $name }” got exactly this message at { $when }.
message-with-keyword = { $keyword }: { $text }
