# A tray, as the panel of a desktop has one: org.kde.StatusNotifierWatcher, a host, and a reader of the icons' menus.
# One JSON list a line in, one answer a line out.
import json
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.kde.StatusNotifierWatcher"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Watcher(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(dbus.service.BusName(NAME, bus), "/StatusNotifierWatcher")
        self.bus = bus
        self.items = []
        bus.add_signal_receiver(self.owner, "NameOwnerChanged", "org.freedesktop.DBus")

    def owner(self, name, _old, new):
        if not new:
            self.items = [one for one in self.items if one[0] != name]

    @dbus.service.method(NAME, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        path = service if service.startswith("/") else "/StatusNotifierItem"
        name = sender if service.startswith("/") else service
        if (name, path) not in self.items:
            self.items.append((name, path))
        self.StatusNotifierItemRegistered(name + path)

    @dbus.service.method(NAME, in_signature="s")
    def RegisterStatusNotifierHost(self, service):
        pass

    @dbus.service.signal(NAME, signature="s")
    def StatusNotifierItemRegistered(self, item):
        pass

    def value(self, name):
        return {
            "IsStatusNotifierHostRegistered": True,
            "ProtocolVersion": dbus.Int32(0),
            "RegisteredStatusNotifierItems": dbus.Array([n + p for n, p in self.items], signature="s"),
        }[name]

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, _interface, name):
        return self.value(name)

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, _interface):
        names = ["IsStatusNotifierHostRegistered", "ProtocolVersion", "RegisteredStatusNotifierItems"]
        return {name: self.value(name) for name in names}

    def menu_of(self, name, path):
        item = self.bus.get_object(name, path)
        where = item.Get("org.kde.StatusNotifierItem", "Menu", dbus_interface=PROPERTIES)
        return dbus.Interface(self.bus.get_object(name, where), "com.canonical.dbusmenu")

    def read(self, name, path):
        item = self.bus.get_object(name, path)
        get = lambda what: str(item.Get("org.kde.StatusNotifierItem", what, dbus_interface=PROPERTIES))
        menu = self.menu_of(name, path)
        menu.AboutToShow(0)
        _, (_, _, children) = menu.GetLayout(0, -1, [])
        entries = []
        for number, given, _ in children:
            entries.append({
                "id": int(number),
                "label": str(given.get("label", "")).replace("__", "_"),
                "enabled": bool(given.get("enabled", True)),
                "gap": str(given.get("type", "")) == "separator",
            })
        return {"title": get("Title"), "icon": get("IconName"), "menu": entries}

    def answer(self, words):
        if words[0] == "ready":
            return True
        if words[0] == "items":
            return [self.read(*one) for one in self.items]
        if words[0] == "press":
            self.menu_of(*self.items[0]).Event(words[1], "clicked", dbus.Int32(0), dbus.UInt32(0))
            return True
        raise ValueError(words[0])


def main():
    DBusGMainLoop(set_as_default=True)
    watcher = Watcher(dbus.SessionBus())

    def said(source, condition):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            told = watcher.answer(json.loads(line))
        except Exception as fault:
            # An icon that goes in the very moment it is asked.
            told = [] if "UnknownObject" in str(fault) or "ServiceUnknown" in str(fault) or "NoReply" in str(fault) else {"error": repr(fault)}
        print(json.dumps(told), flush=True)
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, said)
    loop = GLib.MainLoop()
    loop.run()


main()
