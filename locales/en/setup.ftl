# The names of the stops, of each stop's tasks and of the fields, and how it is known that something is done.

stop-register = Register
stop-keys = Keys
stop-permissions = Permissions
stop-test = Test
stop-protect = Protect

task-company = Your company
task-app-type = Kind of app
task-region = Edition, and where data is kept
task-hosts = Connection to { -dingtalk }
task-create-app = Create the app
task-credentials = Client ID and secret
task-corp = Company ID
task-agent = Agent ID
task-purpose = What is the app for?
task-points = Permissions it needs
task-scope = Which colleagues it may see
task-published = Publish the version
task-visible = Let colleagues see the app
task-token = An { -access-pass } for the keys
task-signature = Signature of a Chinese text
task-clock = This computer’s clock
task-zone = Time zone
task-robot = The group’s robot
task-message = The first message
task-place = Where will it run?
task-address = The address { -dingtalk } sees
task-allow-list = Put the address on the { -allow-list }
task-listed = Keep only your own addresses on the list
task-reminder = A regular reminder

field-company-name = Company name
field-email = Company e-mail
field-app-type = Kind of app
field-region = Which { -dingtalk } does your company use?
field-residency = Where should data be kept?
field-paste = The whole page
field-corp-id = Company ID ({ -corp-id })
field-client-id = { -client-id }
field-client-secret = { -client-secret }
field-agent-id = { -agent-id }
field-purpose = What it is for
field-robot-name = Robot’s name
field-webhook = Webhook address
field-robot-secret = Signing secret
field-keyword = Keyword
field-message = Message
field-message-title = Title
field-mentions = Mobiles to call
field-recipient = Recipient
field-place = Where it runs
field-address = Network address
field-interval = How often
field-proxy-address = Proxy’s address
field-proxy-password = Password for the proxy
field-passphrase = The file’s passphrase

state-waiting = To do
state-running = Checking…
state-verified = Verified
state-said = Said by you
state-problem = Needs attention
state-unknown = Could not tell
state-asked = Asked
state-turn = Who does it:

proof-verified = Checked on this PC, { $when }
proof-verified-by = Verified { $when } by <code>{ $call }</code>
proof-said = Said by you, { $when }
proof-said-by = Said by { $by }, { $when }

trouble-turn = This needs: { $who }.
server-words = { -dingtalk }’s own words
server-code = Code
server-message = Message
server-request = Request number
