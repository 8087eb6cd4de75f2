# 診斷：貼上錯誤訊息，得出原因和解決方法。原因本身的字句在 problem.ftl。
doctor-host-untold = { -dingtalk }
doctor-where-task = 位置：「{ $stop }」站的「{ $task }」。
doctor-where-network = 位置：本程式的「網絡」頁。
doctor-where-link = 位置：{ $link ->
        [admin-console] { -dingtalk }的管理後台
        [robot] { -console }的機械人清單
        [group] { -console }的群組清單
        [security-settings] { -console }的「安全设置」
        [versions] { -console }的「版本管理与发布」
       *[other] { -console }
    }。
doctor-also = 內容還提到：{ $what }
doctor-for-it = 給資訊科技同事：
doctor-for-it-practice = 給資訊科技同事（這是練習時發生的，真正的系統沒有問題）：
doctor-for-it-line = { $name ->
        [problem] 原因
        [remedy] 解決方法
        [company] 公司
        [code] { -dingtalk }的代碼
        [message] { -dingtalk }的原文
        [request-id] 查詢編號
        [host] 主機
        [ip] 被拒的地址
        [permissions] 欠缺的權限
        [apply-link] 申請頁
        [client-id] { -client-id }
        [issuer] 證書簽發者
        [wait] 須等候的秒數
       *[other] { $key }
    }：{ $value }

doctor-title = 這個錯誤是甚麼意思？
doctor-lead = 把程式、網頁或{ -dingtalk }後台顯示的錯誤訊息貼上，便會告訴您原因、輪到誰處理，以及怎樣做。
doctor-text = 錯誤訊息
doctor-text-hint = 照原樣整段貼上。內容不會離開這部電腦，其中的密鑰也不會再顯示。
doctor-read = 解釋這個錯誤
doctor-read-done = 結果在下面。
doctor-answer = 它的意思
doctor-go = 前往「{ $task }」
doctor-ask = 解釋這個錯誤
doctor-ask-of = 解釋這個錯誤：{ $what }
doctor-elsewhere = 這裏未有打開任何公司。打開您的公司後，錯誤旁邊便有按鈕直接前往。
doctor-back = 返回開始畫面
doctor-troubles = 正在練習：是否開啟了某項故障？
doctor-go-network = 前往「網絡」頁
doctor-open = 打開處理的那一頁
doctor-copy = 複製給資訊科技同事
doctor-copy-of = 複製給資訊科技同事：{ $what }
doctor-for-it-shown = 資訊科技同事會收到的內容
doctor-more = 這段文字還顯示另外 { $count } 個問題
doctor-nothing = 還沒有要解釋的內容
doctor-nothing-why = 代碼、網頁上的訊息、紀錄檔的一段都可以，看不懂也不要緊。
