# 印出來的權限申請。

sheet-title = { -dingtalk }權限申請
sheet-company = 公司
sheet-app = 應用（{ -client-id }）
sheet-asked-by = 申請人
sheet-made-on = 日期
sheet-practice = 這一頁在練習時製作，請勿據此開通任何權限。
sheet-why = 用途
sheet-where = 在哪裏開通
sheet-where-how = 打開{ -console }，選這個應用，再到「<cn>权限管理</cn>」。以代碼搜尋，按「<cn>立即开通</cn>」。公司如要審批，之後要發佈一個版本。
sheet-wanted = 請開通以下權限，其他一概不用
sheet-nothing-wanted = 目前不用再開通。
sheet-permission = 權限
sheet-lets = 有甚麼用
sheet-risk = 密鑰外洩的風險
sheet-serves = 用於：{ $uses }。
sheet-would-serve = 它是為這些用途而設：{ $uses }。
sheet-and = 、
sheet-excess = 請關閉以下權限
sheet-excess-why = 已經開通，但以上用途都不需要。
sheet-granted = 已經開通
sheet-until = 為期多久
sheet-until-when = 接駁運作期間一直需要。我們會在 { $review } 前再檢視一次，收回不再需要的權限。
sheet-approver = 批准人
sheet-signature = 簽署
sheet-date = 日期
sheet-foot = 由 Hoitung 在 { $made } 製作，不含密碼或密鑰。說明和風險出自 Hoitung，名稱和代碼出自{ -dingtalk }。
