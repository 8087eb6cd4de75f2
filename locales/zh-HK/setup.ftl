# 五站的名稱、每站的工作、各欄的名稱，以及如何得知已完成。

stop-register = 登記
stop-keys = 密鑰
stop-permissions = 權限
stop-test = 測試
stop-protect = 防護

task-company = 貴公司
task-app-type = 應用類型
task-region = 版本與資料存放地
task-hosts = 與{ -dingtalk }的連線
task-create-app = 建立應用
task-credentials = 應用編號和密碼
task-corp = 企業編號
task-agent = 應用代號
task-purpose = 這個應用用來做甚麼？
task-points = 需要的權限
task-scope = 可接觸哪些同事
task-published = 發佈版本
task-visible = 讓同事看得到應用
task-token = 憑密鑰取得{ -access-pass }
task-signature = 中文簽名
task-clock = 電腦時鐘
task-zone = 時區
task-robot = 群組的機械人
task-message = 第一則訊息
task-place = 在哪裏運行？
task-address = { -dingtalk }看到的地址
task-allow-list = 把地址加入 { -allow-list }
task-listed = 名單只留自己的地址
task-reminder = 定期提示

field-company-name = 公司名稱
field-email = 公司電郵
field-app-type = 應用類型
field-region = 貴公司用哪一個{ -dingtalk }？
field-residency = 資料希望存放在哪裏？
field-paste = 整頁內容
field-corp-id = { -corp-id }
field-client-id = { -client-id }
field-client-secret = { -client-secret }
field-agent-id = { -agent-id }
field-purpose = 用途
field-robot-name = 機械人名稱
field-webhook = { -webhook }
field-robot-secret = 加簽密鑰
field-keyword = 關鍵詞
field-message = 訊息
field-message-title = 題目
field-mentions = 要提醒的手機號碼
field-recipient = 收訊人
field-place = 運行地點
field-address = 網絡地址
field-interval = 每隔多久
field-proxy-address = 代理伺服器的地址
field-proxy-password = 代理伺服器的密碼
field-passphrase = 檔案的密碼

state-waiting = 待辦
state-running = 檢查中……
state-verified = 已核實
state-said = 由您確認
state-problem = 要處理
state-unknown = 未能判斷
state-asked = 已請求
state-turn = 由誰完成：

proof-verified = { $when } 由這部電腦核對
proof-verified-by = { $when } 憑 <code>{ $call }</code> 核實
proof-said = { $when } 由您確認
proof-said-by = { $when } 由 { $by } 確認

trouble-turn = 這一步要由{ $who }處理。
server-words = { -dingtalk }的原話
server-code = 代碼
server-message = 原文
server-request = 查詢編號
