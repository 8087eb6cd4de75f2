# 關閉視窗之後的程式：系統匣、關閉、隨電腦啟動。

tray-tooltip = { -hoitung }：{ $state }
tray-nobody = 未有公司
tray-paused = 已暫停至 { $until }
tray-check = 立即檢查
tray-pause-hour = 暫停 1 小時
tray-pause-tomorrow = 暫停至明日
tray-resume = 立即恢復
tray-open = 打開 { -hoitung }
tray-quit = 結束程式

closing-title = 讓 { -hoitung } 繼續運行？
closing-why = 關閉視窗之後，它會留在系統匣成為一個圖示，繼續查看一切是否正常，並提醒您。
closing-later = 只問這一次，之後可在設定中更改。
closing-keep = 繼續運行
closing-quit = 結束程式

background-title = 關閉視窗之後
background-why = { -hoitung } 可以留在系統匣，繼續查看和提醒。
background-autostart = 登入電腦時自動啟動
background-autostart-on = 登入電腦時，{ -hoitung } 會自動啟動。
background-autostart-off = { -hoitung } 不會再自動啟動。
background-no-tray = 這個桌面不顯示程式的圖示，所以關閉視窗即結束程式。
background-closing = 關閉視窗時
background-keep-why = 留在系統匣，繼續查看和提醒。
background-quit-why = 再次打開之前，不會查看，也不會提醒。
background-paused = 已暫停至 { $until }。

notices-title = 通知
notices-why = 到期的事會以通知提一次。無論如何，首頁都會列出。
notices-on = 以通知提醒我
