# 首頁：是否一切正常、甚麼事在等誰，以及哪些運作良好。

overview-state-well = 一切正常
overview-state-begun = 設定中
overview-state-attention = 有事待辦
overview-state-trouble = 要處理
overview-state-offline = 未能連線
overview-state-checking = 檢查中

overview-checked = { $ago }檢查過
overview-checked-now = 剛剛檢查過
overview-never-checked = 未做過整體檢查
overview-looked-after = 另一個程式正在打理這個資料夾：{ $host } 的{ $program ->
        [window] 另一個視窗
       *[runner] 背景程式
    }。它結束後，這個視窗便會接手。
overview-check = 立即檢查
overview-check-stop = 停止檢查
overview-checking = 檢查中：{ $done }/{ $total }
overview-checking-then = 密鑰、權限、時鐘和地址，逐一以真正的請求核實。
overview-check-ended = 檢查完畢：{ $state }。

overview-well = 一切正常
overview-well-then = 檢查過的都運作正常，也沒有待辦的事。
overview-well-practice = 全部都練習過了
overview-well-practice-then = 同樣的五站，現在可以用貴公司真正的{ -dingtalk }走一次。練習的內容不會帶過去。
overview-first = 五站之後，第一則訊息就會送到
overview-first-then = 每站都說明要做甚麼、由誰做。隨時可以離開，進度都會保留。
overview-begun = 五站已完成 { $done } 站
overview-begun-then = 下一站是「{ $stop }」。之前的進度都在。
overview-asked = 正在等別人處理
overview-asked-then = 我們會不時自行查看，辦妥便告訴您。
overview-secret = 應用密碼已用了 { $days } 天
overview-secret-then = 請在 { $date } 前更換。密碼用得愈久，外洩的機會愈大。
overview-open = 還有事未做
overview-open-then = 正常的部分會繼續運作。清單列明還欠甚麼。

overview-wrong = 有事要處理
overview-wrong-then = 未處理好之前，靠它的功能不能運作。
overview-wrong-hosts = 這裏連不上{ -dingtalk }
overview-wrong-hosts-then = 連線恢復之前，訊息發不出，資料也讀不到。以下是較早時的情況。
overview-wrong-keys = { -dingtalk }不接受這組密鑰
overview-wrong-keys-then = 填入正確的密鑰之前，訊息發不出，資料也讀不到。
overview-wrong-points = 應用欠缺權限
overview-wrong-points-then = 要用到它的功能會被拒絕，其他照常運作。
overview-wrong-scope = 應用看不到您的同事
overview-wrong-scope-then = 擴大範圍之前，列不出同事，也不能發通知給他們。
overview-wrong-list = { -dingtalk }拒絕公司的網絡地址
overview-wrong-list-then = 地址加入名單之前，所有請求都會被拒：發不出，也讀不到。
overview-wrong-robot = 群組的機械人拒收訊息
overview-wrong-robot-then = 機械人的設定對上之前，群組收不到任何訊息。
overview-wrong-message = 上一則訊息未能送出
overview-wrong-message-then = 請先看看群組有沒有收到，再決定是否重發。
overview-wrong-clock = 這部電腦的時鐘不準
overview-wrong-clock-then = 簽名時我們會自行校正，但電腦內其他程式不會。

overview-go-first = 開始：{ $stop }
overview-go-on = 繼續：{ $stop }
overview-send = 寫一則訊息
overview-company = 接駁我的公司

overview-waits = 待辦的事，由誰處理
overview-waits-none = 沒有待辦的事。
overview-needs =
    { $who ->
        [you] 由您處理
        [dingtalk-admin] 由{ -dingtalk }管理員處理
        [it] 由資訊科技同事處理
        [boss] 由您的上司處理
       *[dingtalk] 由{ -dingtalk }自行處理
    }
overview-needs-by = { $needs }，限期 { $date }
overview-asked-ago = { $needs }，{ $ago }已請求
overview-asked-now = { $needs }，剛剛已請求
overview-answered = 您請求後已辦妥
overview-show = 教我怎樣做
overview-do = 現在去做
overview-seen = 知道了

overview-works = 運作良好
overview-works-before = 上次檢查時正常
overview-works-none = 暫時未有核實過的項目。運作正常的項目會列在這裏，並註明最近核實的時間。
overview-works-more = 查看全部核實紀錄
overview-others = 其他公司
overview-others-open = 打開「{ $name }」
