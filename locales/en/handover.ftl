# What is given into other hands.

handover-nameless = (no name yet)
handover-made = Made at { $at } Hong Kong time by { $by }.
handover-made-unnamed = Made at { $at } Hong Kong time.
handover-item-name = { $name } ({ -client-id } { $app })
handover-item-secret = The { -client-secret }
handover-item-robots = Robots: { $names }, with their secrets ({ $count })
handover-item-proofs = Tasks with proof: { $count }
handover-item-permissions = Permissions that were seen: { $count }
handover-item-messages = Messages in the list of what has left: { $count }
handover-item-draft = The message that is being written
handover-item-reminders = Reminders: { $count }
handover-conflict-same-app = This computer has this app already, as “{ $name }”.
handover-conflict-same-name = This computer has another connection called “{ $name }”.

## The sheet for whoever takes over
handover-sheet-title = Hand-over sheet
handover-sheet-made-by = Handed over by
handover-sheet-practice = Made while practising: this is the practice company, not a real one.
handover-sheet-app = The app and where it runs
handover-sheet-ids = These names open nothing by themselves, yet keep the page inside the company. No secret and no { -webhook } is on it.
handover-sheet-region = Edition
handover-region-practice = Practice server
handover-sheet-corp-id = { -corp-id }
handover-sheet-client-id = { -client-id }
handover-sheet-agent-id = { -agent-id }
handover-sheet-kept = Data is kept in
handover-sheet-place = Runs on
handover-sheet-address = Address on the { -allow-list }
handover-sheet-secret = { -client-secret }
handover-sheet-secret-set = set on { $date }
handover-sheet-permissions = Permissions
handover-sheet-for = What for
handover-sheet-state = Last seen
handover-sheet-robots = Group robots
handover-sheet-delivered = · last delivery { $date }
handover-security-signature = signature
handover-security-keyword = keyword
handover-security-address = address
handover-sheet-reminders = Next reminders
handover-sheet-known = What is known, by which call or by whom
handover-sheet-said = said by { $by },
handover-sheet-checked = checked on the computer,
handover-sheet-none = None yet.
handover-sheet-who = Whom to ask
handover-who-admin = { -dingtalk } administrator: permissions, new versions, who sees the app, the { -allow-list }.
handover-who-it = IT: network, proxy, a new public address, the computer it runs on.
handover-who-boss = Your boss: more calls a month, another edition.
handover-sheet-recover = If something goes wrong
handover-recover-pc = The computer is lost: install { -hoitung } elsewhere and open the hand-over file. Its passphrase is on the recovery sheet.
handover-recover-secret = Somebody saw the secret: make a new one in the { -console } and enter it under “Change”, then disable the old one.
handover-recover-address = Calls are refused for their address: put the new address on the { -allow-list }. Never 0.0.0.0, which blocks everything.
handover-sheet-foot = Made by Hoitung on { $made }. It holds no password, no secret and no { -webhook }.

## The paper that belongs to a sealed file
recovery-title = Recovery sheet
recovery-file = File
recovery-made-at = Made at (Hong Kong time)
recovery-what = This paper belongs to a sealed file of { -hoitung }’s. The file holds everything that is needed to go on with these companies on another computer, secrets included.
recovery-inside = What is inside
recovery-passphrase = The passphrase
recovery-passphrase-how = Write it by hand, or write where it is kept. Capitals or small letters make no difference to a passphrase that { -hoitung } offered.
recovery-place = Where the file lies
recovery-how = How to open it
recovery-step-install = Install { -hoitung } on the other computer and start it.
recovery-step-open = On the first page choose “I have a hand-over file”, then the file.
recovery-step-type = Type the passphrase, read what is inside, and take it in.
recovery-step-check = Press “Check now” on Home. The new computer’s address may have to be added to the { -allow-list }.
recovery-mind = Please mind
recovery-mind-apart = Keep this paper apart from the file, in a locked drawer or a safe. Whoever has both can do everything the app can; if one is lost, make new secrets in the { -console }.
recovery-foot = Without the passphrase nobody opens the file, { -hoitung } included. { -hoitung } keeps no copy of it.

## The page of the window
handover-title = Hand over to a colleague, a programmer or a new computer
handover-lead = Pages to print, one sealed file that takes everything along, and files to program with.
handover-pages = Pages for people
handover-pages-why = They open in your browser, which prints them or saves them as PDF. No secret is on them.
handover-languages = Languages on the page
handover-both = Both
handover-chinese = Chinese only
handover-english = English only
handover-sheet-make = Make the hand-over sheet
handover-health-make = Make the health sheet of the last 30 days
handover-page-made = The page is open in your browser. It is kept here:
handover-copy-path = Copy where it lies
handover-file = A sealed file for another computer
handover-file-why = It takes a company along whole: settings, proofs, robots, and the secrets out of this computer’s { -key-store }. Only its passphrase opens it.
handover-file-all = All { $count } companies of this computer
handover-file-look = Show what will be inside
handover-file-holds = The file will hold this, and nothing else:
handover-file-left = What stays here: a secret that waits to be tried, an old one that waits to be disabled, and what only this computer can tell, such as its clock and its way to { -dingtalk }.
handover-file-kind = Hand-over file
handover-file-save = Seal and save
handover-file-made = The sealed file is written. It lies here:
handover-file-apart = Send or carry the file, and tell the passphrase in another way: on paper, or by telephone.
handover-recovery-print = Print its recovery sheet
handover-done = Done
handover-cancel = Cancel
handover-offer-why = Without the passphrase nobody opens the file, { -hoitung } included. { -hoitung } can offer one that is easy to write down.
handover-offer = Offer a passphrase
handover-offer-copy = Copy the passphrase
handover-passphrase-aside = At least 12 characters, or five words that have nothing to do with each other.
handover-again = The passphrase once more
handover-typed-short = Characters so far: { $length }; at least { $least } are needed.
handover-typed-other = The two are not the same yet.
handover-typed-same = Both are the same. Write it down before you go on.
handover-import = Take in a hand-over file
handover-import-why = For a company that was set up on another computer. What is inside is shown before anything is taken in.
handover-import-begin = I have a hand-over file
handover-picked = File:
handover-pick = Choose the file
handover-pick-other = Choose another file
handover-open = Open it
handover-open-aside = As it stands on the recovery sheet.
handover-found = Made on { $date } by { $by }. It holds:
handover-found-unnamed = Made on { $date }. It holds:
handover-here-same-app = This computer has this app already, as “{ $name }”.
handover-here-same-name = This computer has another company called “{ $name }”.
handover-way = What shall be done?
handover-way-beside = Add it beside, under another name
handover-way-replace = Replace what is here
handover-way-replace-why = What is here goes, with its secrets.
handover-way-leave = Leave it in the file
handover-take = Take it in
handover-taken = { $names }: taken in. Secrets in the { -key-store }, read back: { $count }.
handover-and = { ", " }
handover-has-app = The app { $app }
handover-has-secret = Its { -client-secret }
handover-has-robots = { $count ->
        [one] Robots: { $names }, with one secret
       *[other] Robots: { $names }, with { $count } secrets
    }
handover-has-proofs = { $count ->
        [one] One task with proof
       *[other] { $count } tasks with proof
    }
handover-has-permissions = { $count ->
        [one] One permission that was seen
       *[other] { $count } permissions that were seen
    }
handover-has-messages = { $count ->
        [one] One message in the list of what has left
       *[other] { $count } messages in the list of what has left
    }
handover-has-draft = The message that is being written
handover-has-reminders = { $count ->
        [one] One reminder
       *[other] { $count } reminders
    }
handover-starter = Files for a programmer
handover-starter-why = Everything is filled in but the secrets, which are placeholders.
handover-starter-postman = A collection for Postman
handover-starter-programs = A program in Python and one in Node: get a token, read, send to a group
handover-starter-env = A template for .env, and a page that explains all of it
handover-starter-save = Save into a folder
handover-starter-made = The files are written. They lie here:
handover-again-aside = A slip of the finger would lock the file for ever.
