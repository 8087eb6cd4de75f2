# The practice console: the pages in the browser on which a newcomer rehearses what DingTalk's own console will ask.
# Words that DingTalk prints stand in the program, in Simplified Chinese; practice-label-* is the reader's word beside each.

## The frame

practice-title = Practice console
practice-band = Practice console 練習用開發者後台 – this is not { -dingtalk }.
practice-band-why = Everything here stays on this computer. Nobody at { -dingtalk } sees it.
practice-skip = Skip to the page
practice-menu = Menu
practice-menu-company = In the company
practice-menu-practice = Practice
practice-language = Language
practice-footer = The company, the people and the addresses on these pages are invented. The Chinese words are those printed in { -dingtalk }’s own console, so that you will recognise them there.
practice-copied = Copied

## DingTalk's labels, in the reader's words

practice-label-home = Home
practice-label-console = Developer console
practice-label-apps = App development
practice-label-internal-apps = Apps for your own company
practice-label-create-app = Create an app
practice-label-basics = Basics
practice-label-credentials = Keys and basic details
practice-label-abilities = What the app can be
practice-label-robot = Robot
practice-label-configuration = Development settings
practice-label-permissions = Permissions
practice-label-security = Security settings
practice-label-release = Release
practice-label-versions = Versions and release
practice-label-admin-console = Administrator’s desk
practice-label-groups = Groups
practice-label-work-notices = Work notices
practice-label-app-name = App name
practice-label-app-description = App description
practice-label-save = Save
practice-label-show = Show
practice-label-hide = Hide
practice-label-copy = Copy
practice-label-reset-secret = Reset
practice-label-open-now = Turn on now
practice-label-ask = Apply
practice-label-scope = Contact scope
practice-label-redirect = Redirect address
practice-label-exit-address = Server address
practice-label-events = Event subscription
practice-label-stream-push = Stream mode
practice-label-http-push = Push to an address
practice-label-verify-channel = I have connected – check the channel
practice-label-create-version = Create a new version
practice-label-version-number = Version number
practice-label-version-description = Version description
practice-label-visible-range = Who can see the app
practice-label-publish = Publish now
practice-label-live-version = In use
practice-label-release-rules = Which releases need your yes
practice-label-add-robot = Add a robot
practice-label-robot-name = Robot name
practice-label-signature = Signature
practice-label-keywords = Keywords
practice-label-addresses = Address list

## Home

practice-home-why = A safe copy of the place where companies connect their programs to { -dingtalk }. Press anything: it can always be put right.
practice-home-way = Your way to the first message
practice-home-done = All done: a message has arrived
practice-home-helper = At the real { -dingtalk } this page is open-dev.dingtalk.com. The CorpId stands at the top right there too.
practice-trouble-reminder = A trouble is switched on, so some calls are refused on purpose.
practice-trouble-go = Look at the troubles
practice-step-done = Done
practice-step-open = Not yet
practice-step-register = Register as a developer
practice-step-register-why = It lets you in where apps are made.
practice-step-register-go = Register
practice-step-app = Create an app and copy its keys
practice-step-app-why = The app is the door; its keys let your program through.
practice-step-app-go = Create the app
practice-step-permissions = Turn on the permissions that { -hoitung } lists
practice-step-permissions-why = They say what the app may do. Messages to a group need none.
practice-step-permissions-go = Choose permissions
practice-step-addresses = Put your address on the { -allow-list }
practice-step-addresses-why = { -dingtalk } answers only to addresses it has been told about.
practice-step-addresses-go = Enter the address
practice-step-version = Publish a version
practice-step-version-why = Until then the app works for you alone.
practice-step-version-go = Publish
practice-step-robot = Add a robot to the finance group
practice-step-robot-why = The robot posts in the group what your program sends it.
practice-step-robot-go = Open the group
practice-step-message = See the first message arrive
practice-step-message-why = Send it from { -hoitung } and watch it appear here.
practice-step-message-go = Watch the group

## Registering

practice-register = Register as a developer
practice-register-why = One person in the company makes and looks after the apps. Here that is you.
practice-register-name = Your name
practice-register-name-hint = Any name will do. It stays on this computer.
practice-register-email = Company e-mail
practice-register-do = Register
practice-register-already = You are registered. You can change your details here.
practice-register-real = At the real { -dingtalk }, an administrator gives you this right first. Without it you are shown a form to ask for it.

## Apps

practice-apps-why = Each program that talks to { -dingtalk } is an app here. You need one.
practice-apps-none = No app yet. Make the first one: it takes two short lines.
practice-app-published = Published
practice-app-not-published = Not published yet
practice-app-new-why = Two lines are enough, and both can be plain.
practice-app-name-hint = At least 2 characters, for example “Finance messages”.
practice-app-description-hint = At least 4 characters: say what it is for, so that a colleague understands.

## Keys

practice-credentials-why = These lines are what { -hoitung } asks for. Copy them one by one, or select the whole page and copy it at once.
practice-quota = Used this month
practice-quota-calls = Calls: { $count } of { $limit }.
practice-quota-calls-unlimited = Calls: { $count }. No limit is set.
practice-quota-messages = Messages through webhooks and Stream: { $count } of { $limit }.
practice-quota-messages-unlimited = Messages through webhooks and Stream: { $count }. No limit is set.
practice-quota-why = All apps of the company share these, and they start again on the 1st of each month, China time. Signing in and reading contacts do not count.
practice-credentials-helper = The quick way: press “Show” at the secret, then Ctrl+A and Ctrl+C, and paste the whole page in { -hoitung }.
practice-key-corp-id = Says which company you are. Not a secret.
practice-key-client-id = Says which app is calling, like a user name.
practice-key-client-secret = The password of the app. Never send it by e-mail or chat.
practice-key-agent-id = Needed for work notices. Digits only.
practice-key-unified-app-id = The newer number for the same app. Nothing asks for it yet.
practice-key-robot-code = The name of the app’s own robot. It is the same as the app’s number.
practice-secret-reset-open = The secret has become known to somebody?
practice-secret-reset-why = A reset makes a new secret and refuses the old one from that moment. Give the new one to { -hoitung } straight away.
practice-app-robot-why = The app’s own robot writes to single people. It needs a permission and nothing else here.
practice-app-robot-group = Looking for the robot in a group?
practice-app-robot-group-why = A group’s robot is added inside the group, not in the app. It has an address of its own and needs no permission.
practice-app-robot-group-go = Go to the finance group

## Permissions

practice-permissions-why = What the app may do. Ask for as little as you need: { -hoitung } lists it for you.
practice-permissions-search = Look for a permission by its code or Chinese name
practice-permissions-search-do = Search
practice-permissions-none-found = No permission is called that. Paste the code exactly as { -hoitung } shows it.
practice-permissions-waiting = Something here waits for the administrator or for a new version. In this rehearsal you play the administrator too.
practice-permissions-waiting-go = Go to the administrator’s desk
practice-point-active = Works
practice-point-waits-administrator = Waits for the administrator
practice-point-waits-version = Works after the next version
practice-point-withdraw = Withdraw
practice-point-base = Basic calls, among them work notices. Every app has it.
practice-point-get-member = Read the details of one colleague.
practice-point-get-department-member = List the colleagues of a department.
practice-point-get-department-list = Read the list of departments.
practice-point-get-member-by-mobile = Find a colleague by mobile number.
practice-point-manage-addresslist = Add, change and remove colleagues and departments. An administrator must agree.
practice-point-addresslist-search = Search the staff list.
practice-point-field-mobile = See mobile numbers. An administrator must agree.
practice-point-field-email = See e-mail addresses and other details. An administrator must agree.
practice-point-liveness-base = Read figures on how actively { -dingtalk } is used.
practice-point-robot-sendmsg = Let the app’s own robot write to people.
practice-point-chat-manage = Create and change groups.
practice-point-chat-read = Read the basic details of groups.
practice-point-contact-user-read = Read the profile of the person who signs in.
practice-point-contact-user-mobile = See the mobile number of the person who signs in.
practice-point-contact-common-read = Read basic staff-list records, such as leavers.
practice-point-contact-org-read = Read the basic details of the company.
practice-point-org-account = Disable, enable and sign out accounts that the company owns. An administrator must agree.
practice-point-sign-in = Let people sign in to the app with { -dingtalk }. Every app has it.
practice-point-attendance = Read attendance records.
practice-point-hrm-read = Read personnel files. An administrator must agree.
practice-point-workflow-read = Read approval forms that were filed.
practice-point-todo-write = Create and change to-do items.
practice-point-calendar-read = Read calendar entries.
practice-scope-why = Whose records the app may touch at all. A permission without the right scope still finds nobody.
practice-range-everyone = Everyone in the company
practice-range-only-me = Only me
practice-range-part = Some departments
practice-range-departments = Departments

## The administrator's desk

practice-desk-why = What developers ask for is agreed to here. In a real company this is a colleague; in practice it is you.
practice-desk-none = Nothing waits for the administrator.
practice-desk-helper = At the real { -dingtalk }, nobody tells the administrator that something waits. Send them a message yourself.
practice-desk-asks = { $app } asks for
practice-desk-releases = { $app } wants to publish version
practice-desk-grant = Agree
practice-desk-approve = Approve
practice-desk-reject = Turn down
practice-desk-reason = Reason, for the developer
practice-rule-permissions = Only those that make a sensitive permission work
practice-rule-wider-range = Also those that show the app to more people
practice-rule-always = Every release

## Security settings

practice-security-why = { -dingtalk } answers the app’s calls only when they come from an address on this list.
practice-addresses-empty = Empty: every call is refused
practice-addresses-set = Saved
practice-addresses-why = Enter the public address of the place where the program runs. { -hoitung } shows you the address that { -dingtalk } saw.
practice-addresses-hint = Several addresses: put a comma between them. For example 203.0.113.10, or 203.0.113.* for a whole row.
practice-redirects-why = After signing in with { -dingtalk }, people are only sent back to an address on this list.
practice-redirects-hint = One address a line. For practice on this PC, http://127.0.0.1/callback or http://localhost/callback will do.
practice-redirects-save = Save the addresses to return to
practice-addresses-helper = The address of your own PC, such as 192.168.1.20, does not help. { -dingtalk } sees the address of the office line.

## Versions

practice-versions-why = A change becomes real for colleagues when a version with it is published.
practice-versions-none = No version yet. Fill in the form below and save it.
practice-versions-helper = A new app is visible to its developers alone. Choose everyone, or the departments that need it.
practice-version-draft = Saved, not published
practice-version-submitted = Waits for the administrator
practice-version-rejected = Turned down
practice-version-reason = The administrator says: { $reason }
practice-version-earlier = Earlier version
practice-version-released-at = Published { $time }
practice-version-number-hint = Three numbers with dots, from 1.0.0 up.
practice-version-description-hint = What is new, in a few words. May stay empty.

## The group and its robots

practice-groups-why = The groups in which your colleagues talk.
practice-group-name = Finance 財務部
practice-group-closed = The finance group is not open yet. Open it so that a robot can join.
practice-group-open = Open the group
practice-group-is-open = Open
practice-group-count =
    Messages so far: { $count }
practice-group-why = A practice group. What your program sends to the robot’s address appears here.
practice-group-messages = Messages
practice-group-live = This page looks for new messages every two seconds.
practice-group-no-robot = Quiet in here. Add a robot first: it gives you the address to send to.
practice-group-silent = The robot is listening. Send the first message from { -hoitung }.
practice-message-everyone = Everyone was mentioned
practice-robots-none = No robot in this group yet.
practice-robot-is-on = On
practice-robot-is-off = Off
practice-robot-new-why = A robot posts in this group what it is sent. Choose how it tells your messages from a stranger’s.
practice-robot-first-name = Finance robot
practice-robot-security-why = Choose at least one. A message must satisfy every kind you tick.
practice-robot-signature-hint = Each message carries a seal made with a secret. The safest choice.
practice-robot-keywords-hint = A message must contain one of your words. Up to ten.
practice-robot-addresses-hint = Only calls from these addresses are taken.
practice-robot-keywords-field = Words, with a comma between them
practice-robot-addresses-field = Addresses, with a comma between them
practice-robot-why = Copy these lines into { -hoitung }. Whoever holds them can post in the group.
practice-robot-webhook-hint = The address to send messages to. Keep it secret.
practice-robot-secret-hint = The secret of the signature. It begins with SEC.
practice-robot-back = Back to the group
practice-robot-more = Switch off, or make new keys
practice-robot-more-why = New keys refuse the old ones from that moment. A robot that is off takes no messages.
practice-robot-new-keys = Make new keys
practice-robot-turn-off = Switch the robot off
practice-robot-turn-on = Switch the robot on

## Work notices

practice-notices-why = What an app tells single colleagues. They read it on the phone, under this name.
practice-notices-received = Notices sent
practice-notices-none = No notice has been sent yet.
practice-notice-to = Reached: { $names }
practice-notice-nobody = This notice reached nobody, though the call was answered with success. { -dingtalk } does the same.
practice-notice-not-visible = Not reached, because the app is not visible to them: { $names }
practice-notice-forbidden = Some people were left out: the same text goes to a person once a day only.

## Trouble

practice-trouble = Practise with trouble
practice-trouble-why = Switch on what goes wrong in real life, see what { -hoitung } says, and find the way out.
practice-trouble-is-on = On
practice-trouble-on = Switch on
practice-trouble-off = Switch off
practice-trouble-wrong-key = A wrong key
practice-trouble-expired-token = The access pass ends early
practice-trouble-missing-permission = Permissions are gone
practice-trouble-ip-refused = The office address changed
practice-trouble-throttled = Too many calls
practice-trouble-unreachable = The line is cut
practice-trouble-slow = A slow line
practice-trouble-clock-offset = The clock is wrong
practice-scenario-wrong-key = Somebody reset the Client Secret in the console. Every key is refused until this is switched off.
practice-scenario-expired-token = { -dingtalk } ends each access pass early. One call works, and the next is refused until the program fetches a new pass.
practice-scenario-missing-permission = An administrator took the app’s permissions away. Each call is refused and names the permission it needs.
practice-scenario-ip-refused = The office line got a new public address, 198.51.100.77. Calls are refused until that address is on the allow list.
practice-scenario-throttled = The app called too often. Calls and group messages are refused until this is switched off.
practice-scenario-unreachable = Something between the office and { -dingtalk } cuts every connection. No answer comes back.
practice-scenario-slow = The network is very slow. Each answer takes 20 seconds.
practice-scenario-clock-offset = The clock of this computer is 61 minutes behind { -dingtalk }’s. Signed group messages are refused.
practice-public-address-title = The address that { -dingtalk } sees
practice-public-address-why = Calls on this computer have no public address, so the practice server pretends one. Change it as an internet provider would.
practice-public-address = Pretended public address
practice-public-address-hint = For example 203.0.113.10.
practice-public-address-do = Change the address

## What was done

practice-done-registered = You are registered. Now create your first app.
practice-done-app = The app is made, and these are its keys. Copy them into { -hoitung }.
practice-done-secret = There is a new secret, and the old one is refused now.
practice-done-point = The permission is on.
practice-done-point-asked = Asked for. It still needs the administrator, and then a new version.
practice-done-point-withdrawn = The permission is withdrawn.
practice-done-scope = The contact scope is saved.
practice-done-addresses = The list is saved and works at once.
practice-done-events = The channel works and is saved. Now choose what to be told of.
practice-done-event-types = Your choice is saved.
practice-done-event = The test event is on its way. Look at the list below.
practice-done-redirects = The addresses to return to are saved.
practice-done-version = The version is saved. It still has to be published.
practice-done-published = The version is published.
practice-done-submitted = The version is handed in. The administrator must approve it, because a sensitive permission depends on it.
practice-done-granted = Agreed. A sensitive permission works after the next version is published.
practice-done-approved = Approved. The version is published, and its permissions work now.
practice-done-rejected = Turned down. The developer can hand the version in again.
practice-done-rule = The rule is saved.
practice-done-group = The group is open. Add a robot to it.
practice-done-robot = The robot has joined the group. Copy its address and secret into { -hoitung }.
practice-done-robot-security = The robot’s security is saved.
practice-done-robot-keys = The robot has new keys, and the old ones are refused now.
practice-done-robot-on = The robot is on.
practice-done-robot-off = The robot is off.
practice-done-trouble-on = The trouble is on. Go to { -hoitung } and see what it says.
practice-done-trouble-off = The trouble is off. Everything is answered as before.
practice-done-public-address = The pretended address is changed.

## Events

practice-events-why = { -dingtalk } tells your program when something changes, for example when a colleague joins.
practice-events-way = How should events arrive?
practice-events-stream-hint = Recommended: the program opens the line itself, so nothing needs to be reachable from outside. Connected now: { $count }.
practice-events-http-hint = { -dingtalk } calls an address of yours. In practice it has to be on this computer.
practice-events-url = Address for pushes
practice-events-url-hint = Only for pushes, for example http://127.0.0.1:9000/events
practice-events-token = Token for the signature
practice-events-token-hint = Only for pushes: 3 to 32 letters and digits. Your program needs the same.
practice-events-key = Key for the encryption
practice-events-key-hint = Only for pushes: 43 letters and digits. Your program needs the same.
practice-events-proved = The channel works
practice-events-not-proved = Not connected yet
practice-events-types = What should your program be told of?
practice-events-test = Raise a test event
practice-events-test-why = Press one: the event goes out at once, with invented contents.
practice-event-user-add-org = A colleague joined
practice-event-user-modify-org = A colleague’s details changed
practice-event-user-leave-org = A colleague left
practice-event-user-active-org = A colleague signed in for the first time
practice-event-org-admin-add = Somebody became an administrator
practice-event-org-admin-remove = Somebody is no longer an administrator
practice-event-org-dept-create = A department was added
practice-event-org-dept-modify = A department changed
practice-event-org-dept-remove = A department was removed
practice-event-org-change = The company’s details changed
practice-event-label-user-change = A colleague’s role changed
practice-event-bpms-instance-change = An approval started or ended
practice-event-bpms-task-change = An approval step was done
practice-event-attendance-check-record = Somebody clocked in or out
practice-event-chat-update-title = A group was renamed
practice-event-robot-msg-recall = A robot’s message was taken back
practice-events-deliveries = What was sent lately
practice-events-none = Nothing was sent yet.
practice-delivery-waiting = On its way
practice-delivery-delivered = Arrived
practice-delivery-failed = Given up
practice-delivery-tries = { $way }, { $time }, tries: { $count }

## What was refused

practice-refused-not-saved = This could not be written to the disk, so nothing was changed. Make room on the disk and press again.
practice-refused-not-registered = Register as a developer first. After that you can create an app.
practice-refused-no-such-app = That app does not exist. Choose one from the list of apps.
practice-refused-no-such-point = That permission is not in the list any more. Open the page again.
practice-refused-no-such-robot = That group or robot does not exist. Open the group again.
practice-refused-name-too-short = The name needs at least 2 characters.
practice-refused-description-too-short = The description needs at least 4 characters.
practice-refused-name-empty = A name is needed.
practice-refused-email = That is not an e-mail address. It should look like name@your-company.com.
practice-refused-address = One of these is not an address. Four numbers from 0 to 255 with dots are needed, such as 203.0.113.10.
practice-refused-address-blocks = 0.0.0.0 means “nobody”: { -dingtalk } would refuse every call. Enter the real address of your office line.
practice-refused-address-list = The list holds at most 50 addresses. Use a row such as 203.0.113.* instead.
practice-refused-redirect = That is not a web address. It begins with http:// or https://, for example http://127.0.0.1/callback.
practice-refused-version-number = Three numbers with dots are needed, from 1.0.0 up, each at most 99.
practice-refused-version-not-higher = The number must be higher than that of the last version.
practice-refused-version-not-ready = That version cannot be changed in this way any more. Open the page again to see how it stands.
practice-refused-range-empty = Tick at least one department, or choose everyone.
practice-refused-security-empty = Choose at least one kind of security. Without it anybody could post in the group.
practice-refused-keywords = Enter one to ten words, with a comma between them.
practice-refused-event-token = The token needs 3 to 32 letters and digits.
practice-refused-event-key = The key needs exactly 43 letters and digits.
practice-refused-event-address = Practice calls only this computer. The address has to begin with http://127.0.0.1 or http://localhost.
practice-refused-event-no-stream = No program of this app is connected. Start it first, then press again.
practice-why-no-connection = No program of this app was connected.
practice-why-ack-late = The program did not confirm in time.
practice-why-said-later = The program said: later.
practice-why-ack-code = The program confirmed with code { $code }.
practice-why-keys = The token or the key of the subscription cannot be used.
practice-why-unreachable = Nobody answered at that address.
practice-why-late = No answer came within 2.5 seconds.
practice-why-status = The answer had status { $status } instead of 200.
practice-why-malformed = The answer is not in the agreed form.
practice-why-signature = The signature of the answer is wrong. Compare the token.
practice-why-undecryptable = The answer cannot be decrypted. Compare the key.
practice-why-owner = The answer was encrypted for another owner. It should be the Client ID.
practice-why-not-success = The decrypted answer is not the word “success”.
practice-why-number = { $why } { -dingtalk } calls this { $number }.
practice-not-done = That was not done
practice-missing = There is nothing at this address
practice-missing-why = The page or the app is not here. Perhaps the practice was started over.
practice-missing-go = Go to the first page

## Signing in on the pretend DingTalk
practice-login-heading = Practice sign-in
practice-login-title = “{ $app }” asks you to sign in
practice-login-why = On the real page you would show who you are with your phone. Here you choose a person of the demo company.
practice-login-who = You are
practice-login-gives = The app learns your name, your picture and, if it has the permission, your mobile number.
practice-login-gives-company = The app learns your name, your picture, which company you belong to and, if it has the permission, your mobile number.
practice-login-agree = Agree and go on
practice-login-refuse = Refuse
practice-login-real = This is a practice page of { -hoitung }. Nothing leaves this PC.
practice-login-elsewhere = Practice { -dingtalk } has only the sign-in page /oauth2/auth here.
practice-login-refused = The sign-in cannot go on
practice-login-no-app = No app has this Client ID. Compare it with the one on the app’s page of keys.
practice-login-redirect = This address to return to is not on the app’s list. Add it in the console, under Security Settings.
practice-login-response-type = The address of this page must say response_type=code.
practice-login-scope = The scope must be “openid” or “openid corpid”.
practice-login-prompt = The address of this page must say prompt=consent.
practice-login-needs-corpid = To choose a company, the scope must be “openid corpid”.
practice-login-other-company = You do not belong to the company that the app asks for.
