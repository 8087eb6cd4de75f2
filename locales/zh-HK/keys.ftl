# 第二站：密鑰。

keys-title = 把四項資料從{ -dingtalk }抄過來
keys-lead = 它們就像公司的門牌、門匙和密碼。密碼會鎖進這部電腦的<key-store>{ -key-store }</key-store>，之後任何人都看不到，包括您和我們。
keys-paste-title = 最快的方法：整頁複製，一次貼上
keys-paste-why = 打開{ -dingtalk }的「<cn>凭证与基础信息</cn>」頁，按 Ctrl+A，再按 Ctrl+C，然後回來貼上。
keys-paste = 貼上整頁
keys-paste-here = 或者貼在這裏
keys-paste-take = 取出四項資料
keys-pasted = 已從貼上的內容取出資料。
keys-four = 四項資料
keys-corp-id-aside = <console>{ -console }</console>首頁右上角
keys-client-id-aside = <client-id>舊稱 AppKey</client-id>，或 SuiteKey
keys-client-secret-aside = <client-secret>舊稱 AppSecret</client-secret>，或 SuiteSecret
keys-agent-id-aside = <agent-id>一串數字</agent-id>，只有<work-notice>{ -work-notice }</work-notice>才用到
keys-secret-pasted = 已收到 { $count } 個字元，試過才會儲存
keys-keep-pasted = 留空即試用已收到的一個
keys-tried = 試用結果
keys-try = 試一試並儲存
keys-next = 下一站：權限
keys-open = 打開這一頁
