# 未能顯示畫面時，由系統的訊息方塊交代。

unopened-title = 未能打開 { -hoitung }
unopened-turn = 輪到：{ $who }

unopened-web-view-missing = 這部電腦沒有 Microsoft Edge WebView2，{ -hoitung } 要用它來顯示畫面。
    .fix = 請從 { $page } 免費安裝，或請資訊科技同事安裝。然後再打開 { -hoitung }。
unopened-looked-into = Windows 的一項設定會讓別人看到 { -hoitung } 的畫面：{ $setting }。
    .fix = 請資訊科技同事從設定中刪去 { $switch }。程式並未打開。
unopened-elsewhere = { -hoitung } 已在 { $computer } 由另一個登入的帳戶打開。
    .fix = 請先在那邊結束：在時鐘旁的圖示按右鍵，選「結束程式」。然後在這裏打開。
unopened-window = { -hoitung } 未能開啟視窗。
    .fix = 請確定磁碟未滿，而且您可以寫入 { $folder }。如仍然不行，請重新啟動電腦，或找資訊科技同事。
unopened-nothing = { -hoitung } 未能啟動。
    .fix = 請確定磁碟未滿。如仍然不行，請重新啟動電腦，或找資訊科技同事。
unopened-screen = 這裏沒有可以開啟視窗的螢幕。
    .fix = 請在看得見桌面的地方打開 { -hoitung }。在伺服器上，請用 hoitung-cli。
unopened-fault = { -hoitung } 因本身的錯誤而停止。已儲存的資料不受影響。
    .fix = 請再打開一次。如再次停止，請用「hoitung-cli report」製作報告，交給提供 { -hoitung } 的人。
