# 終點：核實了甚麼。

finish-title = 到站了，五站都已完成
finish-title-open = 到目前為止核實了甚麼
finish-lead = 「{ $company }」已經接通。以下每項都列明何時、憑甚麼核實；只由人確認的，也寫明是誰。時間為香港時間。
finish-lead-practice = 「{ $company }」的練習已經走完。同樣的五站，現在可以用貴公司真正的{ -dingtalk }走一次。時間為香港時間。
finish-lead-open = 「{ $company }」還有未完成的工作。以下列明已核實的，以及還欠甚麼。時間為香港時間。
finish-verified = { $count } 項已查證核實
finish-said = { $count } 項由您確認
finish-open = { $count } 項待辦
finish-back = 回到接駁設定
finish-copy = 複製為文字
finish-company = 接駁我的公司
finish-text-title = 「{ $company }」：核實了甚麼（香港時間）
finish-text-title-practice = 「{ $company }」（練習）：核實了甚麼（香港時間）
finish-text-line = - { $task }：{ $proof }
finish-text-open = 未完成
finish-text-verified = { $answer }由這部電腦核對，{ $at }
finish-text-verified-by = { $answer }已核實，{ $at }，憑 { $call }
finish-text-said = { $answer }由您確認，{ $at }
finish-text-said-by = { $answer }由 { $by } 確認，{ $at }
finish-change = 更改其中一項
