# 設定頁：這部電腦上，對整個程式有效的事。
settings-title = 設定
settings-lead = 這些設定對這部電腦上的所有公司有效，更改後即時生效。

settings-look-title = 程式的外觀
settings-look-why = 語言、大小和顏色。高對比模式始終跟隨系統。
settings-theme = 顏色
settings-theme-system = 跟隨系統
settings-theme-system-why = 隨 Windows 的設定轉換。
settings-theme-light = 淺色
settings-theme-light-why = 淺色紙，深色字。
settings-theme-dark = 深色
settings-theme-dark-why = 晚上看較舒適。

settings-proxy-why = 有些公司須經代理伺服器上網。這項設定在網絡頁，旁邊就是測試。
settings-proxy-open = 打開網絡頁
