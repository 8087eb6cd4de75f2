# 練習用開發者後台：新手在瀏覽器內預演釘釘後台每一步的頁面。
# 釘釘印出來的簡體字放在程式內；practice-label-* 是旁邊給讀者看的本地說法。

## 外框

practice-title = 練習用開發者後台
practice-band = 練習用開發者後台 Practice console － 這不是{ -dingtalk }。
practice-band-why = 這裏的一切都留在這部電腦，{ -dingtalk }那邊甚麼都看不到。
practice-skip = 跳到內容
practice-menu = 目錄
practice-menu-company = 公司之內
practice-menu-practice = 練習
practice-language = 語言
practice-footer = 這些頁面上的公司、人物和地址都是虛構的。簡體字跟{ -dingtalk }真正的後台一樣，方便您到時認出來。
practice-copied = 已複製

## 釘釘的標籤，換成讀者的話

practice-label-home = 首頁
practice-label-console = 開發者後台
practice-label-apps = 應用開發
practice-label-internal-apps = 企業內部應用
practice-label-create-app = 建立應用
practice-label-basics = 基本資料
practice-label-credentials = 密鑰與基本資料
practice-label-abilities = 應用功能
practice-label-robot = 機械人
practice-label-configuration = 開發設定
practice-label-permissions = 權限
practice-label-security = 安全設定
practice-label-release = 推出應用
practice-label-versions = 版本與發佈
practice-label-admin-console = 管理員的辦公桌
practice-label-groups = 群組
practice-label-work-notices = 工作通知
practice-label-app-name = 應用的名稱
practice-label-app-description = 應用的用途
practice-label-save = 儲存
practice-label-show = 顯示
practice-label-hide = 收起
practice-label-copy = 複製
practice-label-reset-secret = 換新密碼
practice-label-open-now = 馬上開通
practice-label-ask = 提出申請
practice-label-scope = 可查看哪些同事
practice-label-redirect = 返回的網址
practice-label-exit-address = 伺服器的對外地址
practice-label-events = 事件訂閱
practice-label-stream-push = Stream 模式
practice-label-http-push = 推送到網址
practice-label-verify-channel = 已經接駁好，檢查通道
practice-label-create-version = 建立新版本
practice-label-version-number = 版本編號
practice-label-version-description = 版本說明
practice-label-visible-range = 誰看得到這個應用
practice-label-publish = 立即發佈
practice-label-live-version = 使用中
practice-label-release-rules = 哪些發佈要由您批准
practice-label-add-robot = 加入機械人
practice-label-robot-name = 機械人的名稱
practice-label-signature = 加簽
practice-label-keywords = 關鍵詞
practice-label-addresses = 地址名單

## 首頁

practice-home-why = 公司要把程式接上{ -dingtalk }，都在這樣的後台辦。這一個是安全的仿製品，放心按，按錯了都可以還原。
practice-home-way = 由這裏到第一則訊息
practice-home-done = 全部完成：訊息已經送到
practice-home-helper = { -dingtalk }真正的後台在 open-dev.dingtalk.com，CorpId 同樣在右上角。
practice-trouble-reminder = 您開啟了一項故障，所以有些請求會被刻意拒絕。
practice-trouble-go = 看看是哪一項
practice-step-done = 已完成
practice-step-open = 未做
practice-step-register = 登記成為開發者
practice-step-register-why = 登記了，才可以建立應用。
practice-step-register-go = 去登記
practice-step-app = 建立應用，抄下密鑰
practice-step-app-why = 應用是一道門，密鑰讓您的程式通過。
practice-step-app-go = 去建立應用
practice-step-permissions = 開通 { -hoitung } 列出的權限
practice-step-permissions-why = 決定應用可以做甚麼。只傳訊息到群組的話，一項也不用。
practice-step-permissions-go = 選權限
practice-step-addresses = 把您的地址放上 { -allow-list }
practice-step-addresses-why = 由未登記的地址發出的請求，{ -dingtalk }一律不理。
practice-step-addresses-go = 去填地址
practice-step-version = 發佈一個版本
practice-step-version-why = 未發佈之前，應用只有您自己用得到。
practice-step-version-go = 去發佈
practice-step-robot = 在財務部群組加入機械人
practice-step-robot-why = 程式交給機械人的話，它會在群組說出來。
practice-step-robot-go = 打開群組
practice-step-message = 看着第一則訊息出現
practice-step-message-why = 在 { -hoitung } 按傳送，訊息會在這裏出現。
practice-step-message-go = 去群組等候

## 登記

practice-register = 登記成為開發者
practice-register-why = 公司要有一個人負責建立和看管應用。在這裏，這個人就是您。
practice-register-name = 您的稱呼
practice-register-name-hint = 甚麼名字都可以，只會留在這部電腦。
practice-register-email = 公司電郵
practice-register-do = 登記
practice-register-already = 您已經登記了。要改資料，在這裏改即可。
practice-register-real = 在真正的{ -dingtalk }，要先由管理員給您這個權限。還未有的話，會看到一張申請表。

## 應用

practice-apps-why = 每個跟{ -dingtalk }對話的程式，在這裏就是一個應用。您需要一個。
practice-apps-none = 還未有應用。建立第一個吧，寫兩行字就可以。
practice-app-published = 已發佈
practice-app-not-published = 還未發佈
practice-app-new-why = 寫兩行字便夠，簡單直接即可。
practice-app-name-hint = 最少 2 個字，例如「財務訊息」。
practice-app-description-hint = 最少 4 個字。寫明用來做甚麼，讓同事一看就懂。

## 密鑰

practice-credentials-why = { -hoitung } 要的就是這幾行。可以逐行複製，也可以整頁一次過複製。
practice-quota = 本月用量
practice-quota-calls = 請求次數：{ $count } 次，上限 { $limit } 次。
practice-quota-calls-unlimited = 請求次數：{ $count } 次，沒有設上限。
practice-quota-messages = 經 Webhook 和 Stream 的訊息：{ $count } 則，上限 { $limit } 則。
practice-quota-messages-unlimited = 經 Webhook 和 Stream 的訊息：{ $count } 則，沒有設上限。
practice-quota-why = 公司所有應用共用這些次數，每月 1 日（中國時間）重新計算。登入和讀取通訊錄不計算在內。
practice-credentials-helper = 最快的方法：先在密碼一行按「显示」，再按 Ctrl+A、Ctrl+C，然後到 { -hoitung } 整頁貼上。
practice-key-corp-id = 說明您是哪一家公司。不是秘密。
practice-key-client-id = 說明請求由哪個應用發出，好比用戶名稱。
practice-key-client-secret = 應用的密碼。切勿用電郵或聊天傳給別人。
practice-key-agent-id = 傳送工作通知時要用，全是數字。
practice-key-unified-app-id = 同一個應用的新編號，暫時沒有地方要用。
practice-key-robot-code = 應用自己那個機械人的代號，跟應用的編號一樣。
practice-secret-reset-open = 密碼給別人知道了？
practice-secret-reset-why = 換新之後，舊密碼即時失效。請馬上把新密碼交給 { -hoitung }。
practice-app-robot-why = 應用自己的機械人，會個別寫給同事。它只要一項權限，這裏不用再設定。
practice-app-robot-group = 您是想找群組裏的機械人？
practice-app-robot-group-why = 群組的機械人要在群組內加入，不在應用裏。它有自己的網址，不需要任何權限。
practice-app-robot-group-go = 前往財務部群組

## 權限

practice-permissions-why = 應用可以做甚麼，由這裏決定。夠用就好，{ -hoitung } 已替您列出要哪幾項。
practice-permissions-search = 用代碼或簡體名稱找權限
practice-permissions-search-do = 尋找
practice-permissions-none-found = 沒有這個名稱的權限。請照 { -hoitung } 顯示的代碼原樣貼上。
practice-permissions-waiting = 有些項目在等管理員同意，或者等新版本發佈。在練習裏，管理員也由您扮演。
practice-permissions-waiting-go = 前往管理員的辦公桌
practice-point-active = 已生效
practice-point-waits-administrator = 等管理員同意
practice-point-waits-version = 下一個版本發佈後生效
practice-point-withdraw = 收回
practice-point-base = 最基本的一項，包括工作通知。每個應用都有。
practice-point-get-member = 看一位同事的資料。
practice-point-get-department-member = 列出一個部門的同事。
practice-point-get-department-list = 看部門名單。
practice-point-get-member-by-mobile = 用手機號碼找同事。
practice-point-manage-addresslist = 新增、更改和移除同事及部門。要管理員同意。
practice-point-addresslist-search = 在通訊錄內搜尋。
practice-point-field-mobile = 看到手機號碼。要管理員同意。
practice-point-field-email = 看到電郵等個人資料。要管理員同意。
practice-point-liveness-base = 看公司使用{ -dingtalk }的活躍數字。
practice-point-robot-sendmsg = 讓應用自己的機械人寫給同事。
practice-point-chat-manage = 建立和更改群組。
practice-point-chat-read = 看群組的基本資料。
practice-point-contact-user-read = 看登入者本人的個人資料。
practice-point-contact-user-mobile = 看到登入者本人的手機號碼。
practice-point-contact-common-read = 看通訊錄的基本紀錄，例如離職名單。
practice-point-contact-org-read = 看公司的基本資料。
practice-point-org-account = 停用、啟用和登出公司擁有的帳戶。要管理員同意。
practice-point-sign-in = 讓同事用{ -dingtalk }登入這個應用。每個應用都有。
practice-point-attendance = 看考勤紀錄。
practice-point-hrm-read = 看人事檔案。要管理員同意。
practice-point-workflow-read = 看已提交的審批表。
practice-point-todo-write = 建立和更改待辦事項。
practice-point-calendar-read = 看日曆上的日程。
practice-scope-why = 應用最多可以查看哪些同事的資料。有權限而範圍不對，一樣找不到人。
practice-range-everyone = 全公司
practice-range-only-me = 只有我自己
practice-range-part = 部分部門
practice-range-departments = 部門

## 管理員的辦公桌

practice-desk-why = 開發者提出的申請，在這裏批准。在公司裏這是另一位同事，練習時由您扮演。
practice-desk-none = 桌上沒有要批的申請。
practice-desk-helper = 在真正的{ -dingtalk }，沒有人會提醒管理員有申請在等。請您自己傳個訊息告訴他。
practice-desk-asks = { $app } 申請這項權限
practice-desk-releases = { $app } 想發佈這個版本
practice-desk-grant = 同意
practice-desk-approve = 批准
practice-desk-reject = 退回
practice-desk-reason = 給開發者的原因
practice-rule-permissions = 只有令敏感權限生效的發佈
practice-rule-wider-range = 讓更多人看到應用的發佈也要
practice-rule-always = 每次發佈都要

## 安全設定

practice-security-why = 請求由名單上的地址發出，{ -dingtalk }才會理會。
practice-addresses-empty = 名單是空的，全部會被拒絕
practice-addresses-set = 已儲存
practice-addresses-why = 填上程式所在之處的對外地址。{ -hoitung } 會告訴您，{ -dingtalk }看到的是哪一個。
practice-addresses-hint = 多過一個地址，用逗號分開。例如 203.0.113.10；整段可以寫 203.0.113.*。
practice-redirects-why = 用{ -dingtalk }登入之後，只會返回名單上的網址。
practice-redirects-hint = 一行一個網址。在這部電腦練習，填 http://127.0.0.1/callback 或 http://localhost/callback 就可以。
practice-redirects-save = 儲存返回的網址
practice-addresses-helper = 填您電腦自己的地址（例如 192.168.1.20）是沒有用的，{ -dingtalk }看到的是辦公室上網線路的地址。

## 版本

practice-versions-why = 改了設定，要發佈一個新版本，同事才用得到。
practice-versions-none = 還未有版本。請填好下面的表格，然後儲存。
practice-versions-helper = 新應用起初只有開發者看得到。請選全公司，或者選需要它的部門。
practice-version-draft = 已儲存，還未發佈
practice-version-submitted = 等管理員批准
practice-version-rejected = 已被退回
practice-version-reason = 管理員說：{ $reason }
practice-version-earlier = 以前的版本
practice-version-released-at = 發佈時間：{ $time }
practice-version-number-hint = 三個數字，用點分開，由 1.0.0 開始。
practice-version-description-hint = 簡單寫寫有甚麼新，可以留空。

## 群組和機械人

practice-groups-why = 同事聊天的群組。
practice-group-name = 財務部
practice-group-closed = 財務部群組還未開。開了之後，機械人才可以加入。
practice-group-open = 打開群組
practice-group-is-open = 已打開
practice-group-count = 訊息數目：{ $count }
practice-group-why = 練習用的群組。程式傳到機械人網址的話，會在這裏出現。
practice-group-messages = 訊息
practice-group-live = 這一頁每兩秒會自己看看有沒有新訊息。
practice-group-no-robot = 這裏靜悄悄的。請先加入機械人，它會給您一個傳送用的網址。
practice-group-silent = 機械人準備好了。請在 { -hoitung } 傳出第一則訊息。
practice-message-everyone = 已提及所有人
practice-robots-none = 這個群組還未有機械人。
practice-robot-is-on = 使用中
practice-robot-is-off = 已停用
practice-robot-new-why = 收到甚麼，機械人就在群組說甚麼。請選擇它怎樣分辨是您，還是外人。
practice-robot-first-name = 財務機械人
practice-robot-security-why = 最少選一項。選了多項的話，訊息要全部符合。
practice-robot-signature-hint = 每則訊息都用密鑰蓋上印章，最安全。
practice-robot-keywords-hint = 訊息內要有您指定的其中一個字詞，最多十個。
practice-robot-addresses-hint = 只接受這些地址傳來的訊息。
practice-robot-keywords-field = 字詞（用逗號分開）
practice-robot-addresses-field = 地址（用逗號分開）
practice-robot-why = 請把這幾行抄到 { -hoitung }。誰拿到它們，誰就可以在群組發言。
practice-robot-webhook-hint = 訊息就是傳到這個網址。請保密。
practice-robot-secret-hint = 加簽用的密鑰，以 SEC 開頭。
practice-robot-back = 返回群組
practice-robot-more = 停用機械人，或更換密鑰
practice-robot-more-why = 更換之後，舊的即時失效。停用期間，機械人不收訊息。
practice-robot-new-keys = 更換密鑰
practice-robot-turn-off = 停用機械人
practice-robot-turn-on = 啟用機械人

## 工作通知

practice-notices-why = 應用個別通知同事的內容。同事會在手機上的這個欄目看到。
practice-notices-received = 已傳送的通知
practice-notices-none = 還未傳送過通知。
practice-notice-to = 已收到：{ $names }
practice-notice-nobody = 雖然回覆說成功，但沒有人收到這則通知。{ -dingtalk }也是這樣。
practice-notice-not-visible = 這些同事看不到這個應用，所以收不到：{ $names }
practice-notice-forbidden = 有些同事沒有收到：同一段文字，一個人一天只會收到一次。

## 故障

practice-trouble = 練習應付故障
practice-trouble-why = 開啟一項現實中會遇到的故障，看看 { -hoitung } 怎樣說，再找出解決方法。
practice-trouble-is-on = 進行中
practice-trouble-on = 開啟
practice-trouble-off = 關閉
practice-trouble-wrong-key = 密鑰不對
practice-trouble-expired-token = 通行證提早到期
practice-trouble-missing-permission = 權限不見了
practice-trouble-ip-refused = 辦公室換了地址
practice-trouble-throttled = 請求太頻密
practice-trouble-unreachable = 線路斷了
practice-trouble-slow = 線路很慢
practice-trouble-clock-offset = 時鐘不準
practice-scenario-wrong-key = 有人在後台換了應用密碼。關閉這項故障之前，所有密鑰都會被拒絕。
practice-scenario-expired-token = { -dingtalk }令每張通行證提早到期。用過一次之後，要再取一張才可以再用。
practice-scenario-missing-permission = 管理員收回了應用的權限。每個請求都會被拒絕，並說明欠了哪一項。
practice-scenario-ip-refused = 辦公室的上網線路換了新地址 198.51.100.77。把它放上白名單之前，請求都會被拒絕。
practice-scenario-throttled = 應用的請求太頻密。關閉這項故障之前，請求和群組訊息都會被拒絕。
practice-scenario-unreachable = 辦公室和{ -dingtalk }之間，有東西把連線全部切斷。不會有任何回覆。
practice-scenario-slow = 網絡非常慢。每個回覆要等 20 秒。
practice-scenario-clock-offset = 這部電腦的時鐘比{ -dingtalk }慢了 61 分鐘。用加簽的群組訊息會被拒絕。
practice-public-address-title = { -dingtalk }看到的地址
practice-public-address-why = 電腦自己跟自己通訊，並沒有對外地址，所以練習伺服器假裝有一個。您可以像網絡供應商那樣把它換掉。
practice-public-address = 假裝的對外地址
practice-public-address-hint = 例如 203.0.113.10。
practice-public-address-do = 更換地址

## 做好了甚麼

practice-done-registered = 登記好了。接着建立第一個應用吧。
practice-done-app = 應用建立好了，以下就是它的密鑰。請抄到 { -hoitung }。
practice-done-secret = 已換上新密碼，舊密碼即時失效。
practice-done-point = 權限已開通。
practice-done-point-asked = 申請已提出。還要管理員同意，再發佈一個新版本。
practice-done-point-withdrawn = 權限已收回。
practice-done-scope = 可查看的範圍已儲存。
practice-done-addresses = 名單已儲存，即時生效。
practice-done-events = 通道行得通，已經儲存。現在可以選擇想知道的事情。
practice-done-event-types = 您的選擇已儲存。
practice-done-event = 測試事件已經送出，請看下面的名單。
practice-done-redirects = 返回的網址已儲存。
practice-done-version = 版本已儲存，還要發佈。
practice-done-published = 版本已發佈。
practice-done-submitted = 版本已提交。它涉及較敏感的權限，要管理員批准。
practice-done-granted = 已同意。較敏感的權限，要到下一個版本發佈後才生效。
practice-done-approved = 已批准。版本已發佈，相關權限現已生效。
practice-done-rejected = 已退回。開發者可以再次提交這個版本。
practice-done-rule = 規則已儲存。
practice-done-group = 群組打開了。接着加入機械人吧。
practice-done-robot = 機械人已加入群組。請把它的網址和密鑰抄到 { -hoitung }。
practice-done-robot-security = 機械人的安全設定已儲存。
practice-done-robot-keys = 機械人已換上新密鑰，舊的即時失效。
practice-done-robot-on = 機械人已啟用。
practice-done-robot-off = 機械人已停用。
practice-done-trouble-on = 故障已開啟。請到 { -hoitung } 看看它怎樣說。
practice-done-trouble-off = 故障已關閉，一切回復正常。
practice-done-public-address = 假裝的地址已更換。

## 事件

practice-events-why = 公司有變動時，例如有同事入職，{ -dingtalk }會通知您的程式。
practice-events-way = 事件怎樣送到？
practice-events-stream-hint = 建議用這個：由程式自己打開線路，不用讓外面連進來。現在連上的數目：{ $count }。
practice-events-http-hint = 由{ -dingtalk }連到您的網址。練習時只可以是這部電腦的網址。
practice-events-url = 接收推送的網址
practice-events-url-hint = 只有推送才要填，例如 http://127.0.0.1:9000/events
practice-events-token = 簽名用的 token
practice-events-token-hint = 只有推送才要填：3 至 32 個英文字母或數字。您的程式要用同一個。
practice-events-key = 加密用的密鑰
practice-events-key-hint = 只有推送才要填：43 個英文字母或數字。您的程式要用同一個。
practice-events-proved = 通道行得通
practice-events-not-proved = 尚未接駁
practice-events-types = 想讓程式知道哪些事？
practice-events-test = 送一個測試事件
practice-events-test-why = 按其中一個，事件會立即送出，內容是虛構的。
practice-event-user-add-org = 有同事入職
practice-event-user-modify-org = 同事的資料改了
practice-event-user-leave-org = 有同事離職
practice-event-user-active-org = 同事首次登入
practice-event-org-admin-add = 有人成為管理員
practice-event-org-admin-remove = 有人不再是管理員
practice-event-org-dept-create = 新增了部門
practice-event-org-dept-modify = 部門資料改了
practice-event-org-dept-remove = 部門被刪除
practice-event-org-change = 公司資料改了
practice-event-label-user-change = 同事的角色改了
practice-event-bpms-instance-change = 審批開始或完結
practice-event-bpms-task-change = 審批步驟有進展
practice-event-attendance-check-record = 有人打卡
practice-event-chat-update-title = 群組改了名
practice-event-robot-msg-recall = 機械人的訊息被撤回
practice-events-deliveries = 最近送出的事件
practice-events-none = 還未送出任何事件。
practice-delivery-waiting = 送出中
practice-delivery-delivered = 已送達
practice-delivery-failed = 已放棄
practice-delivery-tries = { $way }，{ $time }，試了 { $count } 次

## 沒有做到的原因

practice-refused-not-saved = 寫不進磁碟，所以甚麼都沒有改。請騰出空間，再按一次。
practice-refused-not-registered = 請先登記成為開發者，之後才可以建立應用。
practice-refused-no-such-app = 沒有這個應用。請在應用名單內選一個。
practice-refused-no-such-point = 這項權限已不在名單上。請重新打開這一頁。
practice-refused-no-such-robot = 沒有這個群組或機械人。請重新打開群組。
practice-refused-name-too-short = 名稱最少要 2 個字。
practice-refused-description-too-short = 用途最少要寫 4 個字。
practice-refused-name-empty = 請填上名稱。
practice-refused-email = 這不像電郵地址。格式應是 name@your-company.com。
practice-refused-address = 其中有一項不是地址。應是四個 0 至 255 的數字，用點分開，例如 203.0.113.10。
practice-refused-address-blocks = 0.0.0.0 的意思是「誰都不准」，{ -dingtalk }會拒絕所有請求。請填辦公室線路的真正地址。
practice-refused-address-list = 名單最多 50 個地址。整段地址可以寫成 203.0.113.* 這樣。
practice-refused-redirect = 這不是網址。網址以 http:// 或 https:// 開頭，例如 http://127.0.0.1/callback。
practice-refused-version-number = 應是三個數字，用點分開，由 1.0.0 開始，每個不超過 99。
practice-refused-version-not-higher = 編號要比上一個版本大。
practice-refused-version-not-ready = 這個版本現在不可以這樣改。請重新打開這一頁，看看它的狀況。
practice-refused-range-empty = 請最少剔選一個部門，或者選全公司。
practice-refused-security-empty = 請最少選一項安全方式。否則任何人都可以在群組發言。
practice-refused-keywords = 請填一至十個字詞，用逗號分開。
practice-refused-event-token = token 要有 3 至 32 個英文字母或數字。
practice-refused-event-key = 密鑰要剛好 43 個英文字母或數字。
practice-refused-event-address = 練習只會連到這部電腦。網址要以 http://127.0.0.1 或 http://localhost 開頭。
practice-refused-event-no-stream = 這個應用沒有程式連上。請先啟動程式，再按一次。
practice-why-no-connection = 這個應用當時沒有程式連上。
practice-why-ack-late = 程式沒有及時確認。
practice-why-said-later = 程式回覆：稍後再送。
practice-why-ack-code = 程式以代碼 { $code } 回覆。
practice-why-keys = 訂閱的 token 或密鑰不能用。
practice-why-unreachable = 那個網址沒有人接聽。
practice-why-late = 2.5 秒內沒有收到回覆。
practice-why-status = 回覆的狀態是 { $status }，應該是 200。
practice-why-malformed = 回覆的格式與約定不同。
practice-why-signature = 回覆的簽名不對。請核對 token。
practice-why-undecryptable = 回覆解不開。請核對密鑰。
practice-why-owner = 回覆是為另一個對象加密的，應該用 Client ID。
practice-why-not-success = 解密後的回覆不是「success」這個字。
practice-why-number = { $why }{ -dingtalk }的編號是 { $number }。
practice-not-done = 這一步沒有做到
practice-missing = 這個網址甚麼都沒有
practice-missing-why = 找不到這一頁或這個應用。可能是練習重新開始過。
practice-missing-go = 返回首頁

## 在練習用的釘釘登入
practice-login-heading = 練習登入
practice-login-title = 「{ $app }」請您登入
practice-login-why = 在真的登入頁，您要用手機證明身份。在這裏，選一位示範公司的同事就可以了。
practice-login-who = 您是
practice-login-gives = 這個應用會知道您的名字和頭像；它有權限的話，還有手機號碼。
practice-login-gives-company = 這個應用會知道您的名字、頭像和所屬公司；它有權限的話，還有手機號碼。
practice-login-agree = 同意並繼續
practice-login-refuse = 拒絕
practice-login-real = 這是 { -hoitung } 的練習頁，資料不會離開這部電腦。
practice-login-elsewhere = 練習用的{ -dingtalk }在這裏只有登入頁 /oauth2/auth。
practice-login-refused = 未能登入
practice-login-no-app = 沒有應用用這個 Client ID。請與應用的憑證頁對照。
practice-login-redirect = 這個返回地址不在應用的名單上。請到開發者後台的安全設定加上它。
practice-login-response-type = 這一頁的網址要有 response_type=code。
practice-login-scope = scope 只可以是「openid」或「openid corpid」。
practice-login-prompt = 這一頁的網址要有 prompt=consent。
practice-login-needs-corpid = 要選公司，scope 就要是「openid corpid」。
practice-login-other-company = 您不屬於這個應用要求的公司。
