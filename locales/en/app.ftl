# The frame of the window: the band, the rail, the line and the footer.

band-practice = Practice
band-text = Everything here stays on your computer. Nothing reaches the real { -dingtalk }.
band-leave = Switch to my company

rail-label = Main menu
rail-home = Home
rail-menu = Menu
rail-setup = Set-up
rail-reminders = Reminders
rail-verified = What was verified
rail-place = Where it runs
rail-doctor = Explain an error
rail-glossary = Words explained
rail-settings = Settings
rail-newer = New version
rail-companies = All companies
rail-count =
    { $count ->
        [one] { $count } company
       *[other] { $count } companies
    }
rail-switch = Change to another company
rail-unnamed = Company without a name
rail-practice = Practice
rail-mainland = { -dingtalk }, mainland
rail-international = { -dingtalk }, international
rail-waiting = { $count ->
    [one] { $count } thing waits
   *[other] { $count } things wait
 }
rail-progress = { $done }/5
rail-change = Change
rail-guides = Guides
rail-help = Help
rail-network = Network
rail-checkup = Check-up
rail-handover = Hand over

zoom-label = Size of the pages
zoom-larger = Larger (Ctrl and +)
zoom-smaller = Smaller (Ctrl and −)
zoom-usual = { $size }%. Back to 100% (Ctrl and 0)
zoom-now = The pages are shown at { $size }%.

language-label = Language
language-zh-hk = 繁中
language-en = EN

line-label = The line of five stops
line-done = (done)

footer-back = Back
footer-saved = Saved by itself. Leave and come back at any time.
footer-cancel = Stop

news-verified = { $what }: done.
news-problem = { $what }: there is a problem. Please look at the screen.

copy-done = Copied
secret-set = Set on { $date }
secret-keep = Leave empty to keep the saved one

helper-title = Where do I find it?
helper-practice = While practising you play the { -dingtalk } administrator too: what needs approval waits at the “Administrator’s desk” of the practice console.
# Between two sentences of one line.
sentence-gap = { " " }
