# 命令列所用的字句。
cli-evidence-verified = { $answer }已核實，香港時間 { $at }。
cli-evidence-verified-by = { $answer }已核實，香港時間 { $at }，憑 { $call }。
cli-evidence-said = { $answer }由您確認，香港時間 { $at }。
cli-evidence-said-by = { $answer }由 { $by } 確認，香港時間 { $at }。

cli-about = 沒有視窗的 Hoitung 開通：供伺服器、排程和測試使用。
cli-heading-usage = 用法：
cli-heading-commands = 指令
cli-heading-options = 選項
cli-help = 顯示這段說明。
cli-version = 顯示版本。
cli-json = 以 JSON 回答，失敗時亦然。
cli-lang = 字句的語言：en 或 zh-HK。不填則跟隨系統。

cli-practice = 啟動練習伺服器（在這部電腦內模仿{ -dingtalk }），直至停止。
cli-practice-listen = 四個連接埠的第一個，只限這部電腦。不填則沿用上次的，或選未用的。
cli-practice-app = blank：由頭開始，甚麼都未有；ready：已有權限齊全的應用和機械人。不填則由上次繼續。
cli-practice-scenario = 按名稱開啟一種故障，可填多次。
cli-practice-virtual-clock = 伺服器的時鐘停住不動，由管理網址撥快或撥慢。供測試用。
cli-practice-tls = 以自設的證書機構加密連線，並印出它的證書。供測試用。
cli-practice-list = 列出各種故障和它們的情節。
cli-practice-ready = 練習伺服器已準備好。請在瀏覽器打開 { $console }；按 Ctrl+C 停止，資料不會失去。
cli-practice-ca = 所有連線都已加密。客戶端要信任 { $path } 內的證書，內容如下：

cli-ask = 寫出請別人完成某項工作的訊息。
cli-ask-task = 工作名稱，例如 points、scope、published、visible、allow-list、hosts 或 create-app。
cli-ask-who = 請誰處理。不填，就是輪到的那一位。
cli-ask-noted = 同時記下由現在起已請求對方。
cli-waiting = 列出正在等別人處理的工作，以及由何時開始。
cli-waiting-line = { $company }，{ $task }，{ $who }，{ $since } 請求
cli-waiting-none = 沒有工作在等別人。

cli-connection = 加入、列出、改名、複製或移除連接。
cli-connection-add = 加入一家公司的應用，其密碼放進這部電腦的{ -key-store }。
cli-connection-list = 列出所有連接。
cli-connection-rename = 更改連接的名稱。
cli-connection-duplicate = 複製一個選項相同的連接；密鑰、機械人和核實紀錄不會複製。
cli-connection-to = 新名稱。
cli-connection-renamed = 「{ $name }」已改名為「{ $to }」。
cli-connection-duplicated = 已仿照「{ $name }」建立「{ $to }」，它還沒有密鑰。
cli-connection-remove = 從這部電腦移除一個連接及其密碼。
cli-connection-name = 連接的名稱。
cli-connection-region = practice（練習）、com（內地）或 io（國際）。
cli-connection-corp-id = { -corp-id }，在{ -console }首頁右上角。
cli-connection-client-id = { -client-id }，舊稱 AppKey。
cli-connection-agent-id = { -agent-id }，只有{ -work-notice }才需要。
cli-connection-secret-stdin = 從標準輸入讀取{ -client-secret }，讀到完為止。
cli-connection-old-host = 只限練習：舊閘道，例如 http://127.0.0.1:4000。
cli-connection-new-host = 只限練習：新閘道。
cli-connection-login-host = 只限練習：登入用的主機。
cli-connection-added = 已加入「{ $name }」。
cli-connection-removed = 「{ $name }」已移除，{ $count } 個密碼已刪除，並再次讀取{ -key-store }核對。
cli-connection-none = 還未有連接。
cli-connection-nameless = （未命名）
cli-connection-line = { $name } · { $region } · 已完成 { $done }/5 站

cli-robot = 加入、列出或移除{ -robot }。
cli-robot-add = 用{ -webhook }加入一個{ -robot }。
cli-robot-list = 列出一個連接的機械人。
cli-robot-remove = 從這部電腦移除一個機械人及其密碼。
cli-robot-name = 機械人的名稱。
cli-robot-keyword = 機械人要求的關鍵詞（如有）。
cli-robot-webhook-stdin = 從標準輸入讀取{ -webhook }和{ -robot-secret }，各佔一行。
cli-robot-added = 已加入機械人「{ $name }」。
cli-robot-removed = 已移除機械人「{ $name }」及其密碼。
cli-robot-none = 這個連接還未有機械人。

cli-token = 向{ -dingtalk }取一張{ -access-pass }，並說明有效多久。{ -access-pass }本身絕不顯示。
cli-token-good-for = { -dingtalk }接受了密鑰，{ -access-pass }在 { $minutes } 分鐘內有效。

cli-permission = 查出需要哪些權限。
cli-permission-plan = 列出這些工作所需的最少權限。
cli-permission-task = 您想做的事：group-messages、work-notices、read-staff、read-departments、find-by-mobile、manage-staff、robot-chat、listen-events 或 sign-in，可填多次。
cli-permission-line = { $code } · { $console }
cli-permission-line-sensitive = { $code } · { $console } · 須管理員審批
cli-permission-none = 這些工作毋須任何權限。
cli-permission-list = 列出可以開通的所有權限、用途和風險。
cli-permission-list-connection = 同時列出這個連接上次檢查的結果。
cli-permission-check = 用無害的方法逐項向{ -dingtalk }查問權限。欠缺所需的一項時，結束碼為 1。
cli-permission-line-explained = { $code } · { $risk } · { $what }
cli-permission-line-state = { $state } · { $code } · { $what }

cli-message = 發送訊息。
cli-message-send = 經機械人把文字送到群組。內容原樣送出；逾時後絕不會自動重送。
cli-message-text = 訊息的內容。

cli-from-stdin = 改由標準輸入讀取 { $option }。
cli-arguments-seen = 寫在指令內的資料，這部電腦的其他程式看得到；由標準輸入傳入的則看不到。只傳一項時讀取全部內容，傳多項時各佔一行，次序與指令相同。

cli-listen = 把{ -dingtalk }送來的事件逐行顯示，直至按 Ctrl+C。事件不會遺失；程式突然中斷後，同一事件可能再顯示一次，eventId 相同。用同一應用接收事件的其他程式會分去部分事件。
cli-listen-count = 收到這麼多個事件後停止。
cli-listen-connecting = 正在連線……
cli-listen-live = 已連線，事件一到便會顯示；按 Ctrl+C 停止。
cli-listen-waiting = { $what }{ $seconds } 秒後再試。

cli-event = 查看{ -dingtalk }推送到您網址的事件。
cli-event-decrypt = 打開一則推送，顯示內容，或指出哪一項資料不對。
cli-event-encrypt = 把一則訊息加密，以回覆推送的格式顯示。
cli-event-token = 事件訂閱那一頁的簽名 Token。
cli-event-aes-key = 同一頁的 AES 密鑰：43 個英文字母和數字。
cli-event-owner-key = { -client-id }；用舊式登記呼叫訂閱的則是{ -corp-id }。
cli-event-signature = 所呼叫網址內的「signature」或「msg_signature」。
cli-event-timestamp = 該網址內的「timestamp」。
cli-event-nonce = 該網址內的「nonce」。
cli-event-encrypted = 內容中的「encrypt」。
cli-event-message = 要加密的內容；{ -dingtalk }要的回覆是「success」。

cli-sign = 計算簽名，與您程式計出的比較。
cli-sign-robot = 群機械人網址的簽名：先是計算結果，然後是放在網址內的樣子。
cli-sign-timestamp = 時間，由 1970 年起計的毫秒。
cli-sign-secret = { -robot-secret }，以 SEC 開頭。
cli-sign-jsapi = { -dingtalk }內的網頁所需的簽名（dd.config）。
cli-sign-ticket = JSAPI ticket。
cli-sign-nonce = 與 nonceStr 相同的文字。
cli-sign-page-timestamp = 與 timeStamp 相同的數字。
cli-sign-url = 網頁的網址，# 之後的部分會略去。
cli-sign-sha256 = 用 SHA-256，與{ -dingtalk }較新的範例一樣。不填則用 SHA-1。
cli-sign-explain = 一併顯示所簽的文字，其中的 ticket 會隱藏。
cli-doctor = 說明一段錯誤訊息的意思，以及應該怎樣做。訊息可以來自{ -dingtalk }，或通往它的路上。
cli-doctor-text = 錯誤訊息，照原樣填寫。不填則從標準輸入讀到完為止。
cli-doctor-for-it = 加上一段可以複製給資訊科技同事的資料。

cli-whose-turn = 輪到：{ $who }
cli-server-words = { -dingtalk }原文：{ $code } { $message }

cli-problem-wrong-use = 看不懂這個指令：{ $detail }
    .fix = 請執行「hoitung-cli --help」，或在指令後加上 --help，看看它需要甚麼。
cli-problem-listen-not-loopback = 練習伺服器只限這部電腦使用，{ $address } 在別處。
    .fix = 請用 127.0.0.1 開頭的地址。
cli-problem-practice-held = 已有練習伺服器正在使用資料夾 { $path }。
    .fix = 請使用那一個，或先把它停下。也可以用 HOITUNG_HOME 指定另一個資料夾。
cli-problem-practice-failed = 練習伺服器未能啟動：{ $detail }
    .fix = 請再試一次。如果仍然這樣，請重新開機。
cli-problem-input-unreadable = 標準輸入的內容不是純文字，或實在太長。
    .fix = 請只送入密碼本身，以 UTF-8 文字。
cli-problem-webhook-lines = 標準輸入多於兩行。
    .fix = 請把{ -webhook }放在第一行，{ -robot-secret }放在第二行。
cli-problem-input-lines = 標準輸入應有 { $wanted } 行，實際有 { $found } 行。
    .fix = 請每行一項，次序與指令中的選項相同。
cli-problem-timestamp-malformed = 時間不是整數的毫秒。
    .fix = 請只用數字，例如 1577262236757。
cli-problem-output-unwritable = 未能寫出事件：{ $detail }
    .fix = 請騰出空間，然後再啟動。沒有寫出的事件，{ -dingtalk }會再送一次。
cli-problem-system-failed = 系統拒絕了程式所需的東西：{ $detail }
    .fix = 請再試一次。如果仍然這樣，請重新開機。
cli-problem-doctor-text-missing = 沒有可以診斷的錯誤訊息。
    .fix = 請在指令後用引號寫上，或經標準輸入送入。
cli-problem-doctor-text-too-long = 內容超過一百萬位元組。
    .fix = 請只送入錯誤前後的一段。
cli-problem-hosts-not-practice = 只有練習用的連接可以指定主機。
    .fix = 請不要填：.com 和 .io 的主機已經知道。
