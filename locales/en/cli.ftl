# What the command line says.
cli-evidence-verified = { $answer } Verified at { $at } Hong Kong time.
cli-evidence-verified-by = { $answer } Verified at { $at } Hong Kong time by { $call }.
cli-evidence-said = { $answer } Said by you at { $at } Hong Kong time.
cli-evidence-said-by = { $answer } Said by { $by } at { $at } Hong Kong time.

cli-about = Hoitung without a window: for servers, schedulers and tests.
cli-heading-usage = Usage:{ " " }
cli-heading = { $heading }:
cli-heading-commands = Commands
cli-heading-options = Options
cli-help = Show this help.
cli-version = Show the version.
cli-json = Answer in JSON, failures included.
cli-lang = Language of the words: en or zh-HK. Without it, the system’s.
cli-secrets = Read the secrets from files of a folder that you filled, or from systemd’s credentials, and not from the { -key-store }. Also chosen by HOITUNG_SECRETS_DIR.

cli-practice = Run the practice server, a { -dingtalk } look-alike on this computer, until it is stopped.
cli-practice-listen = The first of four ports, on this computer only. Without it, the last ones or free ones.
cli-practice-app = blank: start over with nothing made yet; ready: an app with everything granted, and a robot. Without it, go on where you left off.
cli-practice-scenario = Switch on a trouble by its name; --list shows the names. May be given several times.
cli-practice-virtual-clock = Let the server’s clock stand still until its admin address moves it. For tests.
cli-practice-tls = Serve over TLS with an authority of its own, and print its certificate. For tests.
cli-practice-list = Show the troubles and what they do.
cli-practice-ready = The practice server is ready. Open { $console } in your browser; Ctrl+C stops it, and nothing is lost.
cli-practice-ca = Everything is encrypted. Clients have to trust the certificate in { $path }, which is:

cli-ask = Write the message that asks somebody else to do a task of the set-up.
cli-ask-task = The task, such as points, scope, published, visible, allow-list, hosts or create-app.
cli-ask-who = Whom to ask. Without it, whoever’s turn it is.
cli-ask-noted = Also note that they were asked, from now on.
cli-reminder = Reminders: list them, or export them for a calendar.
cli-reminder-list = List the reminders of one company, or of all.
cli-reminder-export = Write the reminders into a calendar file for Outlook or Google Calendar. A later file replaces its entries.
cli-reminder-ics = The calendar file to write.
cli-reminder-line = { $state } · { $date } · { $what } · { $who }
cli-reminder-line-quiet = { $state } · { $what } · { $who }
cli-reminder-none = There are no reminders yet.
cli-reminder-made = Reminders in { $path }: { $count }. Open it with your calendar.
cli-waiting = Show what waits for somebody else, and since when.
cli-waiting-line = { $company } · { $task } · { $who } · asked { $since }
cli-waiting-none = Nothing waits for anybody else.

cli-connection = Add, list, rename, copy or remove connections.
cli-connection-add = Add a company’s app. Its secret goes into this computer’s { -key-store }.
cli-connection-list = List the connections.
cli-connection-rename = Give a connection another name.
cli-connection-duplicate = Make a second connection with the same choices; keys, robots and proofs are not copied.
cli-connection-to = The new name.
cli-connection-renamed = “{ $name }” is now called “{ $to }”.
cli-connection-duplicated = “{ $to }” was made like “{ $name }”. It has no keys yet.
cli-connection-remove = Remove a connection and its secrets from this computer.
cli-connection-name = The connection’s name.
cli-connection-region = practice, com (mainland) or io (international).
cli-connection-corp-id = The { -corp-id }, at the top right of the { -console }’s first page.
cli-connection-client-id = The { -client-id }, once called AppKey.
cli-connection-agent-id = The { -agent-id }; needed for { -work-notice }s only.
cli-connection-secret-stdin = Read the { -client-secret } from standard input, to its end.
cli-connection-old-host = For practice only: the old gateway, such as http://127.0.0.1:4000.
cli-connection-new-host = For practice only: the new gateway.
cli-connection-login-host = For practice only: the sign-in host.
cli-connection-added = “{ $name }” was added.
cli-connection-removed = “{ $name }” was removed. Its secrets ({ $count }) are gone; the { -key-store } was read again to see to that.
cli-connection-none = There are no connections yet.
cli-connection-nameless = (no name yet)
cli-connection-line = { $name } · { $region } · { $done } of 5 stops done

cli-robot = Add, list or remove { -robot }s.
cli-robot-add = Add a { -robot } by its { -webhook }.
cli-robot-list = List a connection’s robots.
cli-robot-remove = Remove a robot and its secrets from this computer.
cli-robot-name = The robot’s name.
cli-robot-keyword = The keyword that the robot insists on, if it does.
cli-robot-webhook-stdin = Read the { -webhook } and the { -robot-secret } from standard input, a line each.
cli-robot-added = The robot “{ $name }” was added.
cli-robot-removed = The robot “{ $name }” was removed, with its secrets.
cli-robot-none = This connection has no robots yet.

cli-check = Look at everything that has to work, by calls that change nothing and send nothing. What is found is kept, as in the window.
cli-check-only = Only this check; may be given several times: network, proxy, inspection, clock, zone, signature, token, permissions, scope, allow-list, address, secret-age, robots, events, quota, published, visible, listed.
cli-check-exit = Exit code 0 if nothing needs anybody, 1 if something does, 3 if none of { -dingtalk }’s hosts answered. What could not be told, such as what only people can say, needs nobody and counts as 0. With --json, each check has a state: fine, needs_you, needs_other or cannot_tell.

cli-token = Ask { -dingtalk } for an { -access-pass } and say how long it is good for. The pass itself is never shown.
cli-token-good-for = { -dingtalk } accepts the keys. The { -access-pass } is good for { $minutes } minutes.

cli-key = Change a connection’s secret without setting it up again.
cli-key-show = Tell when the secret was set, and whether an old one is still kept.
cli-key-rotate = Try a new secret and use it; the old one is kept until “key disabled”.
cli-key-replace = Put a new secret in the place of one that is dead.
cli-key-disabled = Say that the old secret was disabled in the console. It is removed from this computer.
cli-key-shown = “{ $name }”: the secret was set at { $set }.
cli-key-rotated = The new secret of “{ $name }” works and is in use.
cli-key-replaced = The new secret of “{ $name }” works and is in use.
cli-key-gone = No old secret of “{ $name }” is on this computer any more.
cli-key-old-kept = The old secret is still kept. Disable it in the console, then run “key disabled”.

cli-permission = Plan, list and check permissions, and write the request for them.
cli-permission-plan = List the fewest permissions that the tasks need.
cli-permission-task = What you want to do: group-messages, work-notices, read-staff, read-departments, find-by-mobile, manage-staff, robot-chat, listen-events or sign-in. May be given several times.
cli-permission-line = { $code } · { $console }
cli-permission-line-sensitive = { $code } · { $console } · needs the administrator’s approval
cli-permission-none = These tasks need no permission.
cli-permission-list = List everything that can be granted: what it is for, and how risky it is.
cli-permission-list-connection = Also tell what this connection’s last check found.
cli-permission-check = Ask { -dingtalk } for each permission by a harmless call. Exit code 1 if one that is needed is missing.
cli-permission-line-explained = { $code } · { $risk } · { $what }
cli-permission-line-state = { $state } · { $code } · { $what }
cli-permission-sheet = Write one printable page for the person who grants: what, why, how risky, for how long and where. In both languages, or in that of --lang.
cli-permission-sheet-out = The file to write, an HTML page.
cli-permission-sheet-review = When the list is looked at again, in months from now: 1 to 24. Without it, 6.
cli-permission-sheet-made = The page is in { $path }. Open it in a browser to print it.

cli-message = Send messages.
cli-message-send = Send a text to a group through its robot. It is sent as it is, never by itself a second time after a time-out.
cli-message-notice = Send a { -work-notice } to one person and ask { -dingtalk } whether it arrived.
cli-message-text = The text of the message.
cli-message-title = With a title, the text is Markdown. The title is what a notification shows.
cli-message-user = The user ID of the person who gets it.
cli-message-at-mobile = Call the owner of this mobile by name. May be given several times.
cli-message-at-user = Call the person with this user ID by name. May be given several times.
cli-message-at-all = Call everyone in the group.
cli-message-dry-run = Send nothing; print exactly what would be sent, without the address’s token.
cli-message-again = Send it although exactly this was sent within a day, or may have been.

cli-from-stdin = Read { $option } from standard input instead.
cli-arguments-seen = What is given as an argument can be seen by other programs of this computer; what comes through standard input cannot. A single value takes all of the input, several a line each, in the order of the command line.

cli-listen = Print events as { -dingtalk } tells them, one a line, until Ctrl+C. No event is lost; after a crash one may be printed a second time, with the same eventId. Another program that listens with the same app gets some of the events instead.
cli-listen-count = Stop after so many events.
cli-listen-connecting = Connecting …
cli-listen-live = Connected. Events are printed as they come; Ctrl+C stops.
cli-listen-waiting = { $what } Trying again in { $seconds } s.
cli-run = Look after everything in the background without a window, until Ctrl+C or a service manager stops it.
cli-run-connection = Tell news of this company alone. May be given several times; all of them are looked after.
cli-run-once = Do what is due now, then end.
cli-run-alive = Ask whether a runner is at work on this computer: exit code 0 if so, 1 if not.
cli-run-started = { $at }  Looking after this folder. Version { $version }.
cli-run-stopped = { $at }  Stopped.
cli-run-waiting = { $at }  { $host } (process { $pid }) held this folder and shows no sign of life. Making sure takes some minutes.
cli-run-checked = { $at }  { $name }: everything was checked.
cli-run-is-alive = A runner is at work.
cli-run-is-not-alive = No runner is at work.
cli-run-standing = { $at }  { $name }: { $standing ->
        [offline] { -dingtalk } cannot be reached.
        [trouble] something is wrong.
        [attention] something waits for somebody.
        [begun] the set-up is not finished.
       *[well] all is well.
    }

cli-deploy = Write the files that start { -hoitung } on a server, in a container, or by the Task Scheduler of Windows. None holds a secret.
cli-deploy-for = Where it is to run: systemd, container or windows-task.
cli-deploy-out = The folder for the files. It is made if it is not there; files of the same names are replaced.
cli-deploy-written = Written:
    { $files }

cli-event = Look into events that { -dingtalk } pushed to an address of yours.
cli-event-decrypt = Open a push and print what it holds, or say which of its values is wrong.
cli-event-encrypt = Seal a message, and print it as the answer to a push.
cli-event-token = The signing token, from the page of the event subscription.
cli-event-aes-key = The AES key from the same page: 43 letters and digits.
cli-event-owner-key = The { -client-id }; the { -corp-id } if the subscription was made by the old registration call.
cli-event-signature = “signature”, or “msg_signature”, from the address that was called.
cli-event-timestamp = “timestamp” from that address.
cli-event-nonce = “nonce” from that address.
cli-event-encrypted = “encrypt” from the body.
cli-event-message = What to seal; “success” is the answer that { -dingtalk } wants.

cli-sign = Compute signatures, to compare with those of your own program.
cli-sign-robot = The signature of a group robot’s address: first as computed, then as it stands in the address.
cli-sign-timestamp = The time in milliseconds since 1970.
cli-sign-secret = The { -robot-secret }; it begins with SEC.
cli-sign-jsapi = The signature that a page inside { -dingtalk } needs (dd.config).
cli-sign-ticket = The JSAPI ticket.
cli-sign-nonce = The same text as nonceStr.
cli-sign-page-timestamp = The same digits as timeStamp.
cli-sign-url = The address of the page; what follows # is left out.
cli-sign-sha256 = SHA-256, as newer samples of { -dingtalk }’s do. Without it, SHA-1.
cli-sign-explain = Also show the text that was signed, with the ticket hidden.
cli-doctor = Say what an error text of { -dingtalk }’s, or of the way to it, means and what to do.
cli-doctor-text = The error text, as it was shown. Without it, standard input is read to its end.
cli-doctor-for-it = Add a part to copy for IT.

cli-guides = Guides to the places in { -dingtalk }’s console.
cli-guides-list = List the guides.
cli-guides-show = Show one guide.
cli-guides-install = Put a newer file of guides in force. Its signature has to lie beside it.
cli-guides-place = The guide’s name, as the list shows it.
cli-guides-region = The edition: com (mainland) or io (international). Without it, com.
cli-guides-file = The file of guides. Beside it lies the same name with .minisig at its end.
cli-guides-installed = The guides of edition { $edition } are in use now.

cli-whose-turn = Whose turn: { $who }
cli-server-words = { -dingtalk }’s own words: { $code } { $message }

cli-problem-wrong-use = { $what }
    .fix = Run “{ $command } --help” to see what it takes.
cli-problem-listen-not-loopback = The practice server listens on this computer only, and { $address } is elsewhere.
    .fix = Use an address that begins with 127.0.0.1.
cli-problem-practice-held = A practice server is running already with the folder { $path }.
    .fix = Use that one, or stop it first. Another folder can be chosen with HOITUNG_HOME.
cli-problem-practice-failed = The practice server could not start: { $detail }
    .fix = Try again. If it stays so, restart the computer.
cli-problem-input-unreadable = What came through standard input is not plain text, or is far too long.
    .fix = Send the secret alone, as UTF-8 text.
cli-problem-webhook-lines = More than two lines came through standard input.
    .fix = Send the { -webhook } on the first line and the { -robot-secret } on the second.
cli-problem-input-lines = { $wanted } lines were to come through standard input, and { $found } came.
    .fix = Send one value a line, in the order of the options on the command line.
cli-problem-timestamp-malformed = The timestamp is not a whole number of milliseconds.
    .fix = Give it in digits alone, for example 1577262236757.
cli-problem-output-unwritable = The events could not be written: { $detail }
    .fix = Make room where they go, and start again. { -dingtalk } delivers again what was not written.
cli-problem-system-failed = The system refused what is needed to run: { $detail }
    .fix = Try again. If it stays so, restart the computer.
cli-problem-doctor-text-missing = There is no error text to look at.
    .fix = Write it after the command in quotes, or send it through standard input.
cli-problem-doctor-text-too-long = The text is longer than one megabyte.
    .fix = Send only the part around the error.
cli-problem-hosts-not-practice = Hosts can be given for practice connections only.
    .fix = Leave them out: those of .com and .io are known.

cli-network = Test the way to { -dingtalk }, and set the proxy.
cli-network-test = Ask each host once, without keys: reached or not, why, how long, through which proxy, whose certificate.
cli-network-for-it = Print the part for IT alone.
cli-network-proxy = Show, set or clear the proxy. It holds for all connections.
cli-network-proxy-show = Show which proxy is set.
cli-network-proxy-set = Set how requests leave this computer, from the next one on.
cli-network-proxy-clear = Back to the system’s proxy; a saved password is deleted.
cli-network-address = The proxy’s name and port, such as proxy.office:8080.
cli-network-system = Use the proxy of the system and of the environment.
cli-network-none = Use no proxy.
cli-network-user = The user name for the proxy.
cli-network-password-stdin = Read the proxy’s password from standard input, to its end.
cli-network-password = User { $user }, password set at { $at } (Hong Kong time)

cli-policy = Show what the company’s IT has laid down for this computer.
cli-use-command-unknown = There is no command “{ $command }”.
cli-use-command-missing = A command is missing; these are possible: { $commands }.
cli-use-option-unknown = There is no option { $option } here.
cli-use-option-missing = Still missing: { $options }.
cli-use-option-doubled = { $option } may be given once only.
cli-use-options-conflict = { $option } and { $other } cannot be given together.
cli-use-value-missing = { $option } needs a value after it.
cli-use-value-extra = { $option } takes no value.
cli-use-value-wrong = “{ $value }” does not fit { $option }. { $hint }
cli-use-word-extra = There is a word too many.
cli-use-text-unreadable = Not all of it is UTF-8 text.
cli-use-unclear = The command line cannot be understood.
cli-use-comma = ,{ " " }
cli-use-near = { " " }Did you mean { $near }?

cli-value-name = NAME
cli-value-text = TEXT
cli-value-word = WORD
cli-value-number = NUMBER
cli-value-url = ADDRESS
cli-value-task = TASK
cli-value-language = LANGUAGE
cli-value-key = KEY
cli-value-id = ID
cli-value-digits = DIGITS
cli-value-milliseconds = MILLISECONDS
cli-value-hexadecimal = HEX
cli-value-secret = SECRET
cli-value-file = FILE
cli-value-place = PLACE
cli-value-way = WAY
cli-value-folder-or-systemd = FOLDER|systemd
cli-value-options = OPTIONS
cli-value-command = COMMAND

cli-glossary = Say what { -dingtalk }’s words mean, with their names in its console, now and before.
cli-glossary-word = A word, or part of one; an old or a Chinese name will do. Without it, all are told.
cli-glossary-fact = { $fact }: { $value }
cli-problem-term-unknown = No word of { -dingtalk }’s that is explained here is called “{ $word }”.
    .fix = Try a part of it, or run “hoitung-cli glossary” to see them all.

sign-aside = { " " }({ $what })
sign-quoted = “{ $what }”
sign-sentences = { $one } { $other }

cli-handover = Give a connection into other hands, or take one in.
cli-handover-export = Write a sealed file that takes connections whole to another computer, secrets included.
cli-handover-export-connection = The connection’s name. May be given several times.
cli-handover-export-all = Every connection of this computer.
cli-handover-export-out = The file to write; its name should end in .hoitung.
cli-handover-export-dry-run = Only show what would be in the file. Nothing is written, and no passphrase is needed.
cli-handover-export-force = Replace a file that is there already.
cli-handover-passphrase-stdin = Read the file’s passphrase from standard input, to its end.
cli-handover-import = Take in what is in a hand-over file.
cli-handover-import-file = The file that was exported.
cli-handover-import-only = Only the connection of this name.
cli-handover-import-as = Add it under this name, beside what is here.
cli-handover-import-replace = Replace what is here already. --dry-run shows by name what would go.
cli-handover-import-dry-run = Only show what is in the file, and what stands in its way here.
cli-handover-exported = Written to { $path }. Only its passphrase opens it: keep the two apart.
cli-handover-imported = Taken in: { $names }. Its secrets ({ $count }) are in the { -key-store } and were read back. Delete the file when nobody needs it any more.

cli-handover-sheet = Write one page for whoever takes over: what the app is, what is known of it, whom to ask.
cli-handover-health = Write one page for the boss: how the last 30 days went, what was wrong and for how long, what was sent.
cli-handover-page-out = The file to write; a browser shows and prints it.
cli-handover-page-made = Written to { $path }. It holds no secret.
cli-starter = Write files for a programmer: a Postman collection, a Python and a Node program, a template for .env.
cli-starter-out = The folder to write them into.
cli-starter-force = Replace files of these names that are there already.
cli-starter-made = Written to { $path }: { $names }. Fill in the secrets there.
cli-value-folder = FOLDER
cli-handover-export-recovery = Also write the recovery sheet, a page to print: what the file is, and room for its passphrase.

cli-report = Write a report of a problem into a file. It holds no name, number or key, and nothing is sent.
cli-report-out = The file.
cli-report-note = What happened, in your words.
cli-report-written = { $file } was written, { $kilobytes } KB. Places blotted out: { $hidden }. Read it before you pass it on.

cli-purge = Remove everything of { -hoitung } from this computer: secrets, files, and what starts it by itself.
cli-purge-yes = Really remove it.
cli-purge-dry-run = Only list what would go.
cli-purge-folder = Folder: { $folder }
cli-purge-company = Company: { $name } · secrets: { $secrets }
cli-purge-secrets = Secrets in the { -key-store }: { $secrets }
cli-purge-file = File: { $file }
cli-purge-starts = Starts by itself when you sign in to this computer.
cli-purge-task = Task of Windows: { $task }
cli-purge-pages = What the window keeps for its pages: { $folder }
cli-purge-stays = Stays, because it is not { -hoitung }’s: { $file }
cli-purge-done = All gone. Companies: { $companies }, secrets: { $secrets }, files: { $files }. The { -key-store } was read again to see to that.
cli-purge-nothing = There is nothing of { -hoitung } in { $folder }.
cli-panic = The program stopped because of a fault of its own. “hoitung-cli report” makes a report of it.
