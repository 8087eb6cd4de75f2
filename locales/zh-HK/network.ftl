# 網絡頁：公司的代理伺服器、各主機的測試，以及時鐘。
network-title = 通往{ -dingtalk }的路
network-lead = 這部電腦與{ -dingtalk }之間，隔着公司的網絡。在這裏可以看到哪些主機連得上，以及要請資訊科技同事放行甚麼。

network-test-title = 連得上{ -dingtalk }的主機嗎？
network-test-why = 每部主機問一次，不用任何密鑰，也不會改動{ -dingtalk }的資料。
network-test-practice = 您正在練習：測試的是這部電腦上的練習伺服器，途中沒有網絡，也沒有代理伺服器。要測試真正的主機，請打開自己的公司。
network-test-run = 測試網絡
network-test-again = 再測試一次
network-test-stop = 停止
network-test-never = 還未測試。
network-test-progress = { $all } 部主機，已測試 { $done } 部。
network-test-good = { $all } 部主機全部連得上。
network-test-bad = { $all } 部主機中，有 { $failed } 部連不上。
network-test-stopped = 已停止。{ $all } 部主機中，已測試 { $done } 部。
network-test-at = 測試時間：{ $at }
network-copy = 複製給資訊科技同事

network-role-old-gateway = 通訊錄、通知和機械人
network-role-new-gateway = 密鑰和較新的功能
network-role-login = 登入
network-role-stream = 事件

network-state-waiting = 未測試
network-state-running = 正在詢問……
network-state-reached = 連得上
network-state-failed = 連不上

network-took = { $milliseconds } 毫秒
network-direct = 不經代理伺服器
network-through = 經代理伺服器 { $proxy }
network-unencrypted = 沒有加密：資料不會離開這部電腦
network-issuer = 證書由 { $issuer } 簽發
network-issuer-untrusted = 證書由 { $issuer } 簽發，這部電腦不信任它
network-issuer-untold = 證書的簽發者沒有名稱
network-valid = 有效期：{ $from } 至 { $to }

network-inspection-title = 公司的網絡會拆看加密流量
network-inspection-trusted = 簽發者：{ $issuer }。這部電腦信任它，所以 { -hoitung } 可以照常使用；而管理這個簽發者的人，可以看到傳送的內容。
network-inspection-untrusted = 簽發者：{ $issuer }。這部電腦不信任它，所以 { -hoitung } 甚麼都不會送出。
    .fix = 請資訊科技同事在這部電腦安裝簽發者的證書，或不拆看{ -dingtalk }的主機。
network-inspection-where = 也可能是這部電腦上的防毒軟件。

network-proxy-title = 代理伺服器
network-proxy-why = 不少公司只讓程式經代理伺服器上網。這裏的設定適用於所有公司，下一次連線便生效。
network-proxy-mode = 這部電腦怎樣上網？
proxy-mode-system = 跟隨系統設定
proxy-mode-system-why = 適合大部分公司。每次連線都重新讀取。
proxy-mode-manual = 經這部代理伺服器
proxy-mode-manual-why = 資訊科技同事給了您地址，或代理伺服器要用戶名稱和密碼。
proxy-mode-none = 不經代理伺服器
proxy-mode-none-why = 直接連線，不理會系統設定。
network-address-aside = 照資訊科技同事給的名稱和埠號：proxy.office:8080
network-user-aside = 代理伺服器不用登入就留空
network-user = 代理伺服器的用戶名稱
network-password-aside = 存放在{ -key-store }，只會送給這部代理伺服器
network-save = 使用這個設定
network-saved = 已儲存，下一次連線便生效。

network-time-title = 時鐘和時區
network-clock-unknown = 測試時會把這部電腦的時鐘與{ -dingtalk }的比較。
network-clock-good = 這部電腦的時鐘與{ -dingtalk }一致。
network-clock-ahead = 這部電腦的時鐘比{ -dingtalk }快了{ $time }。
    .fix = 請在系統的日期設定開啟自動對時。在此之前，{ -hoitung } 會用{ -dingtalk }的時間簽名。
network-clock-behind = 這部電腦的時鐘比{ -dingtalk }慢了{ $time }。
    .fix = 請在系統的日期設定開啟自動對時。在此之前，{ -hoitung } 會用{ -dingtalk }的時間簽名。
network-clock-beside = { $way ->
        [behind] 這部電腦的時鐘慢了{ $time }，單是這樣也會引起這個問題。
       *[ahead] 這部電腦的時鐘快了{ $time }，單是這樣也會引起這個問題。
    }
network-span-seconds = { " " }{ $count } 秒
network-span-minutes = { " " }{ $count } 分鐘
network-span-hours = { " " }{ $count } 小時
network-span-days = { " " }{ $count } 天
network-zone-same = 時區 { $zone }：全年與香港時間（UTC+8）相同，兩者都沒有夏令時間。
network-zone-other = 時區 { $zone }：{ $way ->
        [ahead] 比香港快{ $time }
        [behind] 比香港慢{ $time }
       *[same] 此刻與香港相同
    }。{ -dingtalk }和 { -hoitung } 都顯示香港時間（UTC+8），與這部電腦的設定無關。
network-zone-changes = 這個時區一年內會撥快或撥慢時鐘，香港則沒有夏令時間。到時會{ $way ->
        [ahead] 比香港快{ $time }
        [behind] 比香港慢{ $time }
       *[same] 與香港相同
    }。這裏定下的時間，一律照香港時間。

network-for-it = { -hoitung }：通往{ -dingtalk }的路，香港時間 { $at } 測試
network-for-it-practice = 只是練習：主機都在這部電腦上。
network-for-it-proxy = 代理伺服器設定：{ $setting }
network-for-it-row = { $host }（{ $role }）：{ $result }
network-for-it-allow = 請放行通往以上主機的 HTTPS（443 埠）和 WebSocket。代理伺服器要讓 CONNECT 通過，登入只支援 Basic 方式。
network-sentence-separator = ；
