# 群機械人：怎樣加、安全設定要求甚麼，以及已儲存的機械人。

robot-security = 機械人的安全設定要求甚麼？
robot-security-hint = 機械人設定內，這部分叫「<cn>安全设置</cn>」。那裏剔了甚麼，這裏就剔甚麼。如果機械人是別人加的，先選第一項，送一次就知道。
robot-advised = 我們建議
robot-in-dingtalk = 在{ -dingtalk }：
robot-why = 您要知道：
robot-signature = 加簽
robot-signature-what = 只收用密鑰簽了名的訊息。密鑰只有您和機械人知道，別人看不到。
robot-signature-press = 剔選「<cn>加签</cn>」，複製以 SEC 開頭的一行，再貼到下面。
robot-signature-why = 網址就算外洩，別人也發不了訊息。在任何網絡都用得到。
robot-keyword = 關鍵詞
robot-keyword-what = 只收含有某個詞的訊息。
robot-keyword-press = 剔選「<cn>自定义关键词</cn>」，填一個每則訊息都會有的詞，例如「付款」。
robot-keyword-why = 最簡單，但拿到網址又猜中那個詞的人，也可以發訊息到群組。
robot-address = 地址範圍（IP）
robot-address-what = 只收名單上的地址送來的訊息。
robot-address-press = 剔選「<cn>IP地址(段)</cn>」，加入發送地點的對外地址。
robot-address-why = 適合地址固定的伺服器。辦公室的地址可能一夜之間改變，訊息就再也送不到。
robot-security-none = { -dingtalk }規定每個機械人最少要選其中一項。
robot-rehearsal = 這是我的測試群組：訊息可以先送到這裏
robot-rehearsal-tag = 測試群組
robot-saved = 已儲存的機械人
robot-untried = 還未試過
robot-tried = 已於 { $date } 送達
robot-wants = 要求
robot-security-unknown = 暫時未知
robot-use = 寫到這個群組
robot-used = 正在寫給這個群組
robot-change = 更改
robot-change-named = 更改「{ $name }」
robot-remove = 移除
robot-remove-named = 移除「{ $name }」
robot-remove-sure = 從這部電腦移除「{ $name }」，連同它的網址和密鑰？機械人本身仍會留在群組。
robot-remove-yes = 是，移除
robot-remove-no = 保留
robot-removed = 「{ $name }」和它的密鑰已從這部電腦移除。

## 被拒之後，按一下

robot-keyword-wanted = 它要關鍵詞
robot-keyword-wanted-hint = 照抄機械人設定內的那個詞。
robot-keyword-put = 放進訊息
robot-keyword-put-done = 關鍵詞已放進訊息。請看一遍，再送出。
robot-signature-wanted = 它要簽名
robot-signature-wrong = 已儲存的密鑰不是這個機械人的
robot-signature-send = 儲存密鑰並送出
robot-signature-saved = 密鑰早已儲存。用它簽名，再送同一則訊息。
robot-signature-use = 簽名並送出
robot-address-wanted = 它要另一個地址
robot-address-copy = 複製地址
robot-mode-found = 第一次送達時查出
robot-asked = { $what }（{ $detail }）
