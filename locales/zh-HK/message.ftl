# 寫訊息：字句、看起來怎樣、實際資料、先試一次，以及送出了甚麼。

message-kind = 哪一種訊息？
message-kind-text = 純文字
message-kind-text-why = 在哪裏看都一樣，適合大部分訊息。
message-kind-markdown = 有標題和清單
message-kind-markdown-why = 叫 Markdown：標題、粗體、清單和連結。不可以用表格。
message-title-hint = 未打開訊息之前，手機上顯示的一行。
message-words-hint = 送出的就是這些字句。
message-text-hint = 行首「# 」是標題，「- 」是清單，「**這樣**」是粗體。
message-template = 由這裏開始
message-template-hint = 選一個，再隨意更改。
message-template-own = 自己寫
message-template-undo = 還原我寫的字句
message-template-undone = 您寫的字句回來了。
message-template-taken = 範本已放進方格，請填妥〔 〕內的資料。

template-greeting = 第一聲問候
    .title = 大家好
    .text = 大家好，這是新機械人發出的測試訊息。看到這一則，即是已經接通，毋須回覆。
template-payday = 出糧
    .title = 出糧通知
    .text = 出糧通知：〔月份〕薪金將於〔日期〕存入各位的戶口，糧單同日電郵給大家。如有疑問，請於〔日期〕前聯絡人力資源部。
template-typhoon = 颱風安排
    .title = 颱風安排
    .text =
        ### 颱風安排
        天文台將於〔時間〕改掛**八號風球**。

        - 請先儲存手上的工作和關掉電源，掛八號風球後即可離開。
        - 正在上班途中的同事，請折返回家。
        - 八號風球除下後兩小時內復工；如在〔時間〕之後才除下，明天再見。

        > 安全第一。如有緊急事故，請致電〔姓名〕〔電話〕。
template-rainstorm = 黑色暴雨
    .title = 黑色暴雨安排
    .text =
        ### 黑色暴雨安排
        天文台已發出**黑色暴雨警告**。

        - 在室內的同事請留在安全地方。
        - 未出門的同事請留在家中，待警告級別降低後才上班。
        - 今日未能上班，請通知〔姓名〕。
template-meeting = 開會
    .title = 會議通知：〔題目〕
    .text =
        ### 〔題目〕
        - 時間：**〔日期〕〔時間〕**
        - 地點：〔房間〕
        - 請帶備：〔文件〕

        未能出席的同事，請於〔日期〕前告知。
template-holiday = 公司休假
    .title = 休假通知
    .text = 公司於〔日期〕〔節日〕休息，〔日期〕恢復辦公。如有急事，請致電〔姓名〕〔電話〕。
template-payment = 款項到期
    .title = 付款提示
    .text = 付款提示：〔客戶〕發票〔編號〕，HK$〔金額〕，將於〔日期〕到期。
template-stock = 存貨不足
    .title = 存貨提示
    .text = 存貨提示：〔分店〕的〔貨品〕只餘〔數量〕件，請補貨。

message-mentions = 點名提醒（@）
message-mentions-hint = 按{ -dingtalk }內的手機號碼填寫，以逗號分隔：+852-91234567
message-user-ids = 要提醒的用戶編號
message-user-ids-hint = 按管理後台成員資料填寫，以逗號分隔。
message-everyone = 提醒所有人
message-everyone-why = 群組內每個人都會即時收到提醒，請留給不能等的事。

message-look = 看起來是這樣
message-look-drawing = 這是我們畫的示意圖，在{ -dingtalk }內的顏色和大小會略有不同。
message-look-empty = 寫幾個字，這裏就會出現。
message-everyone-called = @所有人
message-json = 實際送出的資料
message-json-why = 一個位元組都不差。網址內的通行碼和簽名在送出時才加上，絕不顯示。
message-json-copy = 複製資料
message-size = 已用 { $bytes } 位元組，上限 { $limit }

## 先試一次

message-me = 哪一位是您？
message-me-hint = 之後每則訊息都可以先送給自己看。只問一次。
message-recipient-hint = 通知只會送給這一位。
message-me-send = 先送給自己
message-me-why = 只有您收到，然後向{ -dingtalk }查問有沒有送達。
message-now = 現在送給{ $name }
message-straight = 直接送給{ $name }
message-test-send = 先送到「{ $name }」
message-test-why = 先送到您的測試群組，其他人暫時看不到。
message-tried = 「{ $name }」已收到這則訊息。請先去看一看，再送出。
message-test-hint = 還未有測試群組？
message-test-how = 在{ -dingtalk }和一兩位同事開一個小群組，加一個機械人。在這裏儲存它，並剔選「這是我的測試群組」。之後每則訊息都可以先送到那裏。
message-test-how-practice = 練習時沒有真人會看到訊息，練習群組就是您的測試群組。

## 送出了甚麼

message-sent = 送出了甚麼
message-sent-line = 給{ $name } · { $when }
message-fate-sent = 已送出
message-fate-not-sent = 未送出
message-fate-unknown = 未能判斷
message-receipt-read = 已讀
message-receipt-unread = 已送達，還未打開
message-receipt-under-way = 送遞中
message-receipt-duplicate = 今天早已收過，沒有再送
message-receipt-too-many = 未送達：對方今天收得太多
message-receipt-no-such-person = 沒有這個用戶編號
message-receipt-not-reached = 未送達：對方看不到這個應用
message-ask = 再問{ -dingtalk }
message-asked = 已再問{ -dingtalk }。
message-doubt = 送到了嗎？在這裏無法知道
message-doubt-why = 訊息在 { $when } 離開了這部電腦，但沒有收到回覆。它沒有再送一次。
message-doubt-group = 請打開{ -dingtalk }的群組，看看有沒有「{ $opening }」。
message-doubt-notice = 請{ $name }在「<cn>工作通知</cn>」看看有沒有「{ $opening }」。
message-doubt-seen = 看到了
message-doubt-again = 看不到，再送一次
message-doubt-again-group = 再送時用同一個編號，讓{ -dingtalk }認得是同一則。它會記住多久，沒有人知道。
message-doubt-again-notice = 再送也不怕：同一段話，{ -dingtalk }一天只會給同一個人一次，並會說明。
message-again = 再送一次
message-again-why = 「{ $name }」已在 { $when } 收到一模一樣的訊息。
message-with-keyword = 【{ $keyword }】{ $text }
