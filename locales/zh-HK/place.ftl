# 「在哪裏運行」一頁。
place-title = 在哪裏運行
place-lead = 這個地方對白名單有甚麼影響，以及在那裏要做甚麼。

place-chosen = 地方
place-chosen-why = 換了地方，便要再看一次白名單。
place-list-title = { -dingtalk }會看到甚麼
place-address-known = 最近看到的地址：{ $address }
place-address-copy = 複製地址
place-address-unknown = 還不知道地址，第 5 站會找出來。
place-to-list = 前往第 5 站

place-fact-office-shared = { -dingtalk }看到的是辦公室的對外地址，全公司共用。
place-fact-office-dynamic = 不少辦公室線路會不時更換地址。請向供應商申請固定地址，否則每次更換都要看名單。
place-fact-laptop = 手提電腦帶走後地址便不同：在家裏或用手機網絡時，請求會被拒絕。
place-fact-sleep = 這部電腦睡眠或關機時，甚麼都不會執行。喚醒後會補做錯過的工作。
place-fact-signed-in = 在 Windows 只在您登入期間執行，因為{ -key-store }屬於您。
place-fact-server-on = 伺服器晚上也開着，不會錯過。
place-fact-server-line = 它可能用另一條線路出外：請問資訊科技同事用哪個地址。
place-fact-server-secret = 沒有{ -key-store }的伺服器，從只有 root 能讀的檔案讀取密碼。
place-fact-aws-elastic = 執行個體停止後，對外地址會改變。請為它配置 Elastic IP，並把它放上名單。
place-fact-aws-nat = 如果放在私有子網，{ -dingtalk }看到的是 NAT 閘道的 Elastic IP。
place-fact-aws-inbound = 不需要由外面連入：安全群組不用設任何輸入規則。
place-fact-aws-near = ap-east-1 就在香港；要先在 AWS 帳戶啟用這個區域。
place-fact-else-address = 請向負責的人查問請求由哪些地址發出，把每個都放上名單。
place-fact-else-shared = 供應商與其他客戶共用的地址，也會讓他們通過。請申請專用的地址。
place-fact-else-serverless = 函數服務和免費計劃的地址經常改變，不能使用。
place-fact-else-ipv6 = 如果使用 IPv6，{ -dingtalk }看到的可能是那個地址，不是 IPv4。

place-steps-title = 在那裏要做甚麼
place-steps-pc = 不用再做甚麼：讓這個視窗開着，電腦開着的時候 { -hoitung } 便會打理一切。如果不想開着視窗，可在您登入期間由 Windows 工作排程器每日檢查兩次：
place-target-legend = 怎樣啟動
place-target-systemd = 使用 systemd 的 Linux
place-target-systemd-why = 長期執行，停了會自動重新啟動。
place-target-container = 容器
place-target-container-why = Docker 或 Podman，哪裏都可以。
place-target-windows-task = Windows 工作排程器
place-target-windows-task-why = 每日檢查兩次，只在您登入期間。

place-step-save = 儲存這些檔案，然後複製到那個地方。
place-step-save-here = 儲存這個檔案。
place-step-program = 把 Linux 程式放到伺服器上。
place-step-beside = 把 Linux 程式 hoitung-cli 放在檔案旁邊。
place-step-install = 在存放檔案的資料夾執行這個程式。它會問{ -client-secret }，建立連接，並啟動服務。
place-step-look = 看看它是否正在執行。
place-step-secret = 把{ -client-secret } 放進只有容器的用戶能讀的檔案。貼上後按 Ctrl+D。
place-step-add = 建立連接，只做一次，並會以真正的請求試過。
place-step-start = 啟動。
place-step-import = 在存放檔案的資料夾，把工作交給 Windows。
place-step-remove = 不要時這樣移除：
place-step-address = 把那個地方的地址放上白名單。未放上之前，訊息會寫明是哪個地址。

place-copy-command = 複製第 { $number } 步的指令
place-save = 立即儲存
place-saved = 已儲存：{ $path }
place-no-secret = 這些檔案都不含密碼。

place-runner-title = 由誰打理這個資料夾
place-runner-us = { -hoitung } 執行期間，由這個視窗打理。
place-runner-window = { $host } 的另一個 { -hoitung } 視窗，由 { $since } 起。這個視窗在旁等候，那個結束便會接手。
place-runner-runner = { $host } 不開視窗的背景程式，由 { $since } 起。這個視窗在旁等候，背景程式結束便會接手。
