# The settings page: what holds for the whole app, on this computer.
settings-title = Settings
settings-lead = These hold for every company on this computer. Each takes effect at once.

settings-look-title = How the app looks
settings-look-why = Language, size and colours. High contrast always follows the system.
settings-theme = Colours
settings-theme-system = As the system
settings-theme-system-why = Changes when Windows does.
settings-theme-light = Light
settings-theme-light-why = Dark words on light paper.
settings-theme-dark = Dark
settings-theme-dark-why = Easier on the eyes at night.

settings-proxy-why = Some offices reach the internet through a proxy. It is set on the network page, beside its test.
settings-proxy-open = Open the network page

settings-size = { $kilobytes } KB
settings-folder-title = Data folder
settings-folder-why = Everything that { -hoitung } saves lies here, but for the secrets: those rest in the { -key-store }.
settings-folder-open = Open the folder
settings-copied = A good copy of the settings was made at { $at }.
settings-copied-never = No copy of the settings has been made yet; one is made within minutes, and then every day.
settings-risk-network = This folder lies on another computer. A lost connection in the midst of a change can damage the file.
settings-risk-synced = This folder is synchronised with a cloud. It can copy the file in the midst of a change and bring an old one back.
settings-risk-roaming = This folder follows you to other computers. The { -key-store } with your secrets does not.
settings-risk-fix = Ask IT to set HOITUNG_HOME to a folder on this computer, such as one under %LOCALAPPDATA%.

settings-logs-title = Logs
settings-logs-why = What the program did and what { -dingtalk } answered, for whoever looks for a fault. No name, number or key is written there.
settings-logs-size = { $kilobytes } KB of at most 5,000 KB
settings-logs-stopped = Nothing can be written into the logs at the moment. Everything else goes on.
settings-logs-open = Open the logs’ folder
settings-logs-save = Save a copy
settings-logs-clear = Clear the logs
settings-logs-cleared = The logs are empty.
settings-saved = Saved as { $file }

settings-report-title = Report a problem
settings-report-why = The report is made on this computer, without names, numbers or keys, and is sent nowhere. You see all of it before you save it.
settings-report-note = What happened, in your words
settings-report-note-hint = Names and numbers in it are blotted out too.
settings-report-make = Make the report
settings-report-again = Make it again
settings-report-made = The report is made. Read it below, then save it.
settings-report-whole = The whole report
settings-report-size = { $kilobytes } KB. Places blotted out: { $hidden }.
settings-report-save = Save the report
settings-report-copy = Copy the report

settings-purge-title = Remove everything
settings-purge-why = Takes away all that { -hoitung } has put on this computer. Nothing changes in { -dingtalk }, and it cannot be undone.
settings-purge-look = Show what would go
settings-purge-goes = This goes
settings-purge-secrets = Secrets in the { -key-store }: { $secrets }
settings-purge-starts = Starting by itself when you sign in
settings-purge-tasks = Tasks of Windows: { $tasks }
settings-purge-pages = What the window keeps for its pages (goes when the window is closed): { $folder }
settings-purge-files = Files in { $folder }: { $files }
settings-purge-all-files = All files
settings-purge-stays = This stays, because it is not { -hoitung }’s
settings-purge-word = { -hoitung }
settings-purge-type = Type { -hoitung } to go on
settings-purge-type-hint = The button below works once the name is there.
settings-purge-go = Remove everything
settings-purge-not = Keep everything
settings-purge-done = Everything was removed
settings-purge-told = Companies: { $companies }. Secrets: { $secrets }. Files: { $files }. The { -key-store } was read again to see to that.
settings-purge-folder = The folder { $folder } stays, because other files are in it.
settings-purge-close = Close { -hoitung }

keeping-read-only = Nothing can be changed at the moment
keeping-write-again = Try again
keeping-damaged = The file of settings was damaged
keeping-missing = The file of settings was gone
keeping-whole = All of it could be read and is back. At most the change that was being written is missing.
keeping-part = What could be saved is back; companies: { $companies }. Newer changes may be missing.
keeping-none = Nothing could be saved. Please set up your companies again.
keeping-copy = The copy of { $at } was needed.
keeping-aside = The damaged file is kept as { $file }.
keeping-check = Secrets stay in the { -key-store }. Please look whether everything is right.
keeping-read = I have read this
