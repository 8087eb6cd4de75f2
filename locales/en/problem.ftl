# One message for each cause in crates/engine/src/problem.rs: what happened, and `.fix`, the way out.
# At most two sentences each. Variables are named in the doc comments there.

## What was typed

problem-company-name-empty = The company has no name yet.
    .fix = Type the name your colleagues will recognise it by.
problem-email-empty = The company e-mail is missing.
    .fix = Type the e-mail address you use at work.
problem-email-malformed = This does not read like an e-mail address.
    .fix = It should look like name@your-company.com. Check for a missing @ or a stray space.
problem-email-free-mail = { $domain } is a personal mail service, so the address does not show which company it belongs to.
    .fix = Use the address your company gave you. If it has none, ask IT which address stands for the company.
problem-choice-missing = One of the choices here has not been made yet.
    .fix = Choose one answer for each question. You can come back and change it.
problem-key-empty = This box is empty.
    .fix = Copy the value from the { -console } and paste it here.
problem-key-control-characters = There are invisible characters in this value, such as a line break in the middle.
    .fix = Empty the box and copy the value again with the copy button in the { -console }.
problem-keys-swapped = This looks like { $other ->
        [corp-id] the { -corp-id }
        [client-id] the { -client-id }
        [client-secret] the { -client-secret }
        [agent-id] the { -agent-id }
        [webhook] the { -webhook }
        [robot-secret] the { -robot-secret }
       *[other] a value for another box
    }, in the wrong box.
    .fix = Move it to its own box and copy the right value for this one.
problem-paste-nothing-found = None of the four keys was found in what you pasted.
    .fix = Open “凭证与基础信息” in the { -console }, select the whole page, copy, and paste again. You can also fill in the boxes one by one.
problem-paste-too-long = What you pasted is far longer than one console page.
    .fix = Copy only the page “凭证与基础信息” and paste again.
problem-webhook-malformed = This is not a complete web address.
    .fix = Copy the { -webhook } again from the robot’s settings in the group. It begins with https://
problem-webhook-foreign = This address belongs to { $host }, not to { -dingtalk }.
    .fix = Copy the { -webhook } from the robot’s settings in your { -dingtalk } group. For safety, nothing was sent.
problem-webhook-real = This is a real { -dingtalk } group’s address, and you are practising.
    .fix = Copy the { -webhook } from the practice console, or connect your company first. Nothing was sent to the real group.
problem-webhook-practice = This is the practice server’s address, and this is your real company.
    .fix = Copy the { -webhook } from the robot’s settings in your own { -dingtalk } group.
problem-webhook-token-missing = The address ends too early: the part after “access_token=” is missing.
    .fix = Copy the whole { -webhook } again with the copy button in the robot’s settings.
problem-message-empty = The message has no words in it.
    .fix = Write what the group should read.
problem-message-too-long = The message takes { $bytes } bytes; at most { $limit } can be sent.
    .fix = Shorten it. One Chinese character takes about three bytes.
problem-message-title-missing = A message with headings needs a title.
    .fix = Write in one line what it is about. Phones show it before the message is opened.
problem-message-link-unsafe = The link “{ $link }” would run something instead of opening a page.
    .fix = Use an address that begins with https://
problem-message-holds-secret = The message holds { $what ->
        [client-secret] the saved { -client-secret }
        [webhook] a saved { -webhook }
       *[robot-secret] a saved { -robot-secret }
    }, so it was neither sent nor kept.
    .fix = Take it out. If anybody else has seen it, make a new one in { -dingtalk }.
problem-mention-malformed = “{ $value }” is no mobile number.
    .fix = Write numbers as { -dingtalk } has them, such as +852-91234567, with commas between. User IDs have their own box.
problem-address-malformed = This is not an internet address that { -dingtalk } can allow.
    .fix = Type four numbers from 0 to 255 with dots between them, such as 203.0.113.10. Office-internal addresses and 0.0.0.0 do not work.
problem-proxy-address-malformed = A proxy’s address is a name and a port number.
    .fix = Type it as IT gave it, such as proxy.office:8080. A user name and password have their own boxes below.
problem-purpose-missing = Nothing has been chosen yet.
    .fix = Tick at least one thing you want to do with { -dingtalk }.
problem-recipient-missing = Nobody has been chosen to receive the message.
    .fix = Choose one person from the staff list.
problem-robot-missing = There is no { -robot } by this name yet.
    .fix = Add one with its { -webhook } first.

## This machine

problem-vault-absent = This computer offers no { -key-store } to lock the keys in, so nothing was saved.
    .fix = Ask IT to switch on the system’s credential store, then start { -hoitung } again. It never writes a secret into a plain file instead.
problem-vault-locked = The { -key-store } on this computer is locked.
    .fix = If a window asks for its password, type it there; if none does, sign in to the computer again. Then try once more.
problem-vault-read-back = The secret was put into the { -key-store }, but something else came back out.
    .fix = Try once more. What worked before was kept.
problem-vault-failed = The { -key-store } on this computer did not answer as it should.
    .fix = Restart the computer and try again. If it stays so, ask IT to check the system’s credential store.
problem-secret-too-long = { $length ->
        [unknown] This value is longer than the { -key-store } can take.
       *[other] This value is { $length } characters long; the { -key-store } takes { $limit } at most.
    }
    .fix = Copy the secret alone, without the rest of the page.
problem-secret-missing = The secret is no longer in the { -key-store }.
    .fix = Copy it from the { -console } and paste it again. Everything else is still here.
problem-old-secret-waiting = The secret before this one is still kept, because nobody has said that it was disabled.
    .fix = Disable it in the console, say so on the page “Change”, then start again.
problem-secret-unchanged = This is the secret that is in use already.
    .fix = Make a new one in the console, copy that one, and paste it here.
problem-disk-full = The disk is full, so the change could not be saved.
    .fix = Free some space and try again. What was saved before is untouched.
problem-disk-read-only = This computer does not let { -hoitung } write to its folder.
    .fix = Ask IT to give you the right to write there, and to check that the disk is not locked.
problem-store-unusable = { -hoitung }’s file of settings cannot be read or written.
    .fix = Close other copies of { -hoitung } and start it again. If it stays so, ask IT to check the folder’s permissions and the disk.
problem-store-newer = The settings on this computer were written by a newer { -hoitung }.
    .fix = Install the newer version. Nothing was changed.
problem-store-damaged = { -hoitung }’s file of settings is damaged.
    .fix = Close every window of { -hoitung } and start it again. It keeps the damaged file aside and saves what can be read.
problem-store-busy = Another program has held { -hoitung }’s file of settings for too long.
    .fix = Wait until a back-up or an antivirus scan has finished, then try again. Nothing was changed.
problem-others-running = Another { -hoitung } is open on the same folder.
    .fix = Close its windows and stop its programs, then try again. Nothing was removed.
problem-secret-changed = The secret in the { -key-store } is not the one that { -hoitung } saved there.
    .fix = Copy it from the { -console } and paste it again. Another computer or program may have replaced it.
problem-home-unusable = { -hoitung }’s folder cannot be created or opened.
    .fix = Check that you may write to it, or choose another with HOITUNG_HOME.
problem-date-malformed = This is no date from today on, within ten years.
    .fix = Write it as year, month and day, for example 2027-02-22.
problem-reminder-gone = This reminder is not there any more.
    .fix = Look at the list as it now is. It may have been taken away in another window.
problem-autostart-unset = This computer did not let { -hoitung } change what starts when you sign in.
    .fix = Your office may have locked this. Ask IT, or start { -hoitung } by yourself.
problem-practice-port-taken = Another program is using the port that the practice server needs on this computer.
    .fix = Close that program, or let { -hoitung } choose a free port by itself.
problem-practice-not-running = The practice server is not running.
    .fix = Start { -hoitung } in practice mode, or run “hoitung-cli practice”, and try again.
problem-practice-state-unusable = The practice world at { $path } cannot be read or written.
    .fix = Close other practice servers first. If it stays so, delete that folder: practising starts afresh and no real data is lost.
problem-clipboard-unusable = There is no text on the clipboard that can be read.
    .fix = Copy again, or paste into the box with Ctrl+V.
problem-random-missing = This computer gives no random numbers, and without them nothing can be sealed.
    .fix = Restart the computer. If it stays so, ask your IT colleague.
problem-mail-unopened = No e-mail program could be opened.
    .fix = Copy the message instead and paste it where you write; or choose a default e-mail program in the system’s settings.

problem-browser-unopened = The page could not be opened in your browser.
    .fix = Choose a default browser in the system’s settings, then try again.

## The way to DingTalk

problem-unreachable = { $host ->
        [practice] The practice server on this PC could not be reached.
       *[other] { $host } could not be reached.
    }
    .fix = { $host ->
        [practice] Close { -hoitung } and start it again; nothing is lost
       *[other] Check that other websites open. If they do, ask IT to allow { $host }
    }.
problem-name-unknown = The network does not know the name { $host }.
    .fix = Check that you are online. If you are, ask IT to look at the office’s name service (DNS).
problem-timed-out = { $host ->
        [practice] The practice server on this PC gave no answer within { $seconds } seconds.
       *[other] { $seconds ->
            [unknown] { $host } gave no answer in time.
           *[other] { $host } gave no answer within { $seconds } seconds.
        }
    }
    .fix = Try again in a minute. { $host ->
        [practice] If it happens often, close { -hoitung } and start it again
       *[other] If it happens often, ask IT whether the office network slows { $host } down
    }.
problem-certificate-refused = Nothing was sent, because { $fault ->
        [expired] the certificate of { $host } has run out
        [not-yet-valid] the certificate of { $host } is not valid yet by this computer’s date
        [wrong-name] the certificate shown for { $host } belongs to another name
        [unknown-issuer] { $issuer ->
            [unknown] the certificate of { $host } is signed by nobody this computer trusts
           *[other] the certificate of { $host } is signed by “{ $issuer }”, whom this computer does not trust
        }
        [revoked] the certificate of { $host } was withdrawn
       *[other] the connection to { $host } is not trusted by this computer
    }.
    .fix = { $fault ->
        [expired] Check the computer’s date and time first, and switch on automatic time. If they are right, ask IT
        [not-yet-valid] Check the computer’s date and time first, and switch on automatic time. If they are right, ask IT
       *[other] Ask IT whether the office inspects encrypted traffic. If so, IT should install the office’s certificate on this computer
    }.
problem-proxy-sign-in = The office proxy wants a user name and password before it lets anything through to { $host }.
    .fix = Ask IT for the proxy’s user name and password, or to let { $host } through without them.
problem-proxy-refused = The office proxy did not let { -hoitung } through to { $host }.
    .fix = Ask IT to allow { $host } on the proxy for this computer.
problem-proxy-unreachable = The proxy { $proxy } does not answer, so { $host } could not be reached.
    .fix = Look at the proxy’s address on the page “Network”. If it is right, ask IT whether the proxy runs.
problem-proxy-password-missing = The proxy’s password is missing.
    .fix = Type it on the page “Network”. If it was saved before, unlock the { -key-store } first.
problem-proxy-unsupported = The system names a kind of proxy that { -hoitung } cannot use.
    .fix = Ask IT for the address of an HTTP proxy, and set it on the page “Network”.
problem-proxy-unresolved = The system did not tell which proxy to use.
    .fix = Ask IT whether the automatic proxy script works, or for a proxy’s address to set on the page “Network”.
problem-captive-portal = A sign-in page of the network answered instead of { $host }.
    .fix = Open any website, sign in to the network there, and try again.
problem-answer-unreadable = { $host ->
        [practice] The practice server on this PC answered with something unreadable.
       *[other] { $host } answered with something that is not from { -dingtalk }.
    }
    .fix = Try again. If it stays so, ask IT whether a filter changes the traffic.

## DingTalk's answers

problem-credentials-refused = { -dingtalk } does not accept this { -client-id } and { -client-secret } together.
    .fix = Copy both again from the same app’s page “凭证与基础信息” (credentials and basic information). Check that the region, .com or .io, is the one where the app was made.
problem-corp-id-refused = { -dingtalk } does not know this { -corp-id } together with the app’s keys.
    .fix = Copy the { -corp-id } again from the top right of the { -console }’s first page. It must be the company that owns the app.
problem-token-refused = { -dingtalk } refused the { -access-pass } it had just issued, twice.
    .fix = Wait a minute and try again. If it stays so, copy the { -client-secret } again: somebody may have changed it.
problem-permission-missing = The app may not do this yet: { $permissions ->
        [unknown] { -dingtalk } did not say which permission is missing
       *[other] it lacks { $permissions }
    }.
    .fix = Ask the administrator to switch it on under “权限管理” (permissions) in the { -console }. Then check again.
problem-address-refused = { -dingtalk } turned the call away because { $ip ->
        [unknown] the address it came from
       *[other] { $ip }
    } is not on the app’s { -allow-list }.
    .fix = Put this address into “服务器出口IP” (outgoing IP) under “安全设置” (security settings) in the { -console }. Then check again.
problem-contact-scope = { $whom ->
        [person] This person is not among the colleagues whom the app may see.
        [department] This department is not among those that the app may see.
       *[other] The person or department is not among those that the app may see.
    }
    .fix = Ask the administrator to widen the app’s “授权范围” (scope) under “权限管理” (permissions).
problem-throttled = { -dingtalk } asks for a pause: too many calls in a short time.
    .fix = Wait { $seconds } s; nothing needs changing.
problem-quota-used = The company has used up this month’s calls to { -dingtalk }.
    .fix = Buy a larger plan, or wait for the first day of next month.
problem-address-banned = { -dingtalk } has blocked the office’s address for a while because too many calls came from it.
    .fix = Wait { $minutes } min. Ask IT whether another program in the office is calling { -dingtalk } without a break.
problem-agent-id-refused = The { -agent-id } does not belong to this app.
    .fix = Copy the { -agent-id } again from the page where you found the { -client-id }.
problem-app-disabled = The app is switched off or has been removed in { -dingtalk }.
    .fix = Ask the administrator to switch it on again in the { -console }.
problem-busy = { -dingtalk } says it is busy.
    .fix = Try again in a minute.
problem-user-unknown = { -dingtalk } finds nobody with this user ID, number or name in your company.
    .fix = Check the ID. The person may have left, or may not have accepted the invitation yet.
problem-department-unknown = { -dingtalk } finds no department with this number in your company.
    .fix = Read the list of departments again, and use a number that stands in it.
problem-user-disabled = This person’s account has been switched off.
    .fix = Ask the administrator to switch the account on again in the admin console.
problem-already-exists = { $what ->
        [user-id] Somebody in the company has this user ID already.
        [mobile] Somebody in the company has this mobile number already.
        [person] The person with this mobile number is in the company already.
        [email] Somebody in the company has this e-mail address already.
        [telephone] Somebody in the company has this extension number already.
        [department-name] The department above has one of this name already.
        [department-id] A department has this number already.
        [callback] The app has an address for events already.
        [message] This person got the very same message earlier today, and a second one is not delivered.
        [client-token] A request with this mark was sent before.
       *[other] { -dingtalk } has this already, and takes it only once.
    }
    .fix = { $what ->
        [message] Change a word of the message, or wait until tomorrow
        [callback] Change the address that is there instead of adding another one
       *[other] Look up the entry that is there, and change that one or choose another value
    }.
problem-consent-needed = { -dingtalk } has invited this person, who joins the company only by accepting.
    .fix = Ask the person to open { -dingtalk } and accept. Adding the person again only sends another invitation.
problem-mobile-fixed = { -dingtalk } does not let a company change a person’s mobile number.
    .fix = The person can change it in { -dingtalk }. Deleting and adding them again also works, but takes them out of attendance groups and marks them as having left in HR records.
problem-hr-managed = The company keeps positions in { -dingtalk }’s Smart HR, “智能人事”, so they cannot be changed from outside.
    .fix = Ask whoever manages Smart HR to change the position or the department there.
problem-org-account-only = This works only for accounts that belong to the company, and this one belongs to the person.
    .fix = To take away access, remove the person from the company instead.
problem-field-refused = { $name ->
        [name] { -dingtalk } does not accept this name.
        [mobile] { -dingtalk } does not accept this mobile number.
        [email] { -dingtalk } does not accept this e-mail address.
        [mobile-and-email] A person needs a mobile number or an e-mail address.
        [telephone] { -dingtalk } does not accept this extension number.
        [work-place] { -dingtalk } does not accept this place of work.
        [remark] { -dingtalk } does not accept this remark.
        [department-list] { -dingtalk } does not accept this list of departments.
        [extension] { -dingtalk } does not accept one of the company’s own fields.
        [job-number] { -dingtalk } does not accept this staff number.
        [manager] { -dingtalk } does not know this manager.
        [user-id-list] At least one of these people is unknown to { -dingtalk }.
        [department] The person is not in this department.
        [department-name] { -dingtalk } does not accept this name of a department.
        [parent-department] { -dingtalk } does not accept this department as the one above.
        [department-order] { -dingtalk } does not accept this place in the order.
        [visible-list] { -dingtalk } does not accept this list of who may see the department.
        [group-owner] { -dingtalk } does not accept this owner of the department’s group.
        [content] { -dingtalk } holds some of these words to be sensitive.
        [offset] { -dingtalk } does not accept this starting point of a list.
        [page-size] { -dingtalk } does not accept this many entries at once.
        [page-url] The web page’s address is not the one that was signed.
        [js-api-list] { -dingtalk } does not accept this list of functions for the web page.
       *[other] { -dingtalk } does not accept one of the values.
    }
    .fix = { $name ->
        [mobile] Write a number from outside mainland China with its own region code, such as +852-XXXXXXXX
        [department-name] Use 1 to 64 characters, without hyphens or commas
        [extension] Ask the administrator to set up the field in the admin console first
        [content] Change the wording and try again
       *[other] Check how long it is and which characters it holds, then try again
    }.
problem-parameter-refused = { $name ->
        [unknown] { -dingtalk } did not accept one of the values in the request.
       *[other] { -dingtalk } did not accept the value of “{ $name }” in the request.
    }
    .fix = Ask IT, or whoever wrote the program, to compare that value with { -dingtalk }’s documents.
problem-parameter-missing = { $name ->
        [unknown] The request lacks a value that { -dingtalk } needs.
       *[other] The request lacks “{ $name }”, which { -dingtalk } needs.
    }
    .fix = Ask IT, or whoever wrote the program, to add it to the request.
problem-request-malformed = The request reached { -dingtalk } in a form that it does not take.
    .fix = Ask IT, or whoever wrote the program, to check its method, its headers and its body.
problem-limit-reached = { $limit ->
        [team-size] The company has as many members as { -dingtalk } allows it.
        [department-size] The department has as many members as { -dingtalk } allows.
        [department-depth] Departments cannot be nested any deeper.
        [departments] The company has as many departments as { -dingtalk } allows.
        [uncertified-organisations] This mobile number belongs to five unverified companies already.
        [work-notices] No more { -work-notice }s can be sent for now.
        [recipients] The message names more recipients than { -dingtalk } takes at once.
       *[other] { -dingtalk } allows no more of these.
    }
    .fix = { $limit ->
        [team-size] Ask the administrator to have the company verified, which raises the limit
        [uncertified-organisations] Ask the administrator to have your company verified
        [work-notices] Wait until tomorrow, or send to fewer people
        [recipients] Send it in several smaller parts
       *[other] Remove what is no longer needed, or spread it differently
    }.
problem-department-not-empty = The department still has people or departments in it, so it cannot be deleted.
    .fix = Move or remove them first. Then delete the department.
problem-root-department-fixed = The top department is the company itself, and cannot be changed or deleted here.
    .fix = Choose a department below it. Only an administrator can rename the company.
problem-sign-in-code-refused = The sign-in took too long, or was used before.
    .fix = Sign in once more from the start.
problem-redirect-refused = { -dingtalk } does not know the address to which the sign-in should return.
    .fix = Ask the administrator to add it as “重定向URL(回调域名)” under “安全设置” in the { -console }.
problem-not-authorised = The company has not allowed this third-party app yet, or no longer allows it.
    .fix = Ask the administrator to install the app and allow it again.
problem-suite-ticket-refused = The third-party app used a ticket that { -dingtalk } no longer takes.
    .fix = Ask whoever runs the app to use the newest ticket. { -dingtalk } sends a new one about every five hours.
problem-signature-refused = { -dingtalk } could not confirm the signature of the request.
    .fix = Ask IT, or whoever wrote the program, to compare what is signed, and the key, with { -dingtalk }’s documents.
problem-signature-time = { -dingtalk } says that the request was signed at the wrong time.
    .fix = Set the computer’s clock right, best by switching on automatic time. Then try again.
problem-callback-refused = { -dingtalk } could not agree with your server on the address for events.
    .fix = Ask IT to check that the server can be reached from the internet and uses the same keys.
problem-recipient-refused = This person does not take messages from the sender.
    .fix = Ask the person to allow them in { -dingtalk }, or reach them another way.
problem-path-unknown = { -dingtalk } has no function at the address that was called.
    .fix = Ask IT, or whoever wrote the program, to compare the address with { -dingtalk }’s documents. A missing “v2” is a usual reason.
problem-read-incomplete = The list from { -dingtalk } did not come through whole, so it is not used.
    .fix = Try again in a few minutes. Nobody was changed or removed because of it.
problem-unknown = { $code ->
        [unknown] { -hoitung } does not recognise what went wrong here.
       *[other] { -dingtalk } answered with code { $code }, which { -hoitung } does not know.
    }
    .fix = Try again. If it stays so, show { -dingtalk }’s own words, in small print, to IT or to { -dingtalk }’s support.

## The robot

problem-robot-unknown = { -dingtalk } does not know this { -webhook }.
    .fix = Copy it again from the robot’s settings. If the robot was deleted, add a new one to the group.
problem-robot-security = One of the robot’s security settings turned the message away.
    .fix = Open “安全设置” (security settings) in the robot’s settings. Compare the keyword, the signing secret and the allowed addresses with what you use.
problem-robot-signature = The signature did not match, so { -dingtalk } did not deliver the message.
    .fix = Copy the secret beginning with SEC again from the robot’s settings “加签” (signature). Nothing reached the group.
problem-robot-secret-needed = This robot only takes signed messages, and its secret is not known here.
    .fix = Copy the secret beginning with SEC from the robot’s settings “加签” and save it.
problem-robot-keyword = The message does not contain the keyword that this robot insists on.
    .fix = Look up “自定义关键词” (keyword) in the robot’s settings, note it here, and put that word into your message.
problem-robot-address = This robot takes messages only from listed addresses, and { $ip ->
        [unknown] yours
       *[other] { $ip }
    } is not one of them.
    .fix = Ask the person who owns the robot to add the address under “IP地址(段)” in its settings.
problem-robot-clock = { -dingtalk } says that the message was signed at the wrong time.
    .fix = Set this computer’s clock to the right time, best by switching on automatic time. Then send again.
problem-robot-throttled = The robot has sent more than 20 messages in a minute and must rest.
    .fix = Wait { $minutes } min before the next message.
problem-robot-disabled = The robot has been switched off in the group.
    .fix = Ask the group’s owner to switch it on again in the group’s robot settings.
problem-robot-group-gone = The robot’s group no longer exists.
    .fix = Add a robot to another group and save its { -webhook } here.
problem-robot-content = { -dingtalk } did not accept the words of this message.
    .fix = Change the wording and try again. Links to unknown sites are the usual reason.
problem-message-fate-unknown = The message left this computer, but no answer came back: it may have arrived.
    .fix = Look in the group before you send it again.
problem-message-sent-already = Exactly this message went to “{ $name }” within the last day.
    .fix = Change a word, or say that you mean to send it once more.
problem-message-gone = There is nothing left to find out about this message.
    .fix = Look at the list of what has left. If it must arrive, send it again.
problem-notice-not-received = { -dingtalk } took the message, but { $reason ->
        [too-many] dropped it: { $person } has been sent too many today.
        [no-such-person] knows nobody with the user ID { $person }.
       *[not-reached] did not bring it to { $person }.
    }
    .fix = { $reason ->
        [too-many] Wait until tomorrow, or send fewer work notices.
        [no-such-person] Read the staff list again and choose the person there.
       *[not-reached] Ask the { -dingtalk } administrator to let this person see the app: “应用可见范围” of its version.
    }

## A push of events
problem-event-key-unusable = The AES key is not 43 letters and digits.
    .fix = Copy it again from the page of the event subscription. Nothing else was looked at yet.
problem-event-signature = The signature is not the one that this signing Token, timestamp, nonce and text give.
    .fix = Compare the four with what { -dingtalk } sent, letter for letter: a “+” that became a space in the address is a usual reason.
problem-event-key = The signature is right, but this AES key does not open the text.
    .fix = Copy the AES key again from the page of the event subscription. It changes whenever it is made anew there.
problem-event-owner = It was opened, but it is sealed for { $found }, not for { $expected }.
    .fix = Use the { -client-id } if the subscription was made in the { -console }, and the { -corp-id } if it was made by the old registration call.
problem-event-malformed = The signature is right, but the text is no sealed message: it is cut off, or was changed before it was signed.
    .fix = Copy the whole value of “encrypt”, from its first letter to its last.

## Listening for events

problem-event-link-foreign = The place named for events belongs to { $host }, not to { -dingtalk }, and was not connected to.
    .fix = Something between here and { -dingtalk } changes its answers. Show this to your IT colleague.
problem-event-link-refused = { -dingtalk } did not open the connection for events.
    .fix = It is tried again by itself. If it stays so, ask your IT colleague whether WebSocket connections are let through.
problem-event-link-lost = The connection for events broke off.
    .fix = It is made again by itself, and { -dingtalk } delivers again what was not taken.

## The clock

problem-clock-offset = This computer’s clock differs from { -dingtalk }’s by { $seconds } seconds.
    .fix = Switch on automatic time in the system’s date settings. Signed messages are refused when the clock is an hour off.
problem-zone-not-hong-kong = This computer’s time zone is { $zone }, not Hong Kong’s (UTC+8).
    .fix = Choose Hong Kong in the system’s date settings, or go on if you are abroad: times in { -hoitung } stay in Hong Kong time.

## Guides from elsewhere

problem-guides-key-missing = This { -hoitung } takes guides from nobody: no maker’s key is built in.
    .fix = Keep the guides that came with it. Newer ones come with a newer { -hoitung }.
problem-guides-unsigned = There is no signature beside this file, so nobody vouches for it.
    .fix = Put the file whose name ends in .minisig beside it, as it was published, and try again.
problem-guides-tampered = This file is not what its maker signed: it was changed, or is not whole.
    .fix = Fetch both files again from where they were published. Nothing was installed.
problem-guides-too-large = This file is larger than { $limit } KB, and no guides are.
    .fix = Check that it is the file of guides, and not another one.
problem-guides-unfit = The signature is right, but this program cannot show these guides ({ $place }).
    .fix = Tell whoever made the file. The present guides stay.
problem-guides-too-new = These guides are made for a later { -hoitung }.
    .fix = Update { -hoitung } first; the newer version brings its own guides.
problem-guides-older = These guides (edition { $edition }) are not newer than the present ones ({ $present }).
    .fix = There is nothing to do: the newer ones are in use already.
problem-guides-unreadable = The file { $path } cannot be read.
    .fix = Check its name and place, and that you may open it.

## A file that is handed over

problem-passphrase-weak = { $reason ->
        [empty] The file needs a passphrase.
        [common] This passphrase is a word or name that is tried first.
        [row] This passphrase is a row of keys or an alphabet, which is tried early.
        [repeat] This passphrase repeats itself, which is tried early.
        [date] This passphrase is a date, and there are few of them.
        [known] This passphrase holds the company’s name or yours, which a stranger tries first.
        [long] This passphrase is longer than anybody types.
       *[short] This passphrase is too easy to guess.
    }
    .fix = Use the one { -hoitung } offers, or five words that have nothing to do with each other. Nothing was written.
problem-passphrase-wrong = The passphrase does not open this file.
    .fix = Type it again from the recovery sheet, or ask whoever made the file. Without it nobody can open it, { -hoitung } included.
problem-handover-foreign = This is not a hand-over file.
    .fix = Choose the file that was exported from { -hoitung }. Its name ends in .hoitung.
problem-handover-truncated = The end of this file is missing.
    .fix = Copy or download it again from where it came from. Nothing was changed here.
problem-handover-damaged = This file is not as it was made: something in it was changed.
    .fix = Copy it again from where it came from, or have a new one made. Nothing was changed here.
problem-handover-newer = This file was made by a later { -hoitung } than this one.
    .fix = Update { -hoitung } on this computer, then open the file again.
problem-handover-too-large = This file is larger than { $limit } MB, and no hand-over file is.
    .fix = Check that it is the right file.
problem-handover-costly = This file would keep the computer busy far longer than any file of { -hoitung }’s, so it was not opened.
    .fix = Do not trust it, and ask whoever sent it. Have a new one made if you need it.
problem-handover-conflict = “{ $name }” is here already.
    .fix = Choose whether to add it under another name or to replace what is here. Nothing was changed.
problem-handover-closed = The file is not open any more.
    .fix = Choose it again and type its passphrase.
problem-file-unreadable = The file { $path } cannot be read.
    .fix = Check its name and place, and that you may open it.
problem-file-unwritable = { $path } cannot be written.
    .fix = Choose another folder, or check that you may write there.
problem-files-in-the-way = Something of this name is there already: { $names }.
    .fix = Choose another place, or say that it may be replaced. Nothing was written.

## The app itself

problem-cancelled = You stopped it.
    .fix = Start it again whenever you like. Nothing was lost.
problem-connection-unknown = There is no connection of this name.
    .fix = Look at the list of connections and use a name as it stands there.
problem-company-name-too-long = The name has { $length } characters; { $limit } are the most.
    .fix = Shorten it, and save again.

problem-secret-left = The { -key-store } says that a secret is deleted, and still holds it.
    .fix = Restart this computer and try again; if it stays, show this to IT.
problem-task-left = Windows still has the task “{ $task }”, which would go on starting { -hoitung }.
    .fix = Nothing is gone yet. Have IT delete that task in Windows’ Task Scheduler, then try again.

problem-name-taken = This name is in use already.
    .fix = Choose another one.
problem-link-refused = This link leads outside { -dingtalk }’s own pages, so it was not opened.
    .fix = Open { -dingtalk }’s { -console } yourself in the browser.
problem-secret-file-unfit = { $fault ->
        [no-folder] There is no folder { $path } to read secrets from.
        [no-credentials] systemd has handed no credentials to this program.
        [missing] There is no secret in { $path }.
        [leads] { $path } is a link that leads out of its folder.
        [not-file] { $path } is not an ordinary file.
        [owner] { $path } belongs to another user.
        [mode] Others on this computer may read or change { $path }.
        [too-long] { $path } is too long to be a secret.
        [empty] { $path } is empty.
        [not-text] { $path } holds more than one line of text.
        [not-here] Secrets are not read from files on this system, whose rights cannot be checked.
       *[unreadable] { $path } cannot be read.
    }
    .fix = { $fault ->
        [no-folder] Make the folder, or give the right one with “--secrets”.
        [no-credentials] Start it from the unit that has “LoadCredential=”, or give a folder with “--secrets”.
        [missing] Put the secret there, in one line, readable by the user alone who runs this.
        [owner] Give the file to the user who runs this, with chown.
        [mode] Take the rights away from others: chmod 0400.
        [too-long] Keep one secret in it, in one line.
        [empty] Put the secret into it, in one line.
        [not-text] Keep one secret in it, in one line.
        [not-here] Leave “--secrets” away: the { -key-store } serves here.
       *[other] Put an ordinary file there, readable by the user alone who runs this.
    }
problem-secrets-read-only = The secrets of this server are put there by you, and { -hoitung } writes none of them.
    .fix = Put the secret into { $path } yourself, then try again. If it lies there already, it is another one.
problem-folder-held = { $program ->
        [window] A { -hoitung } window looks after this folder already, on { $host } (process { $pid }), since { $since }.
       *[runner] A runner looks after this folder already, on { $host } (process { $pid }), since { $since }.
    }
    .fix = Close that one first, or give this one another folder with HOITUNG_HOME.
problem-folder-lost = Another { -hoitung } looks after this folder now, so what was under way in the background was not written down.
    .fix = Nothing to do: the other one goes on with it.

## What the company's IT has laid down

problem-region-forbidden = { $allowed ->
        [com] Your IT allows only mainland { -dingtalk } on this computer.
        [io] Your IT allows only international { -dingtalk } on this computer.
       *[none] Your IT has laid down which { -dingtalk } may be used here, in a way that { -hoitung } does not understand.
    }
    .fix = { $allowed ->
        [none] Ask IT to correct the rule “Regions”. Until then no company is reached.
       *[other] Choose that one, or ask IT to change the rule “Regions”. Nothing was sent.
    }
problem-practice-forbidden = Your IT has switched practice off on this computer.
    .fix = Connect your company instead, or ask IT to change the rule “PracticeMode”.
problem-proxy-fixed = Your IT has set the proxy for this computer.
    .fix = It cannot be changed here. Ask IT to change the rule “Proxy”.
problem-policy-unreadable = Your IT has set a proxy for this computer, in a way that { -hoitung } does not understand.
    .fix = Ask IT to correct the rule “Proxy”. Until then nothing leaves this computer.
problem-updates-forbidden = Your IT has switched updates off on this computer.
    .fix = IT brings new versions itself. Ask IT if you need one.

## New versions

problem-update-source-missing = This build of { -hoitung } does not look for updates.
    .fix = Get a new version from where you got this one. Installing it keeps everything.
problem-update-missing = { $host } tells nothing about new versions (answer { $status }).
    .fix = Try again later. If this keeps happening, tell IT this address and the answer.
problem-update-redirected = { $host } wants to send { -hoitung } to another address, and that is not followed.
    .fix = Ask IT to check the address. A network sign-in page does the same: open any website first.
problem-update-insecure = The new version would come unencrypted from { $host }.
    .fix = Nothing was downloaded. Ask IT for an address that begins with https://
problem-update-unreadable = What { $host } says about new versions cannot be read.
    .fix = Nothing was changed. Tell IT, or whoever publishes { -hoitung }.
problem-update-not-for-here = Version { $version } is there, but not for this kind of computer.
    .fix = Stay with this version, and ask whoever publishes { -hoitung }.
problem-update-too-large = What is on offer is larger than { $limit } MB; no version of { -hoitung } is.
    .fix = Nothing was kept. Tell IT, or whoever publishes { -hoitung }.
problem-update-unsigned = The new version carries no signature.
    .fix = It was thrown away. Tell IT, or whoever publishes { -hoitung }.
problem-update-foreign = The new version was signed by somebody other than { -hoitung }’s maker.
    .fix = It was thrown away. Tell IT: somebody may be offering a forgery.
problem-update-tampered = The new version is not what its maker signed: it was changed, or a part is missing.
    .fix = It was thrown away. Try again; if this keeps happening, tell IT.
problem-update-mislabelled = What is offered as version { $version } was not signed as that version.
    .fix = It was thrown away. Tell IT: somebody may be passing off an old version as a new one.
problem-update-by-hand = This installation of { -hoitung } cannot replace itself.
    .fix = Ask whoever installed it for the new version. Installing it keeps everything.
problem-update-not-installed = The installer of the new version did not start.
    .fix = Try again. An antivirus may have stopped it; this version goes on working.
