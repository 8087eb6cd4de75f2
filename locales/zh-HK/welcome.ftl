# 第一次啟動，以及轉換公司的地方。

welcome-brand = Hoitung 開通
welcome-title = 五站之後，第一則訊息就到了公司群組
welcome-lead = 由登記到防護，每站說明要做甚麼、由誰做，並即時查證。大約十分鐘，毋須懂得編程。
welcome-practice = 先練習一次
welcome-practice-why = 在這部電腦內的模擬{ -dingtalk }走完五站。錯了也不要緊，沒有人會收到訊息。
welcome-practice-start = 開始練習
welcome-company = 接駁我的公司
welcome-company-why = 用貴公司真正的{ -dingtalk }。請先準備公司電郵，並知道誰是{ -dingtalk }管理員。
welcome-company-start = 接駁我的公司
welcome-continue = 繼續上次的工作
welcome-finished = 五站已全部完成
welcome-progress = 已完成 { $done }/5 站，由 { $date } 開始
welcome-go-on = 繼續「{ $name }」
welcome-remove = 移除「{ $name }」
welcome-remove-sure = 它的密碼會一併刪除，不能復原。
welcome-remove-now = 刪除「{ $name }」及其密碼
welcome-keep = 保留
welcome-quiet = 版本 { $version }。資料只存在這部電腦，不會傳給我們。
