# The terminus: what was verified.

finish-title = You have arrived: all five stops are done
finish-title-open = What was verified so far
finish-lead = { $company } is connected. Below you see when each thing was verified and by which call, and what somebody only said. Times are Hong Kong time.
finish-lead-practice = { $company } has been practised to the end. The same five stops now work with your company’s real { -dingtalk }. Times are Hong Kong time.
finish-lead-open = { $company } is not finished yet. Below you see what was verified, and what is still to do. Times are Hong Kong time.
finish-verified = { $count } verified by calls and checks
finish-said = { $count } said by you
finish-open = { $count } still to do
finish-back = Back to set-up
finish-copy = Copy as text
finish-company = Connect my company
finish-text-title = { $company }: what was verified (Hong Kong time)
finish-text-title-practice = { $company } (practice): what was verified (Hong Kong time)
finish-text-line = - { $task }: { $proof }
finish-text-open = not done yet
finish-text-verified = { $answer } Checked on this PC, { $at }
finish-text-verified-by = { $answer } Verified { $at } by { $call }
finish-text-said = { $answer } Said by you, { $at }
finish-text-said-by = { $answer } Said by { $by }, { $at }
finish-change = Change one thing
