# crates/engine/src/setup/evidence.rs 內每個 AnswerCode 一句：完成時看到了甚麼，或有人說了甚麼。
answer-done = 已完成。
answer-company-mail = { $email } 是公司電郵。
answer-app-type = { $type ->
        [internal] 只供本公司使用的應用。
       *[third-party] 供多家公司使用的應用。
    }
answer-region = { $region ->
        [io] 國際版{ -dingtalk }（.io）
       *[com] 內地版{ -dingtalk }（.com）
    }；{ $residency ->
        [hong-kong] 資料擬存於香港。
        [mainland] 資料擬存於中國內地。
       *[not-decided] 資料存放地點未定。
    }
answer-hosts-reached = { $hosts ->
        [practice] 已連上這部電腦上的練習伺服器。
       *[other] 已連上 { $hosts }。
    }
answer-token-issued = { -dingtalk }接受了密鑰，並發出{ -access-pass }，{ $minutes } 分鐘內有效。
answer-corp-matches = { -corp-id } 與密鑰屬於同一家公司。
answer-agent-noted = 已記下；第一則{ -work-notice }會證實它是否正確。
answer-agent-accepted = { -dingtalk }憑這個{ -agent-id } 收下了{ -work-notice }。
answer-purpose-chosen = 已選 { $count } 項用途。
answer-points-granted = 已開通 { $granted } 項，未能判斷 { $unknown } 項，多餘 { $excess } 項。
answer-scope-everyone = 應用可以看到全公司。
answer-scope-some = 應用只看到公司一部分：指定部門 { $departments } 個，指定同事 { $people } 位。
answer-signature-matches = 中文內容的簽名與標準答案完全一致。
answer-clock-agrees = 電腦時鐘與{ -dingtalk }相差不超過 { $seconds } 秒。
answer-zone-hong-kong = 時區是 { $zone }，與香港相同。
answer-robot-mode = { $mode ->
        [signature] 機械人收有簽名的訊息。
        [keyword] 機械人收含關鍵詞的訊息。
        [signature-and-keyword] 機械人收有簽名又含關鍵詞的訊息。
       *[address-or-none] 沒有簽名和關鍵詞，機械人也收下了訊息。
    }
answer-message-delivered = { -dingtalk }已由「{ $robot }」把訊息送到群組。
answer-message-seen = 給「{ $name }」的訊息已經在那裏，有人看過。
answer-notice-accepted = { -dingtalk }已收下給{ $person }的{ -work-notice }。
answer-notice-delivered = { -dingtalk }已把{ -work-notice }送達{ $person }。
answer-notice-duplicate = { $person }今天早已收到這則訊息，{ -dingtalk }沒有送第二次。
answer-place-chosen = { $place ->
        [this-pc] 會在這部電腦上運行。
        [office-server] 會在公司的伺服器上運行。
        [aws-hong-kong] 會在 AWS 香港運行。
       *[elsewhere] 會在其他地方運行。
    }
answer-address-seen = { -dingtalk }看到的地址是 { $ip }，由它自己說出。
answer-address-typed = { $ip }，由人手輸入。
answer-address-accepted = { -dingtalk }接受了由這裏發出的請求，可見 { -allow-list }已有這個地址。
answer-reminder-live = 下次提醒日期：{ $date }。
