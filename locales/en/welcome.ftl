# The first start, and the place where companies are changed.

welcome-brand = Hoitung
welcome-title = Five stops, and your group has its first message
welcome-lead = Each stop says what to do, who has to do it, and checks that it is done. About ten minutes, and no programming.
welcome-practice = Practise first
welcome-practice-why = Ride all five stops with a { -dingtalk } look-alike inside this computer. Mistakes cost nothing and nobody gets a message.
welcome-practice-start = Start practising
welcome-company = Connect my company
welcome-company-why = With your company’s real { -dingtalk }. Have your work e-mail ready, and know who your { -dingtalk } administrator is.
welcome-company-start = Connect my company
welcome-continue = Go on where you left off
welcome-finished = All five stops are done
welcome-progress = { $done } of 5 stops done, begun on { $date }
welcome-go-on = Go on with { $name }
welcome-remove = Remove { $name }
welcome-remove-sure = Its secrets go with it. This cannot be undone.
welcome-remove-now = Delete { $name } and its secrets
welcome-keep = Keep it
welcome-quiet = Version { $version }. What you enter stays on this computer; nothing is sent to us.
