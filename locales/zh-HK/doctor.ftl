# 診斷：貼上錯誤訊息，得出原因和解決方法。原因本身的字句在 problem.ftl。
doctor-host-untold = { -dingtalk }
doctor-where-task = 位置：「{ $stop }」站的「{ $task }」。
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
doctor-for-it-line = { $name ->
        [problem] 原因
        [code] { -dingtalk }的代碼
        [message] { -dingtalk }的原文
        [request-id] 請求編號
        [host] 主機
        [ip] 被拒的地址
        [permissions] 欠缺的權限
        [apply-link] 申請頁
        [client-id] { -client-id }
        [issuer] 證書簽發者
        [wait] 須等候的秒數
       *[other] { $key }
    }：{ $value }
