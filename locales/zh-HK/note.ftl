# crates/engine/src/note.rs 內每個 NoteCode 一句，輸入時顯示在欄位旁邊。
note-looks-right = 格式正確。
note-empty = 還是空的。
note-control-characters = 內有看不見的字元，請清空後再抄一次。
note-looks-like-other = 這一串看來是{ $other ->
        [corp-id] { -corp-id }
        [client-id] { -client-id }
        [client-secret] { -client-secret }
        [agent-id] { -agent-id }
        [webhook] { " " }{ -webhook }
        [robot-secret] { -robot-secret }
       *[other] 另一格的資料
    }，是否放錯了格？
note-too-short = 看來只抄了一部分：現有 { $length } 個字，應有 { $expected } 個。請再抄一次。
note-too-long = 看來抄多了：現有 { $length } 個字，應有 { $expected } 個。請再抄一次。
note-spaces-removed = 已為您去掉空格。
note-full-width-converted = 已為您把全形字轉為半形。
note-look-alike = 「{ $character }」只是樣子像英文字母，請改用複製，不要手打。
note-odd-character = 這裏通常不會有「{ $character }」，請再看一看。
note-unusual-start = 這一項通常以「{ $start }」開頭，測試時便知道對不對。
note-company-mail = 是公司電郵，很好。
note-free-mail = { $domain } 是個人電郵服務，請改用公司電郵。
note-mail-malformed = 還未是完整的電郵地址。
note-webhook-right = 是{ -dingtalk }機械人的網址，很好。
note-webhook-foreign = 這個網址不屬於{ -dingtalk }。
note-webhook-real = 這是真正{ -dingtalk }的網址，練習要用練習機械人的。
note-webhook-practice = 這是練習用的網址，公司要用自己{ -dingtalk }機械人的。
note-webhook-malformed = 還未是完整的 { -webhook }。
note-looks-secret = 這看來是{ $what ->
        [webhook] { " " }{ -webhook }
        [robot-secret] { -robot-secret }
        [password] 密碼
       *[key] 密鑰
    }，群組每個人都會看到。
note-keyword-absent = 機械人要關鍵詞「{ $keyword }」，而訊息內沒有。
note-blank-left = 「{ $place }」還未填。
note-mobile-without-region = { $mobile } 沒有區號。香港的寫法：+852-{ $mobile }
note-message-length = 已用 { $bytes } 位元組，上限 { $limit }。
