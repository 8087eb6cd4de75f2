"""Ours against the official SDKs, in turn within one run: `bench/sdk.sh` starts it. Prints a Markdown table.

Each contender is a process of its own that keeps its connections as it does in a real program. In each round every
contender does the same number of times: ask for a token, send a message. The order turns with the rounds.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import urllib.request

cli, ours, rounds, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
theirs = str(pathlib.Path(__file__).with_name("theirs.py"))
warm_up = max(20, count // 10)
WAYS = {"app-robot": "alibabacloud-dingtalk", "group-robot": "dingtalk-stream"}
LIMITS = ["app_api_per_second", "ip_per_20_seconds", "org_per_month", "webhook_per_month", "robot_per_minute"]


class Contender:
    def __init__(self, command):
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.wall, self.cpu = [], []

    def run(self, times):
        self.child.stdin.write(f"{times}\n")
        self.child.stdin.flush()
        answer = self.child.stdout.readline().split()
        if len(answer) != 2:
            sys.exit(f"a contender failed: {self.child.args[:2]}")
        return float(answer[0]), float(answer[1])

    def measure(self):
        wall, cpu = self.run(count)
        self.wall.append(wall / count * 1000)
        self.cpu.append(cpu / count * 1000)


def spread(values, digits):
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


with tempfile.TemporaryDirectory() as home:
    environment = {**os.environ, "HOITUNG_HOME": home}
    server = subprocess.Popen(
        [cli, "practice", "--app", "ready"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    ready = server.stdout.readline().decode()
    for name in LIMITS:
        body = json.dumps({"name": name, "value": None}).encode()
        address = json.loads(ready)["admin_url"] + "/limit"
        urllib.request.urlopen(urllib.request.Request(address, body, {"Content-Type": "application/json"})).read()
    contenders = {}
    for way in WAYS:
        contenders["ours", way] = Contender([ours, way, ready])
        contenders["theirs", way] = Contender([sys.executable, theirs, way, ready])
    for contender in contenders.values():
        contender.run(warm_up)
    # A contender that does not really call would win.
    with urllib.request.urlopen(json.loads(ready)["admin_url"] + "/calls") as answer:
        called = {path: made["calls"] for path, made in json.load(answer)["by_path"].items()}
    messages = 2 * warm_up
    expected = {
        "/v1.0/oauth2/accessToken": 2 * messages,
        "/v1.0/robot/oToMessages/batchSend": messages,
        "/robot/send": messages,
    }
    if called != expected:
        sys.exit(f"the server counted {called}, not {expected}")
    order = list(contenders.values())
    for _ in range(rounds):
        for contender in order:
            contender.measure()
        order = order[1:] + order[:1]
    server.terminate()
    server.wait()
    for contender in contenders.values():
        contender.child.stdin.close()
        contender.child.wait()

print(f"{rounds} rounds of {count}, milliseconds each: median (least–most). Ratio: round by round.\n")
print("| token + message | ours | theirs | ours ÷ theirs, wall | ours ÷ theirs, CPU |")
print("|---|---|---|---|---|")
for way, name in WAYS.items():
    mine, other = contenders["ours", way], contenders["theirs", way]
    wall = [a / b for a, b in zip(mine.wall, other.wall)]
    cpu = [a / b for a, b in zip(mine.cpu, other.cpu)]
    print(f"| {name} | {spread(mine.wall, 2)} | {spread(other.wall, 2)} | {spread(wall, 3)} | {spread(cpu, 3)} |")
