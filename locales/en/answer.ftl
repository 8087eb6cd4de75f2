# One line for each AnswerCode in crates/engine/src/setup/evidence.rs: what was seen, or said, when a task was done.
answer-done = Done.
answer-company-mail = { $email } is a company address.
answer-app-type = { $type ->
        [internal] An app for your own company.
       *[third-party] An app for several companies.
    }
answer-region = { $region ->
        [io] International { -dingtalk } (.io)
       *[com] Mainland { -dingtalk } (.com)
    }; { $residency ->
        [hong-kong] data to be kept in Hong Kong.
        [mainland] data to be kept in mainland China.
       *[not-decided] where data is kept is not decided.
    }
answer-hosts-reached = { $hosts ->
        [practice] Reached the practice server on this PC.
       *[other] Reached { $hosts }.
    }
answer-token-issued = { -dingtalk } took the keys and issued an { -access-pass }, good for { $minutes } minutes.
answer-corp-matches = The { -corp-id } and the keys belong together.
answer-agent-noted = Noted; the first { -work-notice } will tell whether it is right.
answer-agent-accepted = { -dingtalk } took a { -work-notice } with this { -agent-id }.
answer-purpose-chosen = Chosen: { $count }.
answer-points-granted = Granted: { $granted }; could not tell: { $unknown }; more than needed: { $excess }.
answer-scope-everyone = The app can see everyone in the company.
answer-scope-some = The app can see part of the company. Departments named: { $departments }; people named: { $people }.
answer-signature-matches = The signature of a Chinese text came out exactly as it should.
answer-clock-agrees = The clock agrees with { -dingtalk }’s to within { $seconds } s.
answer-zone-hong-kong = Time zone { $zone }, the same as Hong Kong’s.
answer-robot-mode = { $mode ->
        [signature] The robot takes signed messages.
        [keyword] The robot takes messages that hold its keyword.
        [signature-and-keyword] The robot takes signed messages that hold its keyword.
       *[address-or-none] The robot took the message without signature or keyword.
    }
answer-message-delivered = { -dingtalk } delivered the message through “{ $robot }”.
answer-message-seen = The message to “{ $name }” is there; somebody looked.
answer-notice-accepted = { -dingtalk } took the { -work-notice } for { $person }.
answer-notice-delivered = { -dingtalk } delivered the { -work-notice } to { $person }.
answer-notice-duplicate = { $person } had this very message today already; { -dingtalk } did not deliver it twice.
answer-place-chosen = { $place ->
        [this-pc] It will run on this PC.
        [office-server] It will run on an office server.
        [aws-hong-kong] It will run on AWS in Hong Kong.
       *[elsewhere] It will run elsewhere.
    }
answer-address-seen = { -dingtalk } sees { $ip }; it said so itself.
answer-address-typed = { $ip }, typed by hand.
answer-address-accepted = { -dingtalk } accepted a call from here, so the { -allow-list } holds this address.
answer-reminder-live = The next reminder comes on { $date }.
