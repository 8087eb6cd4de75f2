# The tour of one minute, at the first start and from Help.

tour-label = Tour of one minute
tour-card = { $number } of { $count }
tour-skip = Skip
tour-back = Back
tour-next = Next
tour-end = Let’s begin
tour-again = Show the one-minute tour

tour-line = A line of five stops
tour-line-why = Each stop says what to do, then checks it by a real call. A stop turns green because it was checked, never because you pressed a button.
tour-practice = Practise before it counts
tour-practice-why = A look-alike { -dingtalk } runs inside this computer. Make every mistake there: it costs nothing, and nobody gets a message.
tour-turns = Sometimes it is somebody else’s turn
tour-turns-why = Each task says who has to do it: you, the { -dingtalk } administrator, IT or your boss. You always know whom to ask.
tour-help = You never search alone
tour-help-why = Beside each step a drawing shows where it is in { -dingtalk }. When something goes wrong, the way out stands right below it.
tour-safe = Locked away, and saved by itself
tour-safe-why = Passwords go into this computer’s own safe, and no screen shows them again. Close the window at any time and go on tomorrow.
