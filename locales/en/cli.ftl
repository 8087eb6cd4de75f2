# What the command line says.
cli-evidence-verified = { $answer } Verified at { $at } Hong Kong time.
cli-evidence-verified-by = { $answer } Verified at { $at } Hong Kong time by { $call }.
cli-evidence-said = { $answer } Said by you at { $at } Hong Kong time.
cli-evidence-said-by = { $answer } Said by { $by } at { $at } Hong Kong time.

cli-about = Hoitung without a window: for servers, schedulers and tests.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-help = Show this help.
cli-version = Show the version.
cli-json = Answer in JSON, failures included.
cli-lang = Language of the words: en or zh-HK. Without it, the system’s.

cli-practice = Run the practice server, a { -dingtalk } look-alike on this computer, until it is stopped.
cli-practice-listen = The first of four ports, on this computer only. Without it, the last ones or free ones.
cli-practice-app = blank: start over with nothing made yet; ready: an app with everything granted, and a robot. Without it, go on where you left off.
cli-practice-scenario = Switch on a trouble by its name. May be given several times.
cli-practice-virtual-clock = Let the server’s clock stand still until its admin address moves it. For tests.
cli-practice-tls = Serve over TLS with an authority of its own, and print its certificate. For tests.
cli-practice-list = Show the troubles and what they do.
cli-practice-ready = The practice server is ready. Open { $console } in your browser; Ctrl+C stops it, and nothing is lost.
cli-practice-ca = Everything is encrypted. Clients have to trust the certificate in { $path }, which is:

cli-ask = Write the message that asks somebody else to do a task of the set-up.
cli-ask-task = The task, such as points, scope, published, visible, allow-list, hosts or create-app.
cli-ask-who = Whom to ask. Without it, whoever’s turn it is.
cli-ask-noted = Also note that they were asked, from now on.
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

cli-token = Ask { -dingtalk } for an { -access-pass } and say how long it is good for. The pass itself is never shown.
cli-token-good-for = { -dingtalk } accepts the keys. The { -access-pass } is good for { $minutes } minutes.

cli-permission = Find out which permissions are needed.
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

cli-message = Send messages.
cli-message-send = Send a text to a group through its robot. It is sent as it is, never by itself a second time after a time-out.
cli-message-text = The text of the message.

cli-from-stdin = Read { $option } from standard input instead.
cli-arguments-seen = What is given as an argument can be seen by other programs of this computer; what comes through standard input cannot. A single value takes all of the input, several a line each, in the order of the command line.

cli-listen = Print events as { -dingtalk } tells them, one a line, until Ctrl+C. No event is lost; after a crash one may be printed a second time, with the same eventId. Another program that listens with the same app gets some of the events instead.
cli-listen-count = Stop after so many events.
cli-listen-connecting = Connecting …
cli-listen-live = Connected. Events are printed as they come; Ctrl+C stops.
cli-listen-waiting = { $what } Trying again in { $seconds } s.

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

cli-whose-turn = Whose turn: { $who }
cli-server-words = { -dingtalk }’s own words: { $code } { $message }

cli-problem-wrong-use = The command could not be understood: { $detail }
    .fix = Run “hoitung-cli --help”, or --help after the command, to see what it takes.
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
