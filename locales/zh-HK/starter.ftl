# 給程式員的檔案。

starter-title = { $company }的{ -dingtalk }起步檔案
starter-practice = 這些檔案連到這部電腦的練習伺服器，不涉及任何真實資料。
starter-what = 這裏的檔案都使用應用 { $app }。檔案內沒有密碼，請自行填上。
starter-env = 複製為 `.env`，再填上密碼。兩個程式都會讀取。
starter-postman = 匯入 Postman，或用 newman 執行。
starter-python = Python 3.8 或以上，不用另外安裝。
starter-node = Node 18 或以上，不用另外安裝。
starter-secret = { -client-secret } 和機械人的 { -webhook }不要放進版本控制，也不要發到聊天中。
starter-address = { -dingtalk }只接受應用的 { -allow-list }上的地址，所以新電腦的地址要先加入。
starter-refusal = 看不明被拒的原因，可以用 `hoitung-cli doctor`，它會解釋。
starter-env-secret = 把這個檔案複製為 .env，再把尖括號連同括號內的字換成真正的資料。切勿把 .env 交給別人。
starter-env-robot = 只在要發到群組時填寫：機械人的地址；安全設定是「加簽」的，再加它的加簽密鑰。
starter-call-token = 取得通行證
starter-call-scopes = 應用看得到甚麼
starter-call-message = 發到群組（先填 robot_webhook）
starter-message = 起步檔案的測試
