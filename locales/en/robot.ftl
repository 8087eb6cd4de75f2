# Group robots: how one is made, what its security asks for, and those that are saved.

robot-security = What does the robot’s security ask for?
robot-security-hint = In the robot’s settings this part is called “<cn>安全设置</cn>”. Tick here what is ticked there. If somebody else made the robot, start with the first one: the first send tells.
robot-advised = Our advice
robot-in-dingtalk = In { -dingtalk }:
robot-why = Good to know:
robot-signature = Signature
robot-signature-what = Only messages signed with a secret get through. You and the robot share the secret; nobody else sees it.
robot-signature-press = tick “<cn>加签</cn>”, press copy beside the line that begins with SEC, and paste it below.
robot-signature-why = even somebody who has the address cannot write to the group. It works from any network.
robot-keyword = Keyword
robot-keyword-what = Only messages that hold a certain word get through.
robot-keyword-press = tick “<cn>自定义关键词</cn>” and type a word that every message will hold, such as “payment”.
robot-keyword-why = simple, but whoever has the address and guesses the word can write to the group.
robot-address = Address range (IP)
robot-address-what = Only messages from the addresses on a list get through.
robot-address-press = tick “<cn>IP地址(段)</cn>” and add the public address of the place that sends.
robot-address-why = right for a server with a fixed address. An office’s address can change overnight, and then nothing arrives.
robot-security-none = { -dingtalk } makes every robot choose at least one of the three.
robot-rehearsal = This is my test group: messages may go here first
robot-rehearsal-tag = Test group
robot-saved = The saved robots
robot-untried = Not tried yet
robot-tried = Delivered on { $date }
robot-wants = Asks for
robot-security-unknown = Nothing that we know of
robot-use = Write to this group
robot-used = You are writing to this group
robot-change = Change
robot-change-named = Change “{ $name }”
robot-remove = Remove
robot-remove-named = Remove “{ $name }”
robot-remove-sure = Remove “{ $name }” from this computer, with its address and its secret? The robot itself stays in the group.
robot-remove-yes = Yes, remove it
robot-remove-no = Keep it
robot-removed = “{ $name }” and its secrets are gone from this computer.

## One press after a refusal

robot-keyword-wanted = It wants its keyword
robot-keyword-wanted-hint = The word as it stands in the robot’s settings.
robot-keyword-put = Put it in
robot-keyword-put-done = The keyword is in the message now. Look it over, then send it.
robot-signature-wanted = It wants a signature
robot-signature-wrong = The saved secret is not this robot’s
robot-signature-send = Save the secret and send
robot-signature-saved = A secret is saved already. With it, the same message is sent signed.
robot-signature-use = Sign with it and send
robot-address-wanted = It wants another address
robot-address-copy = Copy the address
robot-mode-found = Found by the first delivery
robot-asked = { $what } ({ $detail })
