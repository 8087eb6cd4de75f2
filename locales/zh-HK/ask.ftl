# 請別人處理：視窗上的字，以及訊息本身。

ask-open = 請別人處理
ask-close = 關閉
ask-whom = 請誰處理？
ask-language = 訊息的語言
ask-app-name = 應用在{ -dingtalk }的名稱
ask-app-name-aside = 可留空；填了對方較易找到
ask-letter = 訊息內容
ask-copy = 複製訊息
ask-mail = 寫電郵
ask-mail-pasted = 訊息太長，放不進電郵連結，所以已經複製。請在電郵內按 Ctrl+V 貼上。
ask-noted = 我已請求對方
ask-again = 再次請求
ask-undo = 其實未請求
ask-since =
    { $who ->
        [dingtalk-admin] { $ago }已請{ -dingtalk }管理員處理。
        [it] { $ago }已請資訊科技同事處理。
       *[boss] { $ago }已請您的上司處理。
    }
ask-since-now =
    { $who ->
        [dingtalk-admin] 剛剛已請{ -dingtalk }管理員處理。
        [it] 剛剛已請資訊科技同事處理。
       *[boss] 剛剛已請您的上司處理。
    }
ask-times = 合共請求了 { $count } 次。
ask-looks = 我們會不時自行查看。
ask-looked = 我們會自行查看，上次是{ $ago }。
ask-looked-now = 我們會自行查看，剛剛看過。
ask-said = 這一項程式看不到：對方說已辦妥，請回來剔選。
ask-news = 「{ $company }」：您請人辦的事，有一項已辦妥。
