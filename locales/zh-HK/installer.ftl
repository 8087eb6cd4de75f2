# Windows 的安裝程式及移除程式。括號內的資料，執行時才會填上。

installer-new-title = 安裝 { -hoitung }
installer-new = { -hoitung } { $version } 會安裝到您自己的資料夾。毋須管理員權限，也不影響這部電腦的其他用戶。
installer-update-title = 更新 { -hoitung }
installer-update = { -hoitung } 會由 { $installed } 更新至 { $version }。如正在運行，會先關閉。您的設定和密鑰不變。
installer-repair-title = 修復 { -hoitung }
installer-repair = 這部電腦已有 { -hoitung } { $version }。程式的檔案會恢復原狀，您的設定和密鑰不變。
installer-finish-title = { -hoitung } 已安裝
installer-finish = 可在「開始」功能表找到。
installer-open = 立即打開 { -hoitung }
installer-shortcut = 設定{ -dingtalk }，並確保一直正常

installer-newer = 這部電腦已有較新的 { -hoitung } { $installed }，這個安裝程式的版本是 { $version }。一切維持不變。如確實要用舊版，請先移除新版。
installer-newer-msi = 這部電腦已有較新版本的 { -hoitung }。一切維持不變。
installer-running = { $running } 仍在運行。請在時鐘旁的 { -hoitung } 圖示按右鍵，選「結束程式」。如 hoitung-cli 在視窗、排程工作或其他用戶的帳戶中運行，也請停止。然後按「重試」。
installer-webview = 這部電腦沒有 Microsoft Edge WebView2，{ -hoitung } 要用它來顯示畫面。您可以現在安裝 { -hoitung }，有了 WebView2 便可打開。WebView2 由 Microsoft 免費提供。現在打開 Microsoft 的下載網頁嗎？
installer-other-user = 您以 { $person } 登入電腦，但這個安裝程式以 { $runner } 的身份執行。這樣安裝，您會找不到 { -hoitung }。請關閉它，直接按兩下安裝程式再試，不要用系統管理員身份。如只有資訊科技同事可以安裝程式，請他們使用 .msi 檔案。
installer-for-all = 資訊科技同事已為這部電腦的所有用戶安裝 { -hoitung }。可在「開始」功能表找到，更新也由他們處理。一切維持不變。

installer-remove-title = 移除 { -hoitung }
installer-remove = { -hoitung } 會從這部電腦移除。如正在運行，會先關閉。
installer-purge = 同時移除我的設定和密鑰
installer-purge-why = 不選的話，設定和密鑰會保留，日後重新安裝 { -hoitung } 可繼續使用。選了便無法復原。{ -dingtalk }本身的設定不受影響。
installer-purge-failed = 未能移除您的設定和密鑰，所以 { -hoitung } 仍完整保留。請關閉仍在使用它們的程式，並確定 Windows 的{ -key-store }可以使用，「工作排程器」也沒有 { -hoitung } 的工作。然後按「重試」。
