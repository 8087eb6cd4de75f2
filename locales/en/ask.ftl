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

ask-hello =
    { $who ->
        [dingtalk-admin] To our { -dingtalk } administrator
        [it] To our IT colleagues
       *[boss] Good day
    }
ask-practice = (This is an exercise with a { -dingtalk } look-alike. Nothing needs to be done.)
ask-why = Why: { $why }
ask-company = Company: { $company }
ask-app = App: { $app }
ask-app-named = { $name } (Client ID { $id })
ask-app-id = Client ID { $id }
ask-points = Permissions, by their names in the console:
ask-point = - { $name } ({ $code }): { $why }
ask-purposes = What the app is for:
ask-purpose = - { $purpose }
ask-address = Address: { $ip }
ask-hosts = Hosts: { $hosts } (HTTPS, port 443)
ask-where = Where: { $where }
ask-link = Page: { $link }
ask-seen = What we see now: { $what }
ask-itself = Our program sees for itself when it is done; nobody has to answer.
ask-tell = Please tell me when it is done.
ask-safe = No password or key is needed for this. Please send none.
ask-thanks = Thank you.
ask-paste = Please paste the message here: Ctrl+V.

ask-task-company = Please tell me under which name and with which company e-mail our app is to be registered in { -dingtalk }.
    .subject = { -dingtalk }: name and e-mail for our app
    .why = The registration asks for both, and free mail addresses are not taken.
ask-task-app-type = Please agree that our app is made as an internal app.
    .subject = { -dingtalk }: kind of our app
    .why = An internal app serves this company alone; a third-party app is for selling to others.
ask-task-region = Please decide which { -dingtalk } our app uses, and where its data is to be kept.
    .subject = { -dingtalk }: edition, and where data is kept
    .why = The auditor asks for this decision, and it cannot be changed lightly.
ask-task-hosts = Please let this computer reach the hosts below, without opening their encryption on the way.
    .subject = { -dingtalk }: let our app through the network
    .why = Our app talks to { -dingtalk } over them, and now it cannot.
ask-task-create-app = Please give me developer rights in { -dingtalk }, or create an internal app for us.
    .subject = { -dingtalk }: developer rights for our app
    .why = Without them I cannot open the developer console.
    .where = Admin console → “子管理员” (sub-administrators); or developer console → “创建应用” (create app)
ask-task-credentials = Please give me developer rights for our app, so that I can read its page of credentials myself.
    .subject = { -dingtalk }: access to our app’s credentials
    .why = The keys have to be read there, and must not travel by e-mail or chat.
    .where = Developer console → our app → “凭证与基础信息” (credentials)
ask-task-corp = Please tell me our CorpID, as it stands at the top right of the developer console.
    .subject = { -dingtalk }: our CorpID
    .why = The app has to know which company it belongs to. This number is not a secret.
    .where = Developer console, first page, top right
ask-task-agent = Please tell me the Agent ID of our app.
    .subject = { -dingtalk }: the Agent ID of our app
    .why = Work notices cannot be sent without it. This number is not a secret.
    .where = Developer console → our app → “凭证与基础信息” (credentials)
ask-task-purpose = Please agree to what our app is going to be used for.
    .subject = { -dingtalk }: what our app is for
    .why = Its permissions follow from this, and fewer are safer.
ask-task-points = Please switch on the permissions below for our app, and no others.
    .subject = { -dingtalk }: permissions for our app
    .why = They are the fewest that the app’s uses need. Without them { -dingtalk } refuses its calls.
    .where = Developer console → our app → “权限管理” (permissions)
ask-task-scope = Please widen whom our app may see, to the departments that it serves or to the whole company.
    .subject = { -dingtalk }: whom our app may see
    .why = At present it may see nobody it needs, so it can neither list nor write to them.
    .where = Developer console → our app → “权限管理” (permissions) → “授权范围” (scope)
ask-task-published = Please publish our app’s newest version, or approve it if it waits for you.
    .subject = { -dingtalk }: publish our app’s version
    .why = What was changed takes effect only when a version is published.
    .where = Developer console → our app → “版本管理与发布” (versions and release)
ask-task-visible = Please let the colleagues who will use our app see it.
    .subject = { -dingtalk }: who can see our app
    .why = At first only its creator can.
    .where = Developer console → our app → “版本管理与发布” (versions and release) → “应用可见范围” (who can see the app)
ask-task-token = Please see why { -dingtalk } issues no access pass to our app: it may be disabled, or its secret was reset.
    .subject = { -dingtalk }: our app gets no access pass
    .why = Without one, none of its calls is taken.
    .where = Developer console → our app → “凭证与基础信息” (credentials)
ask-task-signature = Please look at this computer with me: it signs a Chinese text wrongly.
    .subject = { -dingtalk }: signatures on my computer
    .why = { -dingtalk } refuses messages with a wrong signature.
ask-task-clock = Please set the clock of this computer by a time server.
    .subject = The clock of my computer is wrong
    .why = { -dingtalk } refuses signed messages when the clock is off.
ask-task-zone = Please set this computer to Hong Kong time (UTC+8), unless another zone is meant.
    .subject = The time zone of my computer
    .why = Times in messages and reminders would be read wrongly.
ask-task-robot = Please add a custom robot to our group, with “加签” (signature) switched on, and let me copy its address myself.
    .subject = { -dingtalk }: a robot for our group
    .why = It brings our messages to the group. Its address and its secret must not travel by e-mail or chat.
    .where = { -dingtalk } → the group → “群机器人” (group robots) → “自定义机器人” (custom)
ask-task-message = Please look whether our test message stands in the group.
    .subject = { -dingtalk }: did the test message arrive?
    .why = We could not see what became of it, and do not want to send it twice.
ask-task-place = Please tell me where our app is to run: on this PC, on an office server, or elsewhere.
    .subject = { -dingtalk }: where our app is to run
    .why = { -dingtalk } lets the app in from the address of that place alone.
ask-task-address = Please tell me the public network address that our app’s calls come from, and whether it is fixed.
    .subject = { -dingtalk }: our public network address
    .why = It has to stand on { -dingtalk }’s { -allow-list }.
ask-task-allow-list = Please put the address below on our app’s list of outgoing addresses.
    .subject = { -dingtalk }: put our address on the app’s list
    .why = { -dingtalk } refuses every call of the app from an address that is not on it.
    .where = Developer console → our app → “安全设置” (security settings) → “服务器出口IP” (outgoing IP)
ask-task-listed = Please read our app’s list of outgoing addresses once, and delete what is not ours.
    .subject = { -dingtalk }: addresses on our app’s list
    .why = An unknown address on it could use our keys if they ever leaked.
    .where = Developer console → our app → “安全设置” (security settings) → “服务器出口IP” (outgoing IP)
ask-task-reminder = Please decide how often we look at the app’s list of addresses again.
    .subject = { -dingtalk }: how often to review our app
    .why = An old address on the list is a door left open.
