# 設定頁：這部電腦上，對整個程式有效的事。
settings-title = 設定
settings-lead = 這些設定對這部電腦上的所有公司有效，更改後即時生效。

settings-look-title = 程式的外觀
settings-look-why = 語言、大小和顏色。高對比模式始終跟隨系統。
settings-theme = 顏色
settings-theme-system = 跟隨系統
settings-theme-system-why = 隨 Windows 的設定轉換。
settings-theme-light = 淺色
settings-theme-light-why = 淺色紙，深色字。
settings-theme-dark = 深色
settings-theme-dark-why = 晚上看較舒適。

settings-proxy-why = 有些公司須經代理伺服器上網。這項設定在網絡頁，旁邊就是測試。
settings-proxy-open = 打開網絡頁

settings-size = { $kilobytes } KB
settings-folder-title = 資料夾
settings-folder-why = { -hoitung } 儲存的一切都在這裏，密碼除外：密碼在{ -key-store }內。
settings-folder-open = 打開資料夾
settings-copied = 設定的備份在 { $at } 完成。
settings-copied-never = 設定還沒有備份；數分鐘內會備份一次，之後每天一次。
settings-risk-network = 這個資料夾在另一部電腦上。更改途中斷線，檔案可能損壞。
settings-risk-synced = 這個資料夾與雲端同步。雲端可能在更改途中複製檔案，或帶回舊檔案。
settings-risk-roaming = 這個資料夾會隨您到其他電腦，存放密碼的{ -key-store }則不會。
settings-risk-fix = 請資訊科技同事把 HOITUNG_HOME 設為這部電腦上的資料夾，例如 %LOCALAPPDATA% 之下。

settings-logs-title = 紀錄檔
settings-logs-why = 程式做了甚麼、{ -dingtalk }怎樣回答，供尋找原因的人參考。紀錄檔不含姓名、號碼或密鑰。
settings-logs-size = { $kilobytes } KB，上限 5,000 KB
settings-logs-stopped = 現時不能寫入紀錄檔，其他一切如常。
settings-logs-open = 打開紀錄檔的資料夾
settings-logs-save = 儲存副本
settings-logs-clear = 清除紀錄檔
settings-logs-cleared = 紀錄檔已清空。
settings-saved = 已儲存為 { $file }

settings-report-title = 報告問題
settings-report-why = 報告在這部電腦上製作，不含姓名、號碼或密鑰，亦不會傳送。儲存之前，您會看到全文。
settings-report-note = 用自己的話說明發生了甚麼事
settings-report-note-hint = 其中的姓名和號碼同樣會遮蓋。
settings-report-make = 製作報告
settings-report-again = 重新製作
settings-report-made = 報告已完成。請先看下面的全文，再儲存。
settings-report-whole = 報告全文
settings-report-size = { $kilobytes } KB，遮蓋了 { $hidden } 處。
settings-report-save = 儲存報告
settings-report-copy = 複製報告

settings-purge-title = 移除一切
settings-purge-why = 移除 { -hoitung } 在這部電腦上留下的一切。{ -dingtalk }內不會有任何改變；移除後不能復原。
settings-purge-look = 查看會移除甚麼
settings-purge-goes = 會移除
settings-purge-secrets = { -key-store }內的密碼：{ $secrets }
settings-purge-starts = 登入電腦時自動啟動
settings-purge-tasks = Windows 的工作：{ $tasks }
settings-purge-pages = 視窗的暫存資料（關閉視窗後移除）：{ $folder }
settings-purge-files = { $folder } 內的檔案：{ $files }
settings-purge-all-files = 所有檔案
settings-purge-stays = 會保留，因為不是 { -hoitung } 的檔案
settings-purge-word = { -hoitung }
settings-purge-type = 請輸入 { -hoitung } 以繼續
settings-purge-type-hint = 輸入名稱後，下面的按鈕才有效。
settings-purge-go = 移除一切
settings-purge-not = 全部保留
settings-purge-done = 已移除一切
settings-purge-told = 公司：{ $companies }。密碼：{ $secrets }。檔案：{ $files }。{ -key-store }已重新讀取，以資確認。
settings-purge-folder = 資料夾 { $folder } 會保留，因為裏面有其他檔案。
settings-purge-close = 關閉 { -hoitung }

keeping-read-only = 現時不能更改任何設定
keeping-write-again = 再試一次
keeping-damaged = 設定檔案曾經損壞
keeping-missing = 設定檔案不見了
keeping-whole = 所有資料都已讀出並恢復，最多只欠當時正在寫入的一項更改。
keeping-part = 能救回的資料已恢復，公司：{ $companies }。較新的更改可能欠缺。
keeping-none = 未能救回資料，請重新設定您的公司。
keeping-copy = 用了 { $at } 的備份。
keeping-aside = 損壞的檔案保留為 { $file }。
keeping-check = 密碼仍在{ -key-store }內。請看看一切是否正確。
keeping-read = 我看過了
