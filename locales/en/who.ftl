# Whose turn it is.
who-you = You
who-dingtalk-admin = DingTalk administrator
who-it = IT
who-boss = Your boss
who-dingtalk = DingTalk
