# The address was refused: mended at the stop where it happened.

refused-title = { -dingtalk } does not accept this address yet
refused-why = Put it on the list and you can go on; what you typed is still here.
refused-where = Paste it into “<cn>服务器出口IP</cn>” (<allow-list>outgoing IP</allow-list>) under “<cn>安全设置</cn>” (security settings), save, then check the address again.
refused-copy = Copy the refused address
refused-open = Open the security settings
refused-check = Check the address again
refused-still = Checked again, and still refused. The list may take a moment to take effect.
refused-above = Waiting for the address: see the top of this page.
refused-gone = The address is accepted now.
