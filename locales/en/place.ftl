# The page "Where it runs".
place-title = Where it runs
place-lead = What the place means for the allow list, and what is to be done there.

place-chosen = The place
place-chosen-why = Chosen anew, it asks for the list to be looked at again.
place-list-title = What { -dingtalk } sees from there
place-address-known = The address seen last: { $address }
place-address-copy = Copy the address
place-address-unknown = No address is known yet. Stop 5 finds it.
place-to-list = Open stop 5

place-fact-office-shared = { -dingtalk } sees the office’s public address, which everybody in the office shares.
place-fact-office-dynamic = Many office lines get another address now and then. Ask your provider for a fixed one, or look at the list each time.
place-fact-laptop = A laptop takes another address with it: at home and on a phone’s line, calls are refused.
place-fact-sleep = While this PC sleeps or is off, nothing runs. What was missed is made up for when it wakes.
place-fact-signed-in = On Windows it runs only while you are signed in, as the { -key-store } is yours.
place-fact-server-on = A server is on at night too, so nothing is missed.
place-fact-server-line = It may go out by a line of its own: ask IT which address it uses.
place-fact-server-secret = A server without a { -key-store } reads the secret from a file that root alone can read.
place-fact-aws-elastic = An instance’s public address changes when it is stopped. Give it an Elastic IP, and put that on the list.
place-fact-aws-nat = In a private subnet it is the NAT gateway’s Elastic IP that { -dingtalk } sees.
place-fact-aws-inbound = Nothing has to reach it from outside: leave the security group without inbound rules.
place-fact-aws-near = ap-east-1 is in Hong Kong; the region must be switched on in the AWS account first.
place-fact-else-address = Ask whoever runs it which addresses calls leave from. Put each of them on the list.
place-fact-else-shared = An address that a provider shares with its other customers lets them through too. Ask for one of your own.
place-fact-else-serverless = Functions and free plans often go out by changing addresses, and cannot be used.
place-fact-else-ipv6 = Where IPv6 is used, { -dingtalk } may see that address instead of the IPv4 one.

place-steps-title = What is to be done there
place-steps-pc = Nothing more is needed: leave this window open, and { -hoitung } looks after everything while the PC is on. If no window is to be open, let the Task Scheduler of Windows check twice a day while you are signed in:
place-target-legend = How it is started
place-target-systemd = Linux with systemd
place-target-systemd-why = Runs all the time, and is started again by itself.
place-target-container = A container
place-target-container-why = Docker or Podman, anywhere.
place-target-windows-task = Windows Task Scheduler
place-target-windows-task-why = Checks twice a day, only while you are signed in.

place-step-save = Save these files, then copy them to the place.
place-step-save-here = Save this file.
place-step-program = Put the program for Linux onto the server.
place-step-beside = Put the Linux program hoitung-cli beside the files.
place-step-install = In the folder of the files, start the script. It asks for the { -client-secret }, makes the connection and starts the service.
place-step-look = See that it runs.
place-step-secret = Put the { -client-secret } into a file that the container’s user alone can read. Paste it, then press Ctrl+D.
place-step-add = Make the connection, once. A real call tries it.
place-step-start = Start it.
place-step-import = Hand the task to Windows, in the folder of the file.
place-step-remove = To be rid of it again:
place-step-address = Put the address of that place onto the allow list. As long as it is missing, the messages name it.

place-copy-command = Copy the command of step { $number }
place-save = Save
place-saved = Saved: { $path }
place-no-secret = None of these files holds a secret.

place-runner-title = Who looks after this folder
place-runner-us = This window, while { -hoitung } runs.
place-runner-window = Another { -hoitung } window, on { $host } since { $since }. This one stands by, and takes over when the other ends.
place-runner-runner = The runner without a window, on { $host } since { $since }. This window stands by, and takes over when the runner ends.
