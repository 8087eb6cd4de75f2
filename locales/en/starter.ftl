# Files for whoever programs against the app.

starter-title = { -dingtalk } starter for { $company }
starter-practice = These files lead to the practice server on this computer. Nothing real depends on it.
starter-what = Everything here talks to the app { $app }. Nothing here is secret: the secrets are yours to fill in.
starter-env = copy it to `.env` and fill in the secrets. Both programs read it.
starter-postman = import it into Postman, or run it with newman.
starter-python = Python 3.8 or newer, nothing to install.
starter-node = Node 18 or newer, nothing to install.
starter-secret = Keep the { -client-secret } and the robot’s { -webhook } out of this folder’s version control, and out of any chat.
starter-address = { -dingtalk } takes calls only from addresses on the app’s { -allow-list }, so a new computer’s address has to be on it.
starter-refusal = A refusal that says little: `hoitung-cli doctor` explains it.
starter-env-secret = Copy this file to .env and replace what stands in angle brackets, brackets included. Never hand .env on.
starter-env-robot = Only to send to a group: the robot’s address, and its secret if its security setting is “signature”.
starter-call-token = Get a token
starter-call-scopes = What the app may see
starter-call-message = Send to a group (only with robot_webhook filled in)
starter-message = A test from the starter files
