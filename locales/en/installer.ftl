# The installer for Windows and its uninstaller. What stands in braces is put in while it runs.

installer-new-title = Install { -hoitung }
installer-new = { -hoitung } { $version } is put into your own folder. It needs no administrator, and changes nothing for anybody else on this computer.
installer-update-title = Update { -hoitung }
installer-update = { -hoitung } { $installed } becomes { $version }. If it is open, it is closed first. Your settings and keys stay as they are.
installer-repair-title = Repair { -hoitung }
installer-repair = { -hoitung } { $version } is here already. Its files are put back as they should be. Your settings and keys stay as they are.
installer-finish-title = { -hoitung } is installed
installer-finish = You find it in the Start menu.
installer-open = Open { -hoitung } now
installer-shortcut = Set up { -dingtalk } and keep it working

installer-newer = { -hoitung } { $installed } on this computer is newer than this { $version }. Nothing was changed. If you do want the older one, remove the newer one first.
installer-newer-msi = A newer { -hoitung } is installed on this computer. Nothing was changed.
installer-running = { $running } is still open. Right-click the icon of { -hoitung } beside the clock and choose “Quit”. Stop hoitung-cli too if it runs in a window, as a scheduled task or for somebody else signed in. Then press “Retry”.
installer-webview = This computer has no Microsoft Edge WebView2, with which { -hoitung } shows its pages. You can install { -hoitung } now, and it will open once WebView2 is there. It is free of charge, and from Microsoft. Open Microsoft’s page for it now?
installer-other-user = You are signed in as { $person }, but this installer was started as { $runner }. { -hoitung } would be put where you would not find it. Start the installer again without “Run as administrator”. If only IT may install programs here, IT takes the .msi file.
installer-for-all = IT has installed { -hoitung } on this computer for everyone. You find it in the Start menu, and IT keeps it up to date. Nothing was changed.

installer-remove-title = Remove { -hoitung }
installer-remove = { -hoitung } is removed from this computer. If it is open, it is closed first.
installer-purge = Also remove my settings and keys
installer-purge-why = Without the tick they stay, and are there again when you install { -hoitung } again. With it they are gone for good. Nothing changes in { -dingtalk } itself.
installer-purge-failed = Your settings and keys could not be removed, so { -hoitung } was not removed. Close what still uses them. See that the { -key-store } of Windows is open, and that its Task Scheduler has no task of { -hoitung }’s. Then press “Retry”.
