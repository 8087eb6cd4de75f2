# 請別人處理：視窗上的字，以及訊息本身。

ask-open = 請別人處理
ask-close = 關閉
ask-whom = 請誰處理？
ask-language = 訊息的語言
ask-app-name = 應用在{ -dingtalk }的名稱
ask-app-name-aside = 可留空；填了對方較易找到
ask-letter = 訊息內容
ask-copy = 複製訊息
ask-mail = 寫電郵
ask-mail-pasted = 訊息太長，放不進電郵連結，所以已經複製。請在電郵內按 Ctrl+V 貼上。
ask-noted = 我已請求對方
ask-again = 再次請求
ask-undo = 其實未請求
ask-since =
    { $who ->
        [dingtalk-admin] { $ago }已請{ -dingtalk }管理員處理。
        [it] { $ago }已請資訊科技同事處理。
       *[boss] { $ago }已請您的上司處理。
    }
ask-since-now =
    { $who ->
        [dingtalk-admin] 剛剛已請{ -dingtalk }管理員處理。
        [it] 剛剛已請資訊科技同事處理。
       *[boss] 剛剛已請您的上司處理。
    }
ask-times = 合共請求了 { $count } 次。
ask-looks = 我們會不時自行查看。
ask-looked = 我們會自行查看，上次是{ $ago }。
ask-looked-now = 我們會自行查看，剛剛看過。
ask-said = 這一項程式看不到：對方說已辦妥，請回來剔選。
ask-news = 「{ $company }」：您請人辦的事，有一項已辦妥。

ask-hello =
    { $who ->
        [dingtalk-admin] { -dingtalk }管理員：
        [it] 資訊科技部同事：
       *[boss] 您好：
    }
ask-practice = （這是模擬{ -dingtalk }的練習，毋須處理。）
ask-why = 原因：{ $why }
ask-company = 公司：{ $company }
ask-app = 應用：{ $app }
ask-app-named = { $name }（Client ID { $id }）
ask-app-id = Client ID { $id }
ask-points = 權限（按後台上的名稱）：
ask-point = - { $name }（{ $code }）：{ $why }
ask-purposes = 應用的用途：
ask-purpose = - { $purpose }
ask-address = 地址：{ $ip }
ask-hosts = 主機：{ $hosts }（HTTPS，443 埠）
ask-where = 位置：{ $where }
ask-link = 網頁：{ $link }
ask-seen = 現時的情況：{ $what }
ask-itself = 辦妥後，我們的程式會自行查到，毋須回覆。
ask-tell = 辦妥後請告訴我。
ask-safe = 這件事用不着任何密碼或密鑰，請不要傳來。
ask-thanks = 謝謝。
ask-paste = 請在這裏貼上訊息：Ctrl+V。

ask-task-company = 請告訴我，在{ -dingtalk }登記應用時，要用哪個公司名稱和公司電郵。
    .subject = { -dingtalk }：登記應用的名稱和電郵
    .why = 登記時兩樣都要填，而且不接受免費電郵。
ask-task-app-type = 請同意把應用建立為內部應用。
    .subject = { -dingtalk }：應用的類型
    .why = 內部應用只供本公司使用；第三方應用是用來賣給別人的。
ask-task-region = 請決定應用使用哪一個{ -dingtalk }，以及資料存放在哪裏。
    .subject = { -dingtalk }：版本與資料存放地
    .why = 審計時會問到這個決定，而且不能輕易更改。
ask-task-hosts = 請讓這部電腦連到以下主機，途中不要解開它們的加密。
    .subject = { -dingtalk }：請讓應用通過公司網絡
    .why = 應用要經它們與{ -dingtalk }通訊，目前連不上。
ask-task-create-app = 請給我{ -dingtalk }的開發權限，或代為建立一個內部應用。
    .subject = { -dingtalk }：申請開發權限
    .why = 沒有權限，我打不開開發者後台。
    .where = 管理後台 →「子管理员」；或開發者後台 →「创建应用」
ask-task-credentials = 請給我這個應用的開發權限，讓我自行查看憑證頁。
    .subject = { -dingtalk }：查看應用憑證的權限
    .why = 密鑰要在那一頁讀取，不可經電郵或聊天傳送。
    .where = 開發者後台 → 我們的應用 →「凭证与基础信息」
ask-task-corp = 請告訴我公司的 CorpID，在開發者後台首頁的右上角。
    .subject = { -dingtalk }：公司的 CorpID
    .why = 應用要知道自己屬於哪間公司。這個編號不是密碼。
    .where = 開發者後台首頁右上角
ask-task-agent = 請告訴我應用的 Agent ID。
    .subject = { -dingtalk }：應用的 Agent ID
    .why = 沒有它就不能發送工作通知。這個編號不是密碼。
    .where = 開發者後台 → 我們的應用 →「凭证与基础信息」
ask-task-purpose = 請同意應用的用途。
    .subject = { -dingtalk }：應用的用途
    .why = 權限由用途決定，愈少愈安全。
ask-task-points = 請為應用開通以下權限，其他的不用開。
    .subject = { -dingtalk }：為應用開通權限
    .why = 這是所需用途的最少權限；未開通，{ -dingtalk }會拒絕應用的查詢。
    .where = 開發者後台 → 我們的應用 →「权限管理」
ask-task-scope = 請擴大應用可接觸的範圍，至相關部門或全公司。
    .subject = { -dingtalk }：應用可接觸的同事
    .why = 目前它看不到所需的同事，列不出，也發不到通知。
    .where = 開發者後台 → 我們的應用 →「权限管理」→「授权范围」
ask-task-published = 請發佈應用的最新版本；如正在等您審批，請批准。
    .subject = { -dingtalk }：發佈應用版本
    .why = 改動要發佈版本後才生效。
    .where = 開發者後台 → 我們的應用 →「版本管理与发布」
ask-task-visible = 請讓會用到應用的同事都看得到它。
    .subject = { -dingtalk }：應用的可見範圍
    .why = 起初只有建立者看得到。
    .where = 開發者後台 → 我們的應用 →「版本管理与发布」→「应用可见范围」
ask-task-token = 請看看{ -dingtalk }為何不發通行證給應用：可能已停用，或密碼已重設。
    .subject = { -dingtalk }：應用取不到通行證
    .why = 沒有通行證，任何查詢都不獲接受。
    .where = 開發者後台 → 我們的應用 →「凭证与基础信息」
ask-task-signature = 請與我一起看看這部電腦：它的中文簽名不正確。
    .subject = { -dingtalk }：電腦簽名不正確
    .why = 簽名不對，{ -dingtalk }會拒收訊息。
ask-task-clock = 請把這部電腦的時鐘與時間伺服器對準。
    .subject = 我的電腦時鐘不準
    .why = 時鐘不準，{ -dingtalk }會拒收有簽名的訊息。
ask-task-zone = 請把這部電腦設為香港時間（UTC+8）；如刻意用其他時區則不必。
    .subject = 我的電腦時區
    .why = 否則訊息和提示的時間會令人誤會。
ask-task-robot = 請在群組加入自定義機械人，並開啟「加签」，再讓我自行複製它的地址。
    .subject = { -dingtalk }：為群組加入機械人
    .why = 它把訊息送到群組。地址和密鑰不可經電郵或聊天傳送。
    .where = { -dingtalk } → 群組 →「群机器人」→「自定义机器人」
ask-task-message = 請看看群組內有沒有我們的測試訊息。
    .subject = { -dingtalk }：收到測試訊息嗎？
    .why = 我們看不到結果，又不想重複發送。
ask-task-place = 請告訴我應用會在哪裏運行：這部電腦、公司伺服器，還是其他地方。
    .subject = { -dingtalk }：應用在哪裏運行
    .why = { -dingtalk }只讓那個地方的地址通過。
ask-task-address = 請告訴我應用對外的公共網絡地址，以及它是否固定。
    .subject = { -dingtalk }：公司的公共網絡地址
    .why = 它要列入{ -dingtalk }的 { -allow-list }。
ask-task-allow-list = 請把以下地址加入應用的出口地址名單。
    .subject = { -dingtalk }：把公司地址加入名單
    .why = 不在名單上的地址，{ -dingtalk }會拒絕應用的所有查詢。
    .where = 開發者後台 → 我們的應用 →「安全设置」→「服务器出口IP」
ask-task-listed = 請查看應用的出口地址名單，刪去不屬於我們的地址。
    .subject = { -dingtalk }：應用名單上的地址
    .why = 萬一密鑰外洩，名單上的陌生地址就用得到。
    .where = 開發者後台 → 我們的應用 →「安全设置」→「服务器出口IP」
ask-task-reminder = 請決定我們隔多久再看一次應用的地址名單。
    .subject = { -dingtalk }：多久檢視一次應用
    .why = 名單上的舊地址，等於忘了關的門。
