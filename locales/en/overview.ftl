# Home: is all well, what waits and for whom, and what works.

overview-state-well = All well
overview-state-begun = Being set up
overview-state-attention = Something waits
overview-state-trouble = Needs attention
overview-state-offline = Not connected
overview-state-checking = Checking

overview-checked = checked { $ago }
overview-checked-now = checked just now
overview-never-checked = not checked as a whole yet
overview-looked-after = Another program looks after this folder: { $program ->
        [window] another window
       *[runner] the runner without a window
    } on { $host }. This window takes over when it ends.
overview-check = Check now
overview-check-stop = Stop checking
overview-checking = Checking: { $done } of { $total }
overview-checking-then = The keys, the permissions, the clock and the address are each tried by a real call.
overview-check-ended = The check is over. { $state }.

overview-well = All is well
overview-well-then = Everything that was checked works, and nothing waits for anybody.
overview-well-practice = You have practised everything
overview-well-practice-then = The same five stops now work with your company’s real { -dingtalk }. Nothing from practice is carried over.
overview-first = Five stops to your first message
overview-first-then = Each stop says what to do and who has to do it. Leave at any time: everything is kept.
overview-begun = { $done } of 5 stops are done
overview-begun-then = The next one is “{ $stop }”. Everything so far is kept.
overview-asked = It is somebody else’s turn
overview-asked-then = We look for ourselves from time to time, and tell you when it is done.
overview-secret = The client secret is { $days } days old
overview-secret-then = Change it by { $date }. The longer a secret is used, the more places it can leak from.
overview-open = Something is left to do
overview-open-then = What works goes on working. The list says what is missing.

overview-wrong = Something needs attention
overview-wrong-then = Until it is put right, what depends on it does not work.
overview-wrong-hosts = { -dingtalk } cannot be reached from here
overview-wrong-hosts-then = Until the connection is back, no message leaves and nothing is read. What stands below is older.
overview-wrong-keys = { -dingtalk } does not accept the keys
overview-wrong-keys-then = No message leaves and nothing is read until the right keys are entered.
overview-wrong-points = The app lacks permissions
overview-wrong-points-then = What needs it is refused. Everything else goes on working.
overview-wrong-scope = The app may not see your colleagues
overview-wrong-scope-then = Until somebody widens its scope, no colleague can be listed or written to.
overview-wrong-list = { -dingtalk } refuses this office’s address
overview-wrong-list-then = Until the address is on the list, every call is refused: nothing is sent and nothing is read.
overview-wrong-robot = The group’s robot refuses messages
overview-wrong-robot-then = The group gets nothing until the robot’s settings match.
overview-wrong-message = The last message did not go through
overview-wrong-message-then = Look at the group first; then decide whether to send it again.
overview-wrong-clock = This computer’s clock is wrong
overview-wrong-clock-then = We correct for it when signing, but other programs here do not.

overview-go-first = Begin: { $stop }
overview-go-on = Go on: { $stop }
overview-send = Write a message
overview-company = Connect my company

overview-waits = What waits, and for whom
overview-waits-none = Nothing waits for anybody.
overview-needs =
    { $who ->
        [you] Needs you
        [dingtalk-admin] Needs the { -dingtalk } administrator
        [it] Needs IT
        [boss] Needs your boss
       *[dingtalk] Needs { -dingtalk } itself
    }
overview-needs-by = { $needs } · by { $date }
overview-asked-ago = { $needs } · asked { $ago }
overview-asked-now = { $needs } · asked just now
overview-answered = Done since you asked
overview-show = Show me how
overview-do = Do it now
overview-seen = Got it

overview-works = Working well
overview-works-before = Worked when last checked
overview-works-none = Nothing has been verified yet. Each thing that works will stand here, with the time it was last verified.
overview-works-more = See everything that was verified
overview-others = Your other companies
overview-others-open = Open { $name }
