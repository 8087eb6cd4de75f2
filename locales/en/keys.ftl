# Stop 2: keys.

keys-title = Copy four values from { -dingtalk }
keys-lead = They are like your company’s address, door key and password. The secret is locked in this computer’s <key-store>{ -key-store }</key-store>; after that nobody can read it, neither you nor we.
keys-paste-title = The quick way: copy the whole page, paste it once
keys-paste-why = On { -dingtalk }’s page “<cn>凭证与基础信息</cn>” (credentials and basic information) press Ctrl+A, then Ctrl+C. Come back and paste.
keys-paste = Paste the whole page
keys-paste-here = Or paste it here
keys-paste-take = Take the four values
keys-pasted = The values were taken from your paste.
keys-four = The four values
keys-corp-id-aside = top right of the <console>{ -console }</console>’s home page
keys-client-id-aside = <client-id>formerly AppKey</client-id> or SuiteKey
keys-client-secret-aside = <client-secret>formerly AppSecret</client-secret> or SuiteSecret
keys-agent-id-aside = <agent-id>a number</agent-id>; only a <work-notice>{ -work-notice }</work-notice> needs it
keys-secret-pasted = { $count } characters received; saved once they have been tried
keys-keep-pasted = Leave empty to try the one received
keys-tried = What the try showed
keys-try = Try and save
keys-next = Next stop: Permissions
keys-open = Open the page
