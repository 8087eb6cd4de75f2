# crates/engine/src/problem.rs 內每個原因一句：發生了甚麼事；`.fix` 是解決方法。
# 每段最多兩句。變數名稱見該檔案的說明。

## 輸入的資料

problem-company-name-empty = 公司還未有名稱。
    .fix = 請輸入同事一看就認得的名稱。
problem-email-empty = 還未填公司電郵。
    .fix = 請輸入您上班用的電郵地址。
problem-email-malformed = 這不像一個電郵地址。
    .fix = 格式應是 name@your-company.com。請看看是否漏了 @ 或多了空格。
problem-email-free-mail = { $domain } 是個人電郵服務，看不出是哪一家公司。
    .fix = 請改用公司給您的電郵。如果公司沒有，請問資訊科技同事用哪一個代表公司。
problem-choice-missing = 這裏還有一題未選。
    .fix = 每題選一個答案即可，之後隨時可以改。
problem-key-empty = 這一格是空的。
    .fix = 請到{ -console }複製，再貼到這裏。
problem-key-control-characters = 這一串內夾雜了看不見的字元，例如中間斷了行。
    .fix = 請清空這一格，用{ -console }的複製按鈕再抄一次。
problem-keys-swapped = 這一串看來是{ $other ->
        [corp-id] { -corp-id }
        [client-id] { -client-id }
        [client-secret] { -client-secret }
        [agent-id] { -agent-id }
        [webhook] { " " }{ -webhook }
        [robot-secret] { -robot-secret }
       *[other] 另一格的資料
    }，放錯了位置。
    .fix = 請把它移到自己的一格，再抄這一格應有的資料。
problem-paste-nothing-found = 您貼上的內容中找不到那四項資料。
    .fix = 請打開{ -console }的「凭证与基础信息」，全選整頁，複製後再貼一次。您也可以逐格填寫。
problem-paste-too-long = 貼上的內容遠超過一頁後台的長度。
    .fix = 請只複製「凭证与基础信息」那一頁再貼。
problem-webhook-malformed = 這不是一個完整的網址。
    .fix = 請到群組內機械人的設定再抄一次 { -webhook }。它以 https:// 開頭。
problem-webhook-foreign = 這個網址屬於 { $host }，不是{ -dingtalk }的。
    .fix = 請到{ -dingtalk }群組的機械人設定複製 { -webhook }。為安全起見，甚麼都沒有送出。
problem-webhook-real = 這是真正{ -dingtalk }群組的網址，而您正在練習。
    .fix = 請到練習用的後台複製 { -webhook }，或先接駁您的公司。沒有任何內容送到真正的群組。
problem-webhook-practice = 這是練習伺服器的網址，而這是您真正的公司。
    .fix = 請到您自己{ -dingtalk }群組的機械人設定複製 { -webhook }。
problem-webhook-token-missing = 網址只有前半段：「access_token=」後面的一串不見了。
    .fix = 請用機械人設定內的複製按鈕，把整個 { -webhook }再抄一次。
problem-message-empty = 訊息沒有內容。
    .fix = 請寫下想讓群組看到的話。
problem-message-too-long = 這段訊息佔 { $bytes } 位元組，最多只能送 { $limit }。
    .fix = 請縮短一點。一個中文字大約佔三個位元組。
problem-message-title-missing = 有標題和清單的訊息，要有一行題目。
    .fix = 請用一行寫明是甚麼事。未打開訊息之前，手機會先顯示這一行。
problem-message-link-unsafe = 連結「{ $link }」不是打開網頁，而是會執行程式。
    .fix = 請改用以 https:// 開頭的網址。
problem-message-holds-secret = 訊息內有{ $what ->
        [client-secret] 已儲存的{ -client-secret }
        [webhook] 已儲存的 { -webhook }
       *[robot-secret] 已儲存的{ -robot-secret }
    }，所以沒有送出，也沒有儲存。
    .fix = 請把它刪去。如果有其他人看過，請在{ -dingtalk }換一個新的。
problem-mention-malformed = 「{ $value }」不是手機號碼。
    .fix = 請按{ -dingtalk }內的號碼填寫，例如 +852-91234567，以逗號分隔。用戶編號另有一格。
problem-address-malformed = 這不是{ -dingtalk }可以放行的網絡地址。
    .fix = 請輸入四組 0 至 255 的數字，以點分隔，例如 203.0.113.10。公司內部地址和 0.0.0.0 都不能用。
problem-proxy-address-malformed = 代理伺服器的地址要有名稱和埠號。
    .fix = 請照資訊科技同事給的輸入，例如 proxy.office:8080。用戶名稱和密碼要填在下面。
problem-purpose-missing = 還未選任何用途。
    .fix = 請最少剔選一件想用{ -dingtalk }做的事。
problem-recipient-missing = 還未選收訊人。
    .fix = 請從員工名單選一位。
problem-robot-missing = 還未有這個名稱的{ -robot }。
    .fix = 請先用 { -webhook }加入一個。

## 這部電腦

problem-vault-absent = 這部電腦沒有可用的{ -key-store }，所以甚麼都沒有儲存。
    .fix = 請資訊科技同事啟用系統的憑證管理功能，然後重新啟動 { -hoitung }。它絕不會改為把密碼寫進普通檔案。
problem-vault-locked = 這部電腦的{ -key-store }鎖上了。
    .fix = 如果有視窗要求密碼，請在那裏輸入；如果沒有，請重新登入電腦。然後再試一次。
problem-vault-read-back = 密碼已放進{ -key-store }，但讀出來的並不相同。
    .fix = 請再試一次。原本可用的密碼仍然保留。
problem-vault-failed = 這部電腦的{ -key-store }反應不正常。
    .fix = 請重新開機再試。如果仍然這樣，請資訊科技同事檢查系統的憑證管理。
problem-secret-too-long = { $length ->
        [unknown] 這一串太長，{ -key-store }放不下。
       *[other] 這一串有 { $length } 個字，{ -key-store }最多放 { $limit } 個。
    }
    .fix = 請只複製密碼本身，不要連同整頁。
problem-secret-missing = 密碼已不在{ -key-store }內。
    .fix = 請到{ -console }複製，再貼一次。其他資料都還在。
problem-old-secret-waiting = 之前的密碼仍然保留，因為還沒有人確認已停用。
    .fix = 請先在後台停用，到「更改」頁確認，然後再試。
problem-secret-unchanged = 這正是使用中的密碼。
    .fix = 請在後台製作新的密碼，複製後貼在這裏。
problem-disk-full = 磁碟已滿，這次改動未能儲存。
    .fix = 請騰出空間再試。之前儲存的資料沒有受影響。
problem-disk-read-only = 這部電腦不讓 { -hoitung } 寫入它的資料夾。
    .fix = 請資訊科技同事給您寫入的權限，並檢查磁碟有沒有鎖上。
problem-store-unusable = { -hoitung } 的設定檔案不能讀寫。
    .fix = 請關閉其他 { -hoitung } 視窗再啟動。如果仍然這樣，請資訊科技同事檢查資料夾權限和磁碟。
problem-store-newer = 這部電腦上的設定是由較新版本的 { -hoitung } 寫下的。
    .fix = 請安裝較新的版本。資料沒有被改動。
problem-store-damaged = { -hoitung } 的設定檔案已損壞。
    .fix = 請關閉所有 { -hoitung } 視窗，再啟動一次。損壞的檔案會保留，能讀的資料會救回。
problem-store-busy = 另一個程式佔用 { -hoitung } 的設定檔案太久。
    .fix = 請等備份或防毒掃描完成後再試。資料沒有被改動。
problem-others-running = 另一個 { -hoitung } 正在使用同一個資料夾。
    .fix = 請關閉它的視窗和程式，然後再試。沒有移除任何東西。
problem-secret-changed = { -key-store }內的密碼，不是 { -hoitung } 儲存的那一個。
    .fix = 請到{ -console }複製，再貼一次。可能是另一部電腦或程式換了它。
problem-home-unusable = { -hoitung } 的資料夾不能建立或打開。
    .fix = 請確認您有權寫入，或用 HOITUNG_HOME 指定另一個資料夾。
problem-date-malformed = 這不是今日起十年之內的日期。
    .fix = 請按年、月、日填寫，例如 2027-02-22。
problem-reminder-gone = 這項提醒已經不在。
    .fix = 請查看最新的清單，提醒可能在另一個視窗被刪除了。
problem-autostart-unset = 這部電腦不容許 { -hoitung } 更改登入時自動啟動的項目。
    .fix = 公司可能鎖定了這項設定。請問資訊科技同事，或自行啟動 { -hoitung }。
problem-practice-port-taken = 這部電腦上有另一個程式佔用了練習伺服器要用的連接埠。
    .fix = 請關閉那個程式，或讓 { -hoitung } 自行選一個未用的連接埠。
problem-practice-not-running = 練習伺服器沒有啟動。
    .fix = 請以練習模式啟動 { -hoitung }，或執行「hoitung-cli practice」，然後再試。
problem-practice-state-unusable = 練習資料（{ $path }）不能讀寫。
    .fix = 請先關閉其他練習伺服器。如果仍然這樣，可以刪除該資料夾：練習會由頭開始，不會失去真實資料。
problem-clipboard-unusable = 剪貼簿內沒有可以讀取的文字。
    .fix = 請再複製一次，或直接在格內按 Ctrl+V 貼上。
problem-random-missing = 這部電腦產生不了隨機數，沒有它們就不能加密。
    .fix = 請重新開機。如果仍然這樣，請找資訊科技同事。
problem-mail-unopened = 未能打開電郵程式。
    .fix = 可改為複製訊息，再貼到您慣用的地方；或在系統設定選定預設電郵程式。
problem-browser-unopened = 未能在瀏覽器打開這一頁。
    .fix = 請在系統設定選定預設瀏覽器，然後再試。

## 通往釘釘的路

problem-unreachable = { $host ->
        [practice] 連不上這部電腦上的練習伺服器。
       *[other] 連不上 { $host }。
    }
    .fix = { $host ->
        [practice] 請關閉 { -hoitung } 再打開，資料不會遺失
       *[other] 請看看其他網站能否打開。如果可以，請資訊科技同事放行 { $host }
    }。
problem-name-unknown = 網絡找不到 { $host } 這個名稱。
    .fix = 請確認電腦已經上網。如果已經上網，請資訊科技同事檢查公司的網域名稱服務（DNS）。
problem-timed-out = { $host ->
        [practice] 等了 { $seconds } 秒，這部電腦上的練習伺服器仍然沒有回應。
       *[other] { $seconds ->
            [unknown] { $host } 沒有及時回應。
           *[other] 等了 { $seconds } 秒，{ $host } 仍然沒有回應。
        }
    }
    .fix = 請過一分鐘再試。{ $host ->
        [practice] 如果常常這樣，請關閉 { -hoitung } 再打開
       *[other] 如果常常這樣，請問資訊科技同事公司網絡是否拖慢了 { $host }
    }。
problem-certificate-refused = 甚麼都沒有送出，因為{ $fault ->
        [expired] { " " }{ $host } 的證書已過期
        [not-yet-valid] 以這部電腦的日期計算，{ $host } 的證書尚未生效
        [wrong-name] { " " }{ $host } 出示的證書屬於另一個名稱
        [unknown-issuer] { $issuer ->
            [unknown] { " " }{ $host } 的證書，簽發者不獲這部電腦信任
           *[other] { " " }{ $host } 的證書由「{ $issuer }」簽發，而這部電腦不信任它
        }
        [revoked] { " " }{ $host } 的證書已被撤回
       *[other] 這部電腦不信任與 { $host } 的連線
    }。
    .fix = { $fault ->
        [expired] 請先校準電腦的日期和時間，並開啟自動對時。如果時間正確，請找資訊科技同事
        [not-yet-valid] 請先校準電腦的日期和時間，並開啟自動對時。如果時間正確，請找資訊科技同事
       *[other] 請問資訊科技同事公司會否檢查加密流量。如果會，請他們在這部電腦安裝公司的證書
    }。
problem-proxy-sign-in = 公司的代理伺服器要先收到用戶名稱和密碼，才讓電腦連到 { $host }。
    .fix = 請向資訊科技同事索取這組名稱和密碼，或請他們為 { $host } 免去登入。
problem-proxy-refused = 公司的代理伺服器不讓 { -hoitung } 連到 { $host }。
    .fix = 請資訊科技同事在代理伺服器為這部電腦放行 { $host }。
problem-proxy-unreachable = 代理伺服器 { $proxy } 沒有回應，所以連不上 { $host }。
    .fix = 請在「網絡」頁核對代理伺服器的地址。如果沒有錯，請問資訊科技同事它是否正在運作。
problem-proxy-password-missing = 欠缺代理伺服器的密碼。
    .fix = 請在「網絡」頁輸入密碼。如果以前儲存過，請先解鎖{ -key-store }。
problem-proxy-unsupported = 系統指定的代理伺服器種類，{ -hoitung } 不能使用。
    .fix = 請向資訊科技同事索取 HTTP 代理伺服器的地址，在「網絡」頁設定。
problem-proxy-unresolved = 系統沒有說明要用哪一部代理伺服器。
    .fix = 請問資訊科技同事自動設定指令碼是否正常，或索取代理伺服器的地址，在「網絡」頁設定。
problem-captive-portal = 回應的不是 { $host }，而是網絡的登入頁。
    .fix = 請打開任何一個網站，登入網絡後再試。
problem-answer-unreadable = { $host ->
        [practice] 這部電腦上的練習伺服器，回應了讀不懂的內容。
       *[other] { $host } 的回應不像是{ -dingtalk }發出的。
    }
    .fix = 請再試一次。如果仍然這樣，請問資訊科技同事是否有過濾設備改動了內容。

## 釘釘的答覆

problem-credentials-refused = { -dingtalk }不接受這一組{ -client-id } 和{ -client-secret }。
    .fix = 請在同一個應用的「凭证与基础信息」頁把兩項再抄一次。也請確認地區（.com 或 .io）就是建立應用的地區。
problem-corp-id-refused = { -dingtalk }認為這個{ -corp-id } 與應用的密鑰不是同一家公司。
    .fix = 請到{ -console }首頁右上角再抄一次。它必須是擁有這個應用的公司。
problem-token-refused = { -dingtalk }剛發出的{ -access-pass }，連續兩次不獲接受。
    .fix = 請過一分鐘再試。如果仍然這樣，請再抄一次{ -client-secret }：可能有人更換了。
problem-permission-missing = 應用還未可以做這件事：{ $permissions ->
        [unknown] { -dingtalk }沒有說明欠缺哪一項權限
       *[other] 欠缺權限 { $permissions }
    }。
    .fix = 請管理員在{ -console }的「权限管理」開通，然後再檢查。
problem-address-refused = { -dingtalk }拒絕了這次請求，因為{ $ip ->
        [unknown] 來源地址
       *[other] { " " }{ $ip }{ " " }
    }不在應用的 { -allow-list }內。
    .fix = 請在{ -console }「安全设置」的「服务器出口IP」加入這個地址，然後再檢查。
problem-contact-scope = { $whom ->
        [person] 這位同事不在應用可以查看的範圍內。
        [department] 這個部門不在應用可以查看的範圍內。
       *[other] 這位同事或這個部門不在應用可以查看的範圍內。
    }
    .fix = 請管理員在「权限管理」擴大應用的「授权范围」。
problem-throttled = 短時間內發出的請求太多，{ -dingtalk }要求稍停。
    .fix = 請等 { $seconds } 秒，毋須更改任何設定。
problem-quota-used = 公司本月可用的{ -dingtalk }請求次數已經用完。
    .fix = 請購買較大的方案，或等到下月一日。
problem-address-banned = 由公司地址發出的請求太多，{ -dingtalk }暫時封鎖了這個地址。
    .fix = 請等 { $minutes } 分鐘。也請問資訊科技同事是否有其他程式不停向{ -dingtalk }發出請求。
problem-agent-id-refused = 這個{ -agent-id } 不屬於這個應用。
    .fix = 請在抄{ -client-id } 的同一頁，把{ -agent-id } 再抄一次。
problem-app-disabled = 這個應用在{ -dingtalk }已被停用或移除。
    .fix = 請管理員在{ -console }重新啟用。
problem-busy = { -dingtalk }表示現在很忙。
    .fix = 請過一分鐘再試。
problem-user-unknown = 公司內找不到這個編號、號碼或姓名的同事。
    .fix = 請核對編號。對方可能已離職，或者還未接受邀請。
problem-department-unknown = 公司內沒有這個編號的部門。
    .fix = 請重新讀取部門清單，再用清單內的編號。
problem-user-disabled = 這位同事的帳戶已被停用。
    .fix = 請管理員在管理後台重新啟用。
problem-already-exists = { $what ->
        [user-id] 公司內已有人使用這個用戶編號。
        [mobile] 公司內已有人使用這個手機號碼。
        [person] 這個手機號碼的主人已在公司內。
        [email] 公司內已有人使用這個電郵地址。
        [telephone] 公司內已有人使用這個分機號碼。
        [department-name] 上級部門之下已有同名的部門。
        [department-id] 已有部門使用這個編號。
        [callback] 這個應用已登記接收事件的地址。
        [message] 對方今天已收過一模一樣的訊息，第二則不會送達。
        [client-token] 已有相同標記的請求送出過。
       *[other] { -dingtalk }內已有這一項，不能重複。
    }
    .fix = { $what ->
        [message] 請改動字句，或等到明天再送
        [callback] 請修改原有的地址，不要再加一個
       *[other] 請找出原有的一項來修改，或改用另一個值
    }。
problem-consent-needed = { -dingtalk }已向對方發出邀請，對方接受後才會加入公司。
    .fix = 請對方打開{ -dingtalk }接受邀請。再加一次，只會多發一個邀請。
problem-mobile-fixed = { -dingtalk }不容許公司更改同事的手機號碼。
    .fix = 同事可以在{ -dingtalk }自行更改。先刪除再以新號碼加入亦可，但對方會離開考勤組，並在人事紀錄列為已離職。
problem-hr-managed = 公司用{ -dingtalk }的智能人事管理職位，所以不能由外面更改。
    .fix = 請負責智能人事的同事，在那裏更改職位或部門。
problem-org-account-only = 只有公司擁有的帳戶才可以這樣做，而這個帳戶屬於個人。
    .fix = 如要收回權限，請把對方移出公司。
problem-field-refused = { $name ->
        [name] { -dingtalk }不接受這個姓名。
        [mobile] { -dingtalk }不接受這個手機號碼。
        [email] { -dingtalk }不接受這個電郵地址。
        [mobile-and-email] 手機號碼和電郵，最少要填一項。
        [telephone] { -dingtalk }不接受這個分機號碼。
        [work-place] { -dingtalk }不接受這個辦公地點。
        [remark] { -dingtalk }不接受這段備註。
        [department-list] { -dingtalk }不接受這份部門清單。
        [extension] { -dingtalk }不接受其中一個公司自訂欄位。
        [job-number] { -dingtalk }不接受這個員工編號。
        [manager] { -dingtalk }找不到這位主管。
        [user-id-list] 名單內最少有一位，{ -dingtalk }並不認識。
        [department] 這位同事不在這個部門。
        [department-name] { -dingtalk }不接受這個部門名稱。
        [parent-department] { -dingtalk }不接受這個上級部門。
        [department-order] { -dingtalk }不接受這個排序。
        [visible-list] { -dingtalk }不接受這份可見名單。
        [group-owner] { -dingtalk }不接受這位部門群主。
        [content] { -dingtalk }認為部分字句敏感。
        [offset] { -dingtalk }不接受清單的這個起點。
        [page-size] { -dingtalk }不接受一次讀取這麼多項。
        [page-url] 網頁地址與簽名時的不同。
        [js-api-list] { -dingtalk }不接受網頁的這份功能清單。
       *[other] { -dingtalk }不接受其中一個值。
    }
    .fix = { $name ->
        [mobile] 內地以外的號碼請連地區號碼填寫，例如 +852-XXXXXXXX
        [department-name] 請用 1 至 64 個字，不要有連字號或逗號
        [extension] 請管理員先在管理後台加入這個欄位
        [content] 請修改字句再試
       *[other] 請檢查長度和所用的字元，再試一次
    }。
problem-parameter-refused = { $name ->
        [unknown] 請求內有一個值，{ -dingtalk }不接受。
       *[other] 請求內「{ $name }」的值，{ -dingtalk }不接受。
    }
    .fix = 請資訊科技同事或程式作者，對照{ -dingtalk }的文件檢查這個值。
problem-parameter-missing = { $name ->
        [unknown] 請求欠缺一個{ -dingtalk }必需的值。
       *[other] 請求欠缺{ -dingtalk }必需的「{ $name }」。
    }
    .fix = 請資訊科技同事或程式作者，在請求補上這一項。
problem-request-malformed = 請求已送到{ -dingtalk }，但格式不獲接受。
    .fix = 請資訊科技同事或程式作者，檢查請求的方法、標頭和內容。
problem-limit-reached = { $limit ->
        [team-size] 公司人數已達{ -dingtalk }的上限。
        [department-size] 這個部門的人數已達上限。
        [department-depth] 部門的層級已達上限。
        [departments] 部門的數目已達上限。
        [uncertified-organisations] 這個手機號碼已加入五家未認證的公司。
        [work-notices] { -work-notice }的數量已達上限，暫時不能再送。
        [recipients] 收訊人數超過一次可送的上限。
       *[other] 數量已達{ -dingtalk }的上限。
    }
    .fix = { $limit ->
        [team-size] 請管理員為公司辦理認證，上限便會提高
        [uncertified-organisations] 請管理員為您的公司辦理認證
        [work-notices] 請等到明天，或減少收訊人
        [recipients] 請分開幾次發送
       *[other] 請移除不再需要的，或重新分配
    }。
problem-department-not-empty = 部門內還有同事或下級部門，所以不能刪除。
    .fix = 請先把他們移走，再刪除部門。
problem-root-department-fixed = 最上層的部門就是公司本身，不能在這裏修改或刪除。
    .fix = 請選擇它之下的部門。公司名稱只有管理員可以更改。
problem-sign-in-code-refused = 登入時間太長，或這次登入已經用過。
    .fix = 請由頭再登入一次。
problem-redirect-refused = { -dingtalk }不認識登入後要返回的網址。
    .fix = 請管理員在{ -console }「安全设置」的「重定向URL(回调域名)」加入這個網址。
problem-not-authorised = 公司還未授權這個第三方應用，或授權已經取消。
    .fix = 請管理員安裝這個應用，並重新授權。
problem-suite-ticket-refused = 第三方應用所用的憑票，{ -dingtalk }已不再接受。
    .fix = 請營運這個應用的一方改用最新的憑票。{ -dingtalk }大約每五小時發一張新的。
problem-signature-refused = { -dingtalk }未能核實請求的簽名。
    .fix = 請資訊科技同事或程式作者，對照{ -dingtalk }的文件檢查簽名內容和密鑰。
problem-signature-time = { -dingtalk }認為請求的簽署時間不對。
    .fix = 請校準電腦的時鐘，最好開啟自動對時。然後再試。
problem-callback-refused = { -dingtalk }與您的伺服器，未能就接收事件的地址互相確認。
    .fix = 請資訊科技同事檢查伺服器能否從互聯網連上，以及兩邊的密鑰是否相同。
problem-recipient-refused = 對方不接收這個發送者的訊息。
    .fix = 請對方在{ -dingtalk }內允許接收，或用其他方法聯絡。
problem-path-unknown = 所請求的網址，{ -dingtalk }並沒有這個功能。
    .fix = 請資訊科技同事或程式作者，對照{ -dingtalk }的文件檢查網址。常見原因是漏了「v2」。
problem-read-incomplete = 由{ -dingtalk }讀取的清單並不完整，所以沒有採用。
    .fix = 請過幾分鐘再試。沒有任何人因此被更改或移除。
problem-unknown = { $code ->
        [unknown] { -hoitung } 認不出這裏出了甚麼問題。
       *[other] { -dingtalk }回應了代碼 { $code }，{ -hoitung } 不認識它。
    }
    .fix = 請再試一次。如果仍然這樣，請把小字的{ -dingtalk }原文給資訊科技同事或{ -dingtalk }客服看。

## 機械人

problem-robot-unknown = { -dingtalk }不認識這個 { -webhook }。
    .fix = 請到機械人的設定再抄一次。如果機械人已被刪除，請在群組加一個新的。
problem-robot-security = 機械人其中一項安全設定，拒絕了這則訊息。
    .fix = 請打開機械人設定的「安全设置」。請核對關鍵詞、加簽密鑰和容許的地址，與您所用的是否相同。
problem-robot-signature = 簽名不符，{ -dingtalk }沒有送出訊息。
    .fix = 請在機械人設定的「加签」再抄一次以 SEC 開頭的密鑰。群組沒有收到任何東西。
problem-robot-secret-needed = 這個機械人只收有簽名的訊息，但這裏還未有它的密鑰。
    .fix = 請在機械人設定的「加签」複製以 SEC 開頭的密鑰，並儲存在這裏。
problem-robot-keyword = 訊息沒有包含這個機械人要求的關鍵詞。
    .fix = 請在機械人設定查看「自定义关键词」，在這裏記下，並把那個詞放進訊息。
problem-robot-address = 這個機械人只收指定地址送來的訊息，{ $ip ->
        [unknown] 而您的地址
       *[other] 而 { $ip }{ " " }
    }不在其中。
    .fix = 請機械人的擁有人在設定的「IP地址(段)」加入這個地址。
problem-robot-clock = { -dingtalk }認為訊息的簽署時間不對。
    .fix = 請把這部電腦的時鐘校準，最好開啟自動對時。然後再送一次。
problem-robot-throttled = 機械人一分鐘內送了超過 20 則訊息，必須休息。
    .fix = 請等 { $minutes } 分鐘再送下一則。
problem-robot-disabled = 這個機械人在群組內被停用了。
    .fix = 請群主在群組的機械人設定重新啟用。
problem-robot-group-gone = 機械人所屬的群組已不存在。
    .fix = 請在另一個群組加入機械人，再把它的 { -webhook }儲存在這裏。
problem-robot-content = { -dingtalk }不接受這則訊息的內容。
    .fix = 請修改字句再試。常見原因是內有不明網站的連結。
problem-message-fate-unknown = 訊息已離開這部電腦，但沒有收到回覆：它可能已經送到。
    .fix = 再送之前，請先到群組看一看。
problem-message-sent-already = 一模一樣的訊息，過去一天內已送過給「{ $name }」。
    .fix = 請改動字句，或表明真的要再送一次。
problem-message-gone = 這則訊息已沒有甚麼可以查問。
    .fix = 請看「送出了甚麼」。如果一定要送到，請再送一次。
problem-notice-not-received = { -dingtalk }收下了訊息，但{ $reason ->
        [too-many] 沒有送給{ $person }：對方今天收得太多。
        [no-such-person] 沒有用戶編號是 { $person } 的人。
       *[not-reached] 沒有送到{ $person }。
    }
    .fix = { $reason ->
        [too-many] 請等到明天，或少送幾則工作通知。
        [no-such-person] 請再讀一次員工名單，從中選人。
       *[not-reached] 請{ -dingtalk }管理員讓對方看到這個應用：在版本的「应用可见范围」加入。
    }

## 推送的事件
problem-event-key-unusable = AES 密鑰不是 43 個英文字母和數字。
    .fix = 請到事件訂閱那一頁再抄一次。其他資料還未檢查。
problem-event-signature = 用這個簽名 Token、時間、隨機碼和內容計出的簽名並不相同。
    .fix = 請把四項與{ -dingtalk }送來的逐字對照：常見原因是網址內的「+」變成了空格。
problem-event-key = 簽名正確，但這個 AES 密鑰打不開內容。
    .fix = 請到事件訂閱那一頁再抄一次 AES 密鑰。每次重新產生，它都會改變。
problem-event-owner = 內容打開了，但它是給 { $found } 的，不是給 { $expected }。
    .fix = 在{ -console }訂閱的請用{ -client-id }；用舊式登記請求訂閱的請用{ -corp-id }。
problem-event-malformed = 簽名正確，但內容不是加密訊息：它不完整，或在簽名前已被改動。
    .fix = 請把「encrypt」的值由頭到尾整個抄下來。

## 接收事件

problem-event-link-foreign = 指定接收事件的地方屬於 { $host }，不是{ -dingtalk }的，所以沒有連線。
    .fix = 從這裏到{ -dingtalk }之間，有東西改動了回覆。請給資訊科技同事看看。
problem-event-link-refused = { -dingtalk }沒有接通事件的連線。
    .fix = 程式會自動再試。如果仍然這樣，請問資訊科技同事有沒有攔截 WebSocket 連線。
problem-event-link-lost = 事件的連線中斷了。
    .fix = 程式會自動重新連線，未收到的事件{ -dingtalk }會再送一次。

## 時鐘

problem-clock-offset = 這部電腦的時鐘與{ -dingtalk }相差 { $seconds } 秒。
    .fix = 請在系統的日期設定開啟自動對時。相差一小時，簽了名的訊息就會被拒絕。
problem-zone-not-hong-kong = 這部電腦的時區是 { $zone }，不是香港時間（UTC+8）。
    .fix = 請在系統的日期設定選香港；如果您身在外地，可以繼續，{ -hoitung } 內的時間一律是香港時間。

## 外來的指引

problem-guides-key-missing = 這個版本的 { -hoitung } 沒有內置製作者的密鑰，所以不接受任何外來指引。
    .fix = 請沿用附送的指引。更新 { -hoitung } 就有更新的指引。
problem-guides-unsigned = 這個檔案旁邊沒有簽名，沒有人替它擔保。
    .fix = 請把同時發佈、以 .minisig 結尾的檔案放在一起，再試一次。
problem-guides-tampered = 這個檔案與製作者簽署的不同：曾被改動，或者不完整。
    .fix = 請從發佈的地方重新取得兩個檔案。沒有加入任何東西。
problem-guides-too-large = 這個檔案大過 { $limit } KB，指引不會這樣大。
    .fix = 請看清楚有沒有選錯檔案。
problem-guides-unfit = 簽名正確，但這個程式顯示不到這些指引（{ $place }）。
    .fix = 請通知製作檔案的人。現有的指引照用。
problem-guides-too-new = 這些指引是為較新的 { -hoitung } 而寫的。
    .fix = 請先更新 { -hoitung }，新版本附有自己的指引。
problem-guides-older = 這些指引（{ $edition } 版）不比現有的（{ $present } 版）新。
    .fix = 不用做甚麼，較新的一份已在使用。
problem-guides-unreadable = 讀取不到檔案 { $path }。
    .fix = 請檢查檔案的名稱和位置，以及您能否打開它。

## 移交的檔案

problem-passphrase-weak = { $reason ->
        [empty] 這個檔案要有密碼。
        [common] 這個密碼是常見的字或名字，最先被人試。
        [row] 這個密碼是鍵盤上的一行或順序的字母，很快被人試到。
        [repeat] 這個密碼不斷重複，很快被人試到。
        [date] 這個密碼是日期，數目不多，很快試完。
        [known] 這個密碼含有公司或您的名字，外人最先會試。
        [long] 這個密碼太長，沒有人會逐字輸入。
       *[short] 這個密碼太容易猜中。
    }
    .fix = 請用 { -hoitung } 提議的密碼，或者五個互不相干的詞語。沒有寫入任何檔案。
problem-passphrase-wrong = 這個密碼打不開這個檔案。
    .fix = 請照復原紙再輸入一次，或問製作檔案的人。沒有密碼，任何人都打不開，包括 { -hoitung }。
problem-handover-foreign = 這不是移交檔案。
    .fix = 請選 { -hoitung } 匯出的檔案，名稱以 .hoitung 結尾。
problem-handover-truncated = 這個檔案欠了結尾部分。
    .fix = 請從來源再複製或下載一次。這裏沒有任何改動。
problem-handover-damaged = 這個檔案與製作時不同，內容曾被改動。
    .fix = 請從來源再複製一次，或請對方重新製作。這裏沒有任何改動。
problem-handover-newer = 這個檔案由較新版本的 { -hoitung } 製作。
    .fix = 請先更新這部電腦的 { -hoitung }，再打開檔案。
problem-handover-too-large = 這個檔案大過 { $limit } MB，移交檔案不會這樣大。
    .fix = 請看清楚有沒有選錯檔案。
problem-handover-costly = 打開這個檔案所費的工夫，遠多於 { -hoitung } 自己的檔案，所以沒有打開。
    .fix = 請不要信任它，先問寄來的人。有需要就請對方重新製作。
problem-handover-conflict = 這裏已有「{ $name }」。
    .fix = 請選擇用另一個名稱加入，還是取代現有的一個。沒有任何改動。
problem-handover-closed = 檔案已經關上。
    .fix = 請再選一次檔案，並輸入密碼。
problem-file-unreadable = 讀取不到檔案 { $path }。
    .fix = 請檢查檔案的名稱和位置，以及您能否打開它。
problem-file-unwritable = 寫入不到 { $path }。
    .fix = 請選另一個資料夾，或檢查您能否寫入該處。
problem-files-in-the-way = 該處已有同名的東西：{ $names }。
    .fix = 請選另一個位置，或表明可以取代。沒有寫入任何檔案。

## 程式本身

problem-cancelled = 您已停止這一步。
    .fix = 隨時可以再開始，資料沒有失去。
problem-connection-unknown = 沒有這個名稱的連接。
    .fix = 請看看連接清單，照清單上的名稱輸入。
problem-company-name-too-long = 名稱有 { $length } 個字，最多 { $limit } 個。
    .fix = 請縮短名稱，再儲存。

problem-secret-left = { -key-store }說密碼已刪除，但仍然讀得到。
    .fix = 請重新開機再試。如果仍然這樣，請找資訊科技同事。
problem-task-left = Windows 的排程工作「{ $task }」未能刪除，它會繼續啟動 { -hoitung }。
    .fix = 目前甚麼都未移除。請資訊科技同事在 Windows「工作排程器」刪除這項工作，然後再試。

problem-name-taken = 這個名稱已經有人用了。
    .fix = 請換一個。
problem-link-refused = 這個連結通往{ -dingtalk }以外的地方，所以沒有打開。
    .fix = 請自行在瀏覽器打開{ -dingtalk }的{ -console }。
problem-secret-file-unfit = { $fault ->
        [no-folder] 找不到存放密碼的資料夾 { $path }。
        [no-credentials] systemd 沒有把憑證交給這個程式。
        [missing] { $path } 裏沒有密碼。
        [leads] { $path } 是連結，通往資料夾以外。
        [not-file] { $path } 不是普通檔案。
        [owner] { $path } 屬於另一個用戶。
        [mode] 這部電腦的其他用戶可以讀取或更改 { $path }。
        [too-long] { $path } 太長，不會是密碼。
        [empty] { $path } 是空的。
        [not-text] { $path } 不止一行文字。
        [not-here] 這個系統不從檔案讀取密碼，因為無法核對檔案的權限。
       *[unreadable] 讀不到 { $path }。
    }
    .fix = { $fault ->
        [no-folder] 請建立資料夾，或用「--secrets」指明正確的資料夾。
        [no-credentials] 請由設有「LoadCredential=」的單元啟動，或用「--secrets」指明資料夾。
        [missing] 請把密碼放進去，寫成一行，只讓執行程式的用戶讀取。
        [owner] 請用 chown 把檔案交給執行程式的用戶。
        [mode] 請取消其他人的權限：chmod 0400。
        [too-long] 檔案裏只放一個密碼，寫成一行。
        [empty] 請把密碼放進去，寫成一行。
        [not-text] 檔案裏只放一個密碼，寫成一行。
        [not-here] 請不要用「--secrets」：這裏用{ -key-store }。
       *[other] 請放一個普通檔案，只讓執行程式的用戶讀取。
    }
problem-secrets-read-only = 這部伺服器的密碼由您自己放置，{ -hoitung } 不會寫入。
    .fix = 請自行把密碼放進 { $path }，然後再試。如果那裏已有密碼，那是另一個。
problem-folder-held = { $program ->
        [window] { $host } 的 { -hoitung } 視窗（處理程序 { $pid }）由 { $since } 起已在打理這個資料夾。
       *[runner] { $host } 的背景程式（處理程序 { $pid }）由 { $since } 起已在打理這個資料夾。
    }
    .fix = 請先關閉那一個，或用 HOITUNG_HOME 為這一個另設資料夾。
problem-folder-lost = 現在由另一個 { -hoitung } 打理這個資料夾，所以背景進行中的工作沒有記下。
    .fix = 甚麼都不用做，另一個會接手。

## 公司資訊科技同事訂下的規則

problem-region-forbidden = { $allowed ->
        [com] 資訊科技同事只准這部電腦使用內地版{ -dingtalk }。
        [io] 資訊科技同事只准這部電腦使用國際版{ -dingtalk }。
       *[none] 資訊科技同事訂下了可用哪個{ -dingtalk }，但 { -hoitung } 看不懂那項規則。
    }
    .fix = { $allowed ->
        [none] 請資訊科技同事修正規則「Regions」。在此之前，不會連接任何公司。
       *[other] 請選那一個，或請資訊科技同事更改規則「Regions」。沒有送出任何東西。
    }
problem-practice-forbidden = 資訊科技同事已關閉這部電腦的練習模式。
    .fix = 請直接接駁您的公司，或請資訊科技同事更改規則「PracticeMode」。
problem-proxy-fixed = 這部電腦的代理伺服器由資訊科技同事設定。
    .fix = 這裏不能更改。請資訊科技同事更改規則「Proxy」。
problem-policy-unreadable = 資訊科技同事為這部電腦設定了代理伺服器，但 { -hoitung } 看不懂那項規則。
    .fix = 請資訊科技同事修正規則「Proxy」。在此之前，甚麼都不會離開這部電腦。
problem-updates-forbidden = 資訊科技同事已關閉這部電腦的更新。
    .fix = 新版本由他們安裝。如有需要，請問資訊科技同事。

## 新版本

problem-update-source-missing = 這個版本的 { -hoitung } 不會尋找更新。
    .fix = 請到當初取得程式的地方下載新版本，安裝後一切保留。
problem-update-missing = { $host } 沒有提供新版本的資料（回應 { $status }）。
    .fix = 請稍後再試。如果仍然這樣，請把這個地址和回應告訴資訊科技同事。
problem-update-redirected = { $host } 要把 { -hoitung } 轉到另一個地址，程式沒有跟隨。
    .fix = 請資訊科技同事檢查地址。網絡的登入頁也會這樣：請先打開任何一個網站。
problem-update-insecure = 新版本會由 { $host } 以沒有加密的方式傳來。
    .fix = 沒有下載任何東西。請向資訊科技同事索取以 https:// 開頭的地址。
problem-update-unreadable = 看不懂 { $host } 提供的新版本資料。
    .fix = 沒有改變任何東西。請通知資訊科技同事，或發佈 { -hoitung } 的人。
problem-update-not-for-here = 有版本 { $version }，但不適合這種電腦。
    .fix = 請沿用現有版本，並詢問發佈 { -hoitung } 的人。
problem-update-too-large = 提供的檔案大過 { $limit } MB，{ -hoitung } 不會這樣大。
    .fix = 沒有保留任何東西。請通知資訊科技同事，或發佈 { -hoitung } 的人。
problem-update-unsigned = 新版本沒有簽署。
    .fix = 檔案已丟棄。請通知資訊科技同事，或發佈 { -hoitung } 的人。
problem-update-foreign = 新版本由 { -hoitung } 製作者以外的人簽署。
    .fix = 檔案已丟棄。請通知資訊科技同事：可能有人提供偽冒的程式。
problem-update-tampered = 新版本與製作者簽署的不同：曾被改動，或者不完整。
    .fix = 檔案已丟棄。請再試一次；如果仍然這樣，請通知資訊科技同事。
problem-update-mislabelled = 聲稱是版本 { $version } 的檔案，簽署時並不是這個版本。
    .fix = 檔案已丟棄。請通知資訊科技同事：可能有人把舊版本當作新版本。
problem-update-by-hand = 這個 { -hoitung } 不能自行更新。
    .fix = 請向替您安裝的人索取新版本，安裝後一切保留。
problem-update-not-installed = 新版本的安裝程式沒有啟動。
    .fix = 請再試一次。可能是防毒軟件攔截了；現有版本照常運作。
