# Told by a box of the system’s own, where no page can be shown.

unopened-title = { -hoitung } cannot open
unopened-turn = Whose turn: { $who }

unopened-web-view-missing = Microsoft Edge WebView2 is not on this computer. { -hoitung } shows its pages with it.
    .fix = Install it from { $page }, or ask IT to; it is free of charge. Then open { -hoitung } again.
unopened-looked-into = A setting of Windows would let others look into { -hoitung }’s pages: { $setting }.
    .fix = Ask IT to take { $switch } out of it. Nothing was opened.
unopened-elsewhere = { -hoitung } is open already, on { $computer }, for somebody who is signed in there.
    .fix = Quit it there first: right-click its icon beside the clock and choose “Quit”. Then open it here.
unopened-window = { -hoitung } could not make its window.
    .fix = Check that the disk is not full and that you may write to { $folder }. If this keeps happening, restart the computer, or ask IT.
unopened-nothing = { -hoitung } could not start.
    .fix = Check that the disk is not full. If this keeps happening, restart the computer, or ask IT.
unopened-screen = There is no screen here to open a window on.
    .fix = Open { -hoitung } where you see the desktop. On a server, use hoitung-cli.
unopened-fault = { -hoitung } has stopped because of a mistake of its own. What was saved is safe.
    .fix = Open it again. If it stops again, make a report with “hoitung-cli report”, and send it to whoever gave you { -hoitung }.
