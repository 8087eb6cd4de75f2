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
