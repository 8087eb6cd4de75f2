# 地址被拒：在出事的一站就地處理。

refused-title = { -dingtalk }還未放行這個地址
refused-why = 只要把它放上名單就可以繼續，已填的資料都在。
refused-where = 貼到後台「<cn>安全设置</cn>」的「<cn>服务器出口IP</cn>」<allow-list>名單</allow-list>，儲存之後按「再檢查地址」。
refused-copy = 複製被拒的地址
refused-open = 打開安全設定
refused-check = 再檢查地址
refused-still = 剛才再檢查，仍然被拒。名單可能要等一會才生效。
refused-above = 正等待地址放行，請看這一頁的頂部。
refused-gone = 地址已獲放行。
