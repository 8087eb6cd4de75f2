# 釘釘後台各處的指引。指引本身的文字是資料，放在 guides/。

guide-title = 在{ -dingtalk }的後台找到要找的地方
guide-lead = 一處一份：要按甚麼、誰可以按、畫面不同又怎樣處理。
guide-search = 搜尋指引
guide-search-aside = 用自己的說法，或者後台所印的字
guide-found = { $count ->
        [0] 沒有指引同時包括這些字，試試少打幾個。
       *[other] { $count } 份指引
    }
guide-all = 所有指引
guide-shipped = 這些指引隨 { -hoitung } 附送（{ $edition } 版）。
guide-installed = 這些指引比 { -hoitung } 附送的新：{ $edition } 版，其後加入。
guide-trouble = 有一份較新的指引不能使用，現在顯示 { -hoitung } 附送的一份。

guide-where = 在哪裏做
guide-choose = 哪一份指引
guide-open = 打開後台這一頁
guide-step = 第 { $at } 步，共 { $count } 步
guide-previous = 前一步
guide-next = 下一步
guide-see = 您應該看到
guide-different = 我的畫面不同
guide-differs = 您用的是國際版。
guide-onward = 接着看：{ $title }
guide-labels = 這一步的標籤
guide-unexpected = 容易遺漏
guide-unverified = 這一步我們未親眼見過，您的畫面可能不同。
guide-who = 由誰完成：{ $who }
guide-checked = { $date } 對照{ -dingtalk }文件核對（{ $sections }）。
guide-a-page = 一頁
guide-drawing = 簡圖：{ $page }。
guide-drawing-ring = 簡圖：{ $page }，圈着{ $ringed }。
guide-desk = 打開管理員的辦公桌
guide-barred = 看不到這一頁？請索取開發權限
guide-one = { $title }
