# 輪到誰。
who-you = 您
who-dingtalk-admin = 釘釘管理員
who-it = 資訊科技同事
who-boss = 您的上司
who-dingtalk = 釘釘
