# The program while its window is closed: the tray, closing, starting with the computer.

tray-tooltip = { -hoitung }: { $state }
tray-nobody = No company yet
tray-paused = Paused until { $until }
tray-check = Check now
tray-pause-hour = Pause for 1 hour
tray-pause-tomorrow = Pause until tomorrow
tray-resume = Go on now
tray-open = Open { -hoitung }
tray-quit = Quit

closing-title = Keep { -hoitung } running?
closing-why = With the window closed, it stays as an icon in the tray: it goes on looking whether all is well, and reminds you.
closing-later = This is asked once. You can change it in the settings.
closing-keep = Keep running
closing-quit = Quit

background-title = While the window is closed
background-why = { -hoitung } can go on looking and reminding as an icon in the tray.
background-autostart = Start by itself when you sign in
background-autostart-on = { -hoitung } will start when you sign in.
background-autostart-off = { -hoitung } will not start by itself any more.
background-no-tray = This desktop shows no icons of programs. Closing the window therefore quits.
background-closing = When the window is closed
background-keep-why = It stays in the tray, looks and reminds.
background-quit-why = Nothing is looked at and nobody is reminded until you open it again.
background-paused = Paused until { $until }.

notices-title = Notifications
notices-why = What comes due is told once by a notification. Home shows it in any case.
notices-on = Tell me by a notification
