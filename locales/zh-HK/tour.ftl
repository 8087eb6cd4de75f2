# 一分鐘導覽：第一次啟動時，以及由說明開啟。

tour-label = 一分鐘導覽
tour-card = 第 { $number } 頁，共 { $count } 頁
tour-skip = 略過
tour-back = 上一頁
tour-next = 下一頁
tour-end = 開始吧
tour-again = 看一分鐘導覽

tour-line = 一條路線，五個站
tour-line-why = 每站先說明要做甚麼，再實際查證一次。站名變綠是因為查證過，不是因為您按了按鈕。
tour-practice = 先練習，後接駁
tour-practice-why = 這部電腦內有一個模擬{ -dingtalk }。儘管在那裏出錯：不花分毫，也沒有人會收到訊息。
tour-turns = 有些事要由別人做
tour-turns-why = 每項工作都寫明由誰做：您、{ -dingtalk }管理員、資訊科技同事，還是您的上司。要找誰，一看就知。
tour-help = 不用自己摸索
tour-help-why = 每一步旁邊都有圖，告訴您在{ -dingtalk }哪裏找到。出了問題，解決方法就在下面。
tour-safe = 密碼鎖好，進度自動儲存
tour-safe-why = 密碼鎖進這部電腦的保險箱，以後不會在畫面出現。隨時可以關閉，明天再繼續。
