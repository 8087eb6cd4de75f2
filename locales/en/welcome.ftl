# The first start, and the place where companies are changed.

welcome-brand = Hoitung
welcome-title = Five stops, and your group has its first message
welcome-lead = Each stop says what to do, who has to do it, and checks that it is done. About ten minutes, and no programming.
welcome-practice = Practise first
welcome-practice-why = Ride all five stops with a { -dingtalk } look-alike inside this computer. Mistakes cost nothing and nobody gets a message.
welcome-practice-start = Start practising
welcome-practice-off = Your IT has switched practice off on this computer.
welcome-company = Connect my company
welcome-company-why = With your company’s real { -dingtalk }. Have your work e-mail ready, and know who your { -dingtalk } administrator is.
welcome-company-start = Connect my company
welcome-continue = Go on where you left off
welcome-finished = All five stops are done
welcome-progress = { $done } of 5 stops done, begun on { $date }
welcome-go-on = Go on with { $name }
welcome-more = More
welcome-more-name = More: rename, copy or remove { $name }
welcome-rename = Rename
welcome-rename-save = Save the name
welcome-duplicate = Make a copy
welcome-duplicate-why = The choices and the message go along. Keys, robots and everything verified do not: the other app has to show them for itself.
welcome-duplicate-name = { $name } (copy)
welcome-duplicate-make = Make the copy and open it
welcome-remove = Remove
welcome-remove-sure = This goes with “{ $name }”, and cannot be undone:
welcome-remove-secrets =
    { $count ->
        [0] No secret: none was saved
        [one] One secret in the { -key-store }
       *[other] { $count } secrets in the { -key-store }
    }
welcome-remove-proofs =
    { $count ->
        [0] No proof: nothing was verified or said yet
        [one] One proof of what was verified or said
       *[other] { $count } proofs of what was verified or said
    }
welcome-remove-robots = Robots: { $names }
welcome-remove-waiting =
    { $count ->
        [one] One request that waits for somebody
       *[other] { $count } requests that wait for somebody
    }
welcome-remove-stays = In { -dingtalk } nothing changes: the app and its robot stay there.
welcome-gone =
    { $count ->
        [0] “{ $name }” is removed. It had no secrets.
        [one] “{ $name }” is removed. Its secret was deleted, and the { -key-store } was read again: it is gone.
       *[other] “{ $name }” is removed. Its { $count } secrets were deleted, and the { -key-store } was read again: they are gone.
    }
welcome-removal =
    { $count ->
        [0] “{ $name }” is removed. The { -key-store } has not yet shown that nothing of it is left.
        [one] “{ $name }” is removed, but one secret of it still waits in the { -key-store }.
       *[other] “{ $name }” is removed, but { $count } secrets of it still wait in the { -key-store }.
    }
welcome-removal-why = We try again at each start, and as soon as the { -key-store } is open.
welcome-removal-retry = Delete the rest now
welcome-remove-now = Delete { $name } and its secrets
welcome-keep = Keep it
welcome-cancel = Cancel
welcome-quiet = Version { $version }. What you enter stays on this computer; nothing is sent to us.
welcome-handover = I have a hand-over file
