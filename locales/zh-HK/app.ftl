# 視窗的外框：橫額、側欄、路線和頁尾。

band-practice = 練習模式
band-text = 這裏的一切都在您的電腦內，不會接觸真正的{ -dingtalk }。
band-leave = 轉到我的公司

rail-label = 主選單
rail-home = 首頁
rail-menu = 選單
rail-setup = 接駁設定
rail-reminders = 提醒
rail-verified = 核實紀錄
rail-place = 在哪裏運行
rail-doctor = 解釋錯誤
rail-glossary = 用語解釋
rail-settings = 設定
rail-newer = 有新版本
rail-companies = 所有公司
rail-count = { $count } 家公司
rail-switch = 轉到另一家公司
rail-unnamed = 未命名的公司
rail-practice = 練習
rail-mainland = { -dingtalk }內地版
rail-international = { -dingtalk }國際版
rail-waiting = { $count } 件事待辦
rail-progress = { $done }/5
rail-change = 更改
rail-guides = 指引
rail-help = 說明
rail-network = 網絡
rail-checkup = 檢查
rail-handover = 移交

zoom-label = 畫面大小
zoom-larger = 放大（Ctrl 加 +）
zoom-smaller = 縮小（Ctrl 加 −）
zoom-usual = { $size }%，回復 100%（Ctrl 加 0）
zoom-now = 畫面大小是 { $size }%。

language-label = 語言
language-zh-hk = 繁中
language-en = EN

line-label = 五站路線
line-done = （已完成）

footer-back = 上一步
footer-saved = 資料已自動儲存，隨時可以離開，回來再繼續。
footer-cancel = 停止

news-verified = { $what }：完成。
news-problem = { $what }：有問題，請看畫面。

copy-done = 已複製
secret-set = 已於 { $date } 儲存
secret-keep = 留空即沿用已儲存的一個

helper-title = 在哪裏找到？
helper-practice = 練習時，您也扮演{ -dingtalk }管理員：要批准的事，都在練習後台的「管理員的辦公桌」。
# Between two sentences of one line.
sentence-gap = { "" }
