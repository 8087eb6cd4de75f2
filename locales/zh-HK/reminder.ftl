# 提醒：甚麼要再看一次，由誰看，何時看。

reminder-kind-allow-list = 再次查看 { -allow-list }
reminder-kind-secret = 更換應用密碼
reminder-kind-permissions = 重新檢視權限
reminder-kind-version = 有版本仍在等審批
reminder-kind-robot-silent = 群機械人久未發出訊息
reminder-kind-quota = 查看本月的請求次數
reminder-kind-certificate = 為接收事件的網址續期證書
reminder-kind-address = { -dingtalk }看到新的網絡地址

reminder-do-allow-list = 在開發者後台看一遍名單，刪除您不認得的地址。
reminder-do-secret = 在開發者後台產生新的應用密碼，並馬上填入 { -hoitung }：後台可能即時令舊密碼失效。
reminder-do-permissions = 比較應用獲准做的和實際要做的，交還沒有人需要的權限。
reminder-do-version = 請再提醒審批人。版本發佈之前，新的權限不會生效。
reminder-do-robot-silent = 發一則訊息到群組，看看是否收到。
reminder-do-quota = 看看本月還剩多少次請求，以及用在哪裏。
reminder-do-certificate = 請在證書到期前續期。過期之後，{ -dingtalk }不會再把事件送到這個地址。
reminder-do-address = 請把新地址加入 { -allow-list }，否則所有請求都會被拒。

reminder-state-due = 到期
reminder-state-snoozed = 稍後再提
reminder-state-planned = 已安排
reminder-state-quiet = 暫時無事
reminder-state-off = 已關閉

reminder-title-note = { $what }：{ $note }
reminder-title-company = { $what } · { $company }

reminder-notice-due = { $company }，限期 { $date }。按一下前往處理。
reminder-notice-late = { $company }，原定 { $date }。當時 { -hoitung } 未有運行，所以遲了通知。按一下前往處理。
reminder-notice-many = 有 { $count } 項提醒到期
reminder-notice-more = 另有 { $count } 項
reminder-notice-late-many = 部分遲了通知，因為當時 { -hoitung } 未有運行。

reminder-file-kind = 日曆
reminder-calendar-name = { -hoitung } 提醒
reminder-calendar-who = 由誰處理：{ $who }
reminder-calendar-open = 請打開 { -hoitung } 處理，之後再匯出一次日曆，這一項便會自動改期。
reminder-calendar-practice = 這項來自練習模式，不涉及任何真實資料。

reminder-done = 今日已做
reminder-done-told = { $what }：已記下完成。
reminder-rest = 稍後
reminder-rest-day = 1 日後
reminder-rest-week = 1 星期後
reminder-rest-date = 不早於
reminder-rest-until = 到時再提
reminder-rest-told = { $what }：稍後會再提。
reminder-date-aside = 年-月-日，例如 2027-02-22

reminders-title = 甚麼要再看一次
reminders-lead = 設定當日是對的，日子久了未必。以下日期幫您保持正確，每次按香港時間到點提一次。
reminders-none = 暫時沒有要再看的
reminders-none-why = 設定過程中會自動加入提醒，您也可以自訂日期。
reminders-list = 提醒
reminders-add = 新增提醒
reminders-new = 新的提醒
reminders-change = 更改提醒
reminders-kind = 用途
reminders-note = 備註
reminders-note-aside = 例如哪一張證書；請勿填密碼
reminders-every =
    { $days ->
        [1] 每日
       *[other] 每 { $days } 日
    }
reminders-by-itself = 日期會按實際情況推算，無須填寫。
reminders-time-aside = 時:分，例如 09:30
reminders-ahead = 提早通知
reminders-ahead-days =
    { $days ->
        [0] 當日
       *[other] { $days } 日之前
    }
reminders-named = 其他人
reminders-name = 姓名
reminders-save = 儲存提醒
reminders-leave = 不更改
reminders-saved = 提醒已儲存。
reminders-edit = 更改
reminders-remove = 刪除
reminders-switch = 提醒：{ $what }
reminders-when = { $date } { $time }
reminders-when-over = { $date }，已過 { $days } 日
reminders-when-snoozed = { $date } 再提
reminders-when-none = 暫時沒有日期
reminders-export = 放進您的日曆
reminders-export-why = 一個檔案，Outlook、Google 日曆等都可用。日後再儲存一次，已有的項目會自動更新。
reminders-export-save = 儲存日曆檔案……
reminders-export-told = 已儲存到 { $path }，請用您的日曆程式打開。
