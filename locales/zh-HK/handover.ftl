# 移交給別人的東西。

handover-nameless = （未有名稱）
handover-made = 由 { $by } 於香港時間 { $at } 製作。
handover-item-name = { $name }（{ -client-id } { $app }）
handover-item-secret = { -client-secret }
handover-item-robots = 機械人：{ $names }，連同密碼（{ $count } 個）
handover-item-proofs = 已有憑據的工作：{ $count } 項
handover-item-permissions = 看到過的權限：{ $count } 項
handover-item-messages = 已發訊息的記錄：{ $count } 則
handover-item-draft = 正在寫的訊息
handover-item-reminder = { $date } 的提示
handover-conflict-same-app = 這部電腦已有這個應用，名為「{ $name }」。
handover-conflict-same-name = 這部電腦另有一個連接，也叫「{ $name }」。
