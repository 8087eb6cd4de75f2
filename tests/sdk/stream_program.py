"""A program on `dingtalk-stream` as its readme writes one: `start_forever`, a handler of events, a robot that answers.
What it sees goes to stdout, one JSON object a line. Arguments: Client ID, Client Secret, the code of its event acks."""

import guard  # isort: skip, before any judge is imported
import json
import logging
import sys

import dingtalk_stream

client_id, client_secret, code = sys.argv[1], sys.argv[2], int(sys.argv[3])


def say(kind, **fields):
    print(json.dumps({"kind": kind, **fields, "left": guard.tries}), flush=True)


class Log(logging.Handler):
    def emit(self, record):
        try:
            text = record.getMessage()
        except TypeError as broken:
            text = f"{record.msg} ({broken})"
        say("log", level=record.levelname, text=text)


class Events(dingtalk_stream.EventHandler):
    async def process(self, event):
        headers = event.headers
        say(
            "event",
            type=headers.event_type,
            id=headers.event_id,
            corp=headers.event_corp_id,
            born=headers.event_born_time,
            app=headers.event_unified_app_id,
            topic=headers.topic,
            data=event.data,
        )
        return code, "OK"


class Robot(dingtalk_stream.ChatbotHandler):
    async def process(self, callback):
        incoming = dingtalk_stream.ChatbotMessage.from_dict(callback.data)
        reply = self.reply_text("收到：" + incoming.text.content, incoming)
        say("message", body=callback.data, staff=incoming.sender_staff_id, read=str(incoming), reply=reply)
        return dingtalk_stream.AckMessage.STATUS_OK, "OK"


logger = logging.getLogger("judge")
logger.setLevel(logging.INFO)
logger.propagate = False
logger.addHandler(Log())
client = dingtalk_stream.DingTalkStreamClient(dingtalk_stream.Credential(client_id, client_secret), logger)
client.register_all_event_handler(Events())
client.register_callback_handler(dingtalk_stream.ChatbotMessage.TOPIC, Robot())
client.start_forever()
