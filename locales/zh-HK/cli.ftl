# 命令列所用的字句。
cli-evidence-verified = { $answer }已核實，香港時間 { $at }。
cli-evidence-verified-by = { $answer }已核實，香港時間 { $at }，憑 { $call }。
cli-evidence-said = { $answer }由您確認，香港時間 { $at }。
cli-evidence-said-by = { $answer }由 { $by } 確認，香港時間 { $at }。

cli-about = 沒有視窗的 Hoitung 開通：供伺服器、排程和測試使用。
cli-heading-usage = 用法：
cli-heading = { $heading }：
cli-heading-commands = 指令
cli-heading-options = 選項
cli-help = 顯示這段說明。
cli-version = 顯示版本。
cli-json = 以 JSON 回答，失敗時亦然。
cli-lang = 字句的語言：en 或 zh-HK。不填則跟隨系統。
cli-secrets = 從您放好檔案的資料夾或 systemd 的憑證讀取密碼，不用{ -key-store }。也可用 HOITUNG_SECRETS_DIR 選擇。

cli-practice = 啟動練習伺服器（在這部電腦內模仿{ -dingtalk }），直至停止。
cli-practice-listen = 四個連接埠的第一個，只限這部電腦。不填則沿用上次的，或選未用的。
cli-practice-app = blank：由頭開始，甚麼都未有；ready：已有權限齊全的應用和機械人。不填則由上次繼續。
cli-practice-scenario = 按名稱開啟一種故障，可填多次。名稱見 --list。
cli-practice-virtual-clock = 伺服器的時鐘停住不動，由管理網址撥快或撥慢。供測試用。
cli-practice-tls = 以自設的證書機構加密連線，並印出它的證書。供測試用。
cli-practice-list = 列出各種故障和它們的情節。
cli-practice-ready = 練習伺服器已準備好。請在瀏覽器打開 { $console }；按 Ctrl+C 停止，資料不會失去。
cli-practice-ca = 所有連線都已加密。客戶端要信任 { $path } 內的證書，內容如下：

cli-ask = 寫出請別人完成某項工作的訊息。
cli-ask-task = 工作名稱，例如 points、scope、published、visible、allow-list、hosts 或 create-app。
cli-ask-who = 請誰處理。不填，就是輪到的那一位。
cli-ask-noted = 同時記下由現在起已請求對方。
cli-reminder = 提醒：列出，或匯出到日曆。
cli-reminder-list = 列出一間公司或所有公司的提醒。
cli-reminder-export = 把提醒寫成 Outlook 或 Google 日曆可用的檔案。之後再匯出的檔案會取代舊的項目。
cli-reminder-ics = 要寫入的日曆檔案。
cli-reminder-line = { $state } · { $date } · { $what } · { $who }
cli-reminder-line-quiet = { $state } · { $what } · { $who }
cli-reminder-none = 暫時沒有提醒。
cli-reminder-made = { $path } 載有 { $count } 項提醒，請用您的日曆程式打開。
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
cli-robot-add = 用 { -webhook }加入一個{ -robot }。
cli-robot-list = 列出一個連接的機械人。
cli-robot-remove = 從這部電腦移除一個機械人及其密碼。
cli-robot-name = 機械人的名稱。
cli-robot-keyword = 機械人要求的關鍵詞（如有）。
cli-robot-webhook-stdin = 從標準輸入讀取 { -webhook }和{ -robot-secret }，各佔一行。
cli-robot-added = 已加入機械人「{ $name }」。
cli-robot-removed = 已移除機械人「{ $name }」及其密碼。
cli-robot-none = 這個連接還未有機械人。

cli-check = 看看要運作的每一項是否正常；請求不會改動或發送任何東西。結果會保留，與視窗裏的一樣。
cli-check-only = 只看這一項，可給多次：network、proxy、inspection、clock、zone、signature、token、permissions、scope、allow-list、address、secret-age、robots、events、quota、published、visible、listed。
cli-check-exit = 沒有要人處理的，結束代碼是 0；有的話是 1；{ -dingtalk }的主機全部沒有回應是 3。未能判斷的（例如只有人才能確認的），不算要人處理，當作 0。用 --json 時，每項的 state 是 fine、needs_you、needs_other 或 cannot_tell。

cli-token = 向{ -dingtalk }取一張{ -access-pass }，並說明有效多久。{ -access-pass }本身絕不顯示。
cli-token-good-for = { -dingtalk }接受了密鑰，{ -access-pass }在 { $minutes } 分鐘內有效。

cli-key = 更換連接的密碼，不用重新設定。
cli-key-show = 顯示密碼何時設定，以及是否仍保留舊的。
cli-key-rotate = 試用新的密碼並改用；舊的保留至執行「key disabled」為止。
cli-key-replace = 以新的密碼代替已失效的一個。
cli-key-disabled = 確認舊的密碼已在後台停用，並從這部電腦移除。
cli-key-shown = 「{ $name }」的密碼在 { $set } 設定。
cli-key-rotated = 「{ $name }」的新密碼有效，已開始使用。
cli-key-replaced = 「{ $name }」的新密碼有效，已開始使用。
cli-key-gone = 這部電腦已沒有「{ $name }」的舊密碼。
cli-key-old-kept = 舊的密碼仍然保留。請在後台停用，再執行「key disabled」。

cli-permission = 計劃、列出和檢查權限，並製作申請。
cli-permission-plan = 列出這些工作所需的最少權限。
cli-permission-task = 您想做的事：group-messages、work-notices、read-staff、read-departments、find-by-mobile、manage-staff、robot-chat、listen-events 或 sign-in，可填多次。
cli-permission-line = { $code } · { $console }
cli-permission-line-sensitive = { $code } · { $console } · 須管理員審批
cli-permission-none = 這些工作毋須任何權限。
cli-permission-list = 列出可以開通的所有權限、用途和風險。
cli-permission-list-connection = 同時列出這個連接上次檢查的結果。
cli-permission-check = 用無害的方法逐項向{ -dingtalk }查問權限。欠缺所需的一項時，結束代碼為 1。
cli-permission-line-explained = { $code } · { $risk } · { $what }
cli-permission-line-state = { $state } · { $code } · { $what }
cli-permission-sheet = 為批准的人寫一頁可列印的申請：要甚麼、為甚麼、有多大風險、為期多久、在哪裏開通。中英對照，或只用 --lang 的一種語言。
cli-permission-sheet-out = 寫入的檔案，是一個 HTML 網頁。
cli-permission-sheet-review = 幾個月後再檢視，由 1 至 24。不填則為 6。
cli-permission-sheet-made = 已寫入 { $path }，用瀏覽器打開即可列印。

cli-message = 發送訊息。
cli-message-send = 經機械人把文字送到群組。內容原樣送出；逾時後絕不會自動重送。
cli-message-notice = 送一則{ -work-notice }給一位同事，並向{ -dingtalk }查問有沒有送達。
cli-message-text = 訊息的內容。
cli-message-title = 有題目時，內容是 Markdown。通知會顯示這個題目。
cli-message-user = 收訊人的用戶編號。
cli-message-at-mobile = 點名提醒這個手機號碼的主人，可填多次。
cli-message-at-user = 點名提醒這個用戶編號的同事，可填多次。
cli-message-at-all = 提醒群組所有人。
cli-message-dry-run = 甚麼都不送，只顯示實際會送出的資料，不含網址內的通行碼。
cli-message-again = 即使一天內送過一模一樣的訊息，或可能送過，也照樣送出。

cli-from-stdin = 改由標準輸入讀取 { $option }。
cli-arguments-seen = 寫在指令內的資料，這部電腦的其他程式看得到；由標準輸入傳入的則看不到。只傳一項時讀取全部內容，傳多項時各佔一行，次序與指令相同。

cli-listen = 把{ -dingtalk }送來的事件逐行顯示，直至按 Ctrl+C。事件不會遺失；程式突然中斷後，同一事件可能再顯示一次，eventId 相同。用同一應用接收事件的其他程式會分去部分事件。
cli-listen-count = 收到這麼多個事件後停止。
cli-listen-connecting = 正在連線……
cli-listen-live = 已連線，事件一到便會顯示；按 Ctrl+C 停止。
cli-listen-waiting = { $what }{ $seconds } 秒後再試。
cli-run = 不開視窗，在背景打理一切，直至按 Ctrl+C 或由服務管理員停止。
cli-run-connection = 只報告這家公司的情況，可以多次使用；所有公司都照樣打理。
cli-run-once = 只做現在到期的工作，然後結束。
cli-run-alive = 查詢這部電腦有沒有背景程式正在執行：有則結束代碼為 0，沒有則為 1。
cli-run-started = { $at }  開始打理這個資料夾。版本 { $version }。
cli-run-stopped = { $at }  已停止。
cli-run-waiting = { $at }  { $host }（處理程序 { $pid }）佔用這個資料夾，卻沒有動靜。確定需時數分鐘。
cli-run-checked = { $at }  { $name }：已全部檢查。
cli-run-is-alive = 有背景程式正在執行。
cli-run-is-not-alive = 沒有背景程式正在執行。
cli-run-standing = { $at }  { $name }：{ $standing ->
        [offline] 連不上{ -dingtalk }。
        [trouble] 有問題。
        [attention] 有事等人處理。
        [begun] 尚未完成開通。
       *[well] 一切正常。
    }

cli-deploy = 寫出在伺服器、容器或 Windows 工作排程器啟動 { -hoitung } 的檔案。檔案不含密碼。
cli-deploy-for = 在哪裏執行：systemd、container 或 windows-task。
cli-deploy-out = 存放檔案的資料夾。沒有便會建立；同名的檔案會被取代。
cli-deploy-written = 已寫出：
    { $files }

cli-event = 查看{ -dingtalk }推送到您網址的事件。
cli-event-decrypt = 打開一則推送，顯示內容，或指出哪一項資料不對。
cli-event-encrypt = 把一則訊息加密，以回覆推送的格式顯示。
cli-event-token = 事件訂閱那一頁的簽名 Token。
cli-event-aes-key = 同一頁的 AES 密鑰：43 個英文字母和數字。
cli-event-owner-key = { -client-id }；用舊式登記請求訂閱的則是{ -corp-id }。
cli-event-signature = 推送所到的網址內的「signature」或「msg_signature」。
cli-event-timestamp = 該網址內的「timestamp」。
cli-event-nonce = 該網址內的「nonce」。
cli-event-encrypted = 內容中的「encrypt」。
cli-event-message = 要加密的內容；{ -dingtalk }要的回覆是「success」。

cli-sign = 計算簽名，與您程式計出的比較。
cli-sign-robot = 群機械人網址的簽名：先是計算結果，然後是放在網址內的樣子。
cli-sign-timestamp = 時間，由 1970 年起計的毫秒。
cli-sign-secret = { -robot-secret }，以 SEC 開頭。
cli-sign-jsapi = { -dingtalk }內的網頁所需的簽名（dd.config）。
cli-sign-ticket = 網頁簽名用的憑票（JSAPI ticket）。
cli-sign-nonce = 與 nonceStr 相同的文字。
cli-sign-page-timestamp = 與 timeStamp 相同的數字。
cli-sign-url = 網頁的網址，# 之後的部分會略去。
cli-sign-sha256 = 用 SHA-256，與{ -dingtalk }較新的範例一樣。不填則用 SHA-1。
cli-sign-explain = 一併顯示所簽的文字，其中的 ticket 會隱藏。
cli-doctor = 說明一段錯誤訊息的意思，以及應該怎樣做。訊息可以來自{ -dingtalk }，或通往它的路上。
cli-doctor-text = 錯誤訊息，照原樣填寫。不填則從標準輸入讀到完為止。
cli-doctor-for-it = 加上一段可以複製給資訊科技同事的資料。

cli-guides = { -dingtalk }後台各處的指引。
cli-guides-list = 列出指引。
cli-guides-show = 顯示一份指引。
cli-guides-install = 改用較新的指引檔案。簽名檔案要放在它旁邊。
cli-guides-place = 指引的名稱，以列表所示為準。
cli-guides-region = 版本：com（內地）或 io（國際）。不寫即 com。
cli-guides-file = 指引檔案。旁邊要有同名而以 .minisig 結尾的檔案。
cli-guides-installed = 現已改用 { $edition } 版的指引。

cli-whose-turn = 輪到：{ $who }
cli-server-words = { -dingtalk }原文：{ $code } { $message }

cli-problem-wrong-use = { $what }
    .fix = 請執行「{ $command } --help」，看看它需要甚麼。
cli-problem-listen-not-loopback = 練習伺服器只限這部電腦使用，{ $address } 在別處。
    .fix = 請用 127.0.0.1 開頭的地址。
cli-problem-practice-held = 已有練習伺服器正在使用資料夾 { $path }。
    .fix = 請使用那一個，或先把它停下。也可以用 HOITUNG_HOME 指定另一個資料夾。
cli-problem-practice-failed = 練習伺服器未能啟動：{ $detail }
    .fix = 請再試一次。如果仍然這樣，請重新開機。
cli-problem-input-unreadable = 標準輸入的內容不是純文字，或實在太長。
    .fix = 請只送入密碼本身，以 UTF-8 文字。
cli-problem-webhook-lines = 標準輸入多於兩行。
    .fix = 請把 { -webhook }放在第一行，{ -robot-secret }放在第二行。
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

cli-network = 測試通往{ -dingtalk }的路，並設定代理伺服器。
cli-network-test = 每部主機問一次，不用密鑰：連不連得上、原因、時間、經哪部代理伺服器、誰簽發的證書。
cli-network-for-it = 只印出給資訊科技同事的部分。
cli-network-proxy = 顯示、設定或清除代理伺服器，適用於所有連接。
cli-network-proxy-show = 顯示目前的代理伺服器設定。
cli-network-proxy-set = 設定這部電腦怎樣上網，下一次連線便生效。
cli-network-proxy-clear = 回復跟隨系統，並刪除已儲存的密碼。
cli-network-address = 代理伺服器的名稱和埠號，例如 proxy.office:8080。
cli-network-system = 使用系統和環境變數的代理伺服器。
cli-network-none = 不用代理伺服器。
cli-network-user = 代理伺服器的用戶名稱。
cli-network-password-stdin = 從標準輸入讀取代理伺服器的密碼，讀到完為止。
cli-network-password = 用戶 { $user }，密碼於香港時間 { $at } 設定

cli-policy = 顯示公司資訊科技同事為這部電腦訂下的規則。
cli-use-command-unknown = 沒有「{ $command }」這個指令。
cli-use-command-missing = 欠了一個指令，可以是：{ $commands }。
cli-use-option-unknown = 這裏沒有 { $option } 這個選項。
cli-use-option-missing = 還欠：{ $options }。
cli-use-option-doubled = { $option } 只可以填一次。
cli-use-options-conflict = { $option } 和 { $other } 不可以一起用。
cli-use-value-missing = { $option } 之後要填上資料。
cli-use-value-extra = { $option } 之後不用填資料。
cli-use-value-wrong = { $option } 不接受「{ $value }」。{ $hint }
cli-use-word-extra = 多了一個字詞。
cli-use-text-unreadable = 內有不是 UTF-8 的文字。
cli-use-unclear = 看不懂這個指令。
cli-use-comma = 、
cli-use-near = 是不是想用 { $near }？

cli-value-name = 名稱
cli-value-text = 文字
cli-value-word = 關鍵詞
cli-value-number = 數目
cli-value-url = 網址
cli-value-task = 工作
cli-value-language = 語言
cli-value-key = 密鑰
cli-value-id = 編號
cli-value-digits = 數字
cli-value-milliseconds = 毫秒
cli-value-hexadecimal = 十六進制
cli-value-secret = 密鑰
cli-value-file = 檔案
cli-value-place = 指引
cli-value-way = 方式
cli-value-folder-or-systemd = 資料夾|systemd
cli-value-options = 選項
cli-value-command = 指令

cli-glossary = 解釋{ -dingtalk }的用語，以及它們在後台現時和以前的名稱。
cli-glossary-word = 一個用語或其中一部分，舊稱或英文名稱也可以。不填則全部列出。
cli-glossary-fact = { $fact }：{ $value }
cli-problem-term-unknown = 這裏解釋的{ -dingtalk }用語，沒有一個叫「{ $word }」。
    .fix = 請只填其中一部分，或執行「hoitung-cli glossary」看看全部用語。

sign-aside = （{ $what }）
sign-quoted = 「{ $what }」
sign-sentences = { $one }{ $other }

cli-handover = 把連接移交給別人，或接收別人移交的連接。
cli-handover-export = 寫一個加密檔案，把連接連同密碼完整帶到另一部電腦。
cli-handover-export-connection = 連接的名稱，可以用多次。
cli-handover-export-all = 這部電腦的全部連接。
cli-handover-export-out = 要寫入的檔案，名稱應以 .hoitung 結尾。
cli-handover-export-dry-run = 只顯示檔案會有甚麼內容。不寫入任何東西，也不用密碼。
cli-handover-export-force = 取代已有的檔案。
cli-handover-passphrase-stdin = 從標準輸入讀取檔案的密碼，直至結尾。
cli-handover-import = 接收移交檔案的內容。
cli-handover-import-file = 匯出的檔案。
cli-handover-import-only = 只接收這個名稱的連接。
cli-handover-import-as = 用這個名稱加入，與現有的並存。
cli-handover-import-replace = 取代現有的連接。用 --dry-run 可先看會取代哪一個。
cli-handover-import-dry-run = 只顯示檔案的內容，以及與現有的有何衝突。
cli-handover-exported = 已寫入 { $path }。只有密碼能打開它，請把兩者分開存放。
cli-handover-imported = 已接收：{ $names }。密碼（{ $count } 個）已放進{ -key-store }，並已讀回核對。沒有人再需要這個檔案時，請把它刪除。

cli-handover-sheet = 為接手的同事寫一頁紙：應用是甚麼、已知甚麼、要找誰。
cli-handover-health = 為老闆寫一頁紙：最近 30 日的狀況、出過甚麼問題、歷時多久、傳送了甚麼。
cli-handover-page-out = 要寫入的檔案，可用瀏覽器看和列印。
cli-handover-page-made = 已寫入 { $path }，內裏沒有密碼。
cli-starter = 為程式員寫檔案：Postman 集合、Python 和 Node 程式、.env 範本。
cli-starter-out = 要寫入的資料夾。
cli-starter-force = 取代該處已有的同名檔案。
cli-starter-made = 已寫入 { $path }：{ $names }。請在該處填上密碼。
cli-value-folder = 資料夾
cli-handover-export-recovery = 同時寫一頁復原紙，可以列印：說明是甚麼檔案，並留位寫密碼。

cli-report = 把問題報告寫成檔案。報告不含姓名、號碼或密鑰，亦不會傳送。
cli-report-out = 檔案。
cli-report-note = 用自己的話說明發生了甚麼事。
cli-report-written = 已寫入 { $file }，{ $kilobytes } KB。遮蓋了 { $hidden } 處。轉交前請先看一遍。

cli-purge = 從這部電腦移除 { -hoitung } 的一切：密碼、檔案，以及令它自動啟動的設定。
cli-purge-yes = 確實移除。
cli-purge-dry-run = 只列出會移除甚麼。
cli-purge-folder = 資料夾：{ $folder }
cli-purge-company = 公司：{ $name } · 密碼：{ $secrets }
cli-purge-secrets = { -key-store }內的密碼：{ $secrets }
cli-purge-file = 檔案：{ $file }
cli-purge-starts = 登入這部電腦時自動啟動。
cli-purge-task = Windows 的工作：{ $task }
cli-purge-pages = 視窗的暫存資料：{ $folder }
cli-purge-stays = 保留，因為不是 { -hoitung } 的檔案：{ $file }
cli-purge-done = 已全部移除。公司：{ $companies }，密碼：{ $secrets }，檔案：{ $files }。{ -key-store }已重新讀取，以資確認。
cli-purge-nothing = { $folder } 內沒有 { -hoitung } 的東西。
cli-panic = 程式本身出錯，已經停止。請用「hoitung-cli report」製作報告。
