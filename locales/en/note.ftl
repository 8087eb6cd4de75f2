# One remark for each NoteCode in crates/engine/src/note.rs; it stands beside a field while it is being typed.
note-looks-right = Looks right.
note-empty = Still empty.
note-control-characters = There are invisible characters in here. Empty the box and copy again.
note-looks-like-other = This looks like { $other ->
        [corp-id] the { -corp-id }
        [client-id] the { -client-id }
        [client-secret] the { -client-secret }
        [agent-id] the { -agent-id }
        [webhook] the { -webhook }
        [robot-secret] the { -robot-secret }
       *[other] a value for another box
    }. Is it in the right box?
note-too-short = Only part of it seems to be here: { $length } characters, should be { $expected }. Copy it again.
note-too-long = Something extra seems to be here: { $length } characters, should be { $expected }. Copy it again.
note-spaces-removed = The spaces have been taken out for you.
note-full-width-converted = Full-width letters have been turned into plain ones for you.
note-look-alike = “{ $character }” only looks like a plain letter. Copy the value again instead of typing it.
note-odd-character = “{ $character }” does not usually appear here. Have another look.
note-unusual-start = It usually begins with “{ $start }”. The real test will tell.
note-company-mail = A company address. Good.
note-free-mail = { $domain } is a personal mail service. Please use the company’s address.
note-mail-malformed = This does not read like an e-mail address yet.
note-webhook-right = A { -dingtalk } robot’s address. Good.
note-webhook-foreign = This address does not belong to { -dingtalk }.
note-webhook-real = A real { -dingtalk } address. Practice wants the practice robot’s.
note-webhook-practice = A practice address. Your company wants its own { -dingtalk } robot’s.
note-webhook-malformed = This is not a complete { -webhook } yet.
note-looks-secret = This looks like { $what ->
        [webhook] a { -webhook }
        [robot-secret] a { -robot-secret }
        [password] a password
       *[key] a key
    }. Everyone in the group would see it.
note-keyword-absent = The robot wants the keyword “{ $keyword }”, and the message does not hold it.
note-blank-left = “{ $place }” is still to be filled in.
note-mobile-without-region = { $mobile } has no region code. Hong Kong: +852-{ $mobile }
note-message-length = { $bytes } of at most { $limit } bytes.
