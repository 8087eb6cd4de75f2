# 第一次啟動，以及轉換公司的地方。

welcome-brand = Hoitung 開通
welcome-title = 五站之後，第一則訊息就到了公司群組
welcome-lead = 由登記到防護，每站說明要做甚麼、由誰做，並即時查證。大約十分鐘，毋須懂得編程。
welcome-practice = 先練習一次
welcome-practice-why = 在這部電腦內的模擬{ -dingtalk }走完五站。錯了也不要緊，沒有人會收到訊息。
welcome-practice-start = 開始練習
welcome-practice-off = 資訊科技同事已關閉這部電腦的練習模式。
welcome-company = 接駁我的公司
welcome-company-why = 用貴公司真正的{ -dingtalk }。請先準備公司電郵，並知道誰是{ -dingtalk }管理員。
welcome-company-start = 接駁我的公司
welcome-continue = 繼續上次的工作
welcome-finished = 五站已全部完成
welcome-progress = 已完成 { $done }/5 站，由 { $date } 開始
welcome-go-on = 繼續「{ $name }」
welcome-more = 更多
welcome-more-name = 更多：改名、複製或移除「{ $name }」
welcome-rename = 改名
welcome-rename-save = 儲存名稱
welcome-duplicate = 複製一份
welcome-duplicate-why = 選項和訊息會一併複製。密鑰、機械人和核實紀錄不會：另一個應用要自行證明。
welcome-duplicate-name = { $name }（副本）
welcome-duplicate-make = 複製並打開
welcome-remove = 移除
welcome-remove-sure = 以下會隨「{ $name }」一併刪除，不能復原：
welcome-remove-secrets =
    { $count ->
        [0] 沒有密碼：從未儲存過
       *[other] { -key-store }內的 { $count } 個密碼
    }
welcome-remove-proofs =
    { $count ->
        [0] 沒有紀錄：未核實或確認過任何事
       *[other] { $count } 項核實或確認的紀錄
    }
welcome-remove-robots = 機械人：{ $names }
welcome-remove-waiting = { $count } 項正在等別人的請求
welcome-remove-stays = { -dingtalk }那邊不會改變：應用和機械人仍在。
welcome-gone =
    { $count ->
        [0] 「{ $name }」已移除。它沒有密碼。
       *[other] 「{ $name }」已移除。{ $count } 個密碼已刪除，並再次讀取{ -key-store }核對：一個不留。
    }
welcome-removal =
    { $count ->
        [0] 「{ $name }」已移除，但仍未能確定{ -key-store }內已全部刪除。
       *[other] 「{ $name }」已移除，但還有 { $count } 個密碼留在{ -key-store }。
    }
welcome-removal-why = 每次啟動，以及保險箱一打開，我們都會再試。
welcome-removal-retry = 立即刪除餘下的
welcome-remove-now = 刪除「{ $name }」及其密碼
welcome-keep = 保留
welcome-cancel = 取消
welcome-quiet = 版本 { $version }。資料只存在這部電腦，不會傳給我們。
welcome-handover = 我有移交檔案
