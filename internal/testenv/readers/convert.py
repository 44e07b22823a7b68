"""Saves documents in other formats with one running LibreOffice.

stdin:  a line of JSON for each: {"from": path, "to": path, "filter": "name in LibreOffice:options"}
stdout: a line for each: "done", or what went wrong
It ends, and LibreOffice with it, when stdin does.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, of):
    p = PropertyValue()
    p.Name, p.Value = name, of
    return p


def connect(profile):
    pipe = "ntm" + profile.replace("/", "-")
    office = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                               "--nologo", "--accept=pipe,name=" + pipe + ";urp;"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(1200):
        try:
            there = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
            return office, there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


def convert(desktop, job):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["from"]), "_blank", 0, (value("Hidden", True),))
    if document is None:
        return "LibreOffice does not open " + job["from"]
    try:
        name, _, options = job["filter"].partition(":")
        how = value("FilterName", name), value("FilterOptions", options)
        document.storeToURL(uno.systemPathToFileUrl(job["to"]), how)
    finally:
        document.close(True)
    return "done"


def end(office, desktop):
    try:
        desktop.terminate()
        office.wait(20)
    except Exception:  # it answers no more
        os.killpg(office.pid, signal.SIGKILL)  # what was started starts the program itself
        office.wait()


with tempfile.TemporaryDirectory() as profile:
    os.environ["TMPDIR"] = profile
    office, desktop = connect(profile)
    try:
        for line in sys.stdin:
            try:
                said = convert(desktop, json.loads(line))
            except Exception as problem:
                said = repr(problem).replace("\n", " ")
            print(said, flush=True)
    finally:
        end(office, desktop)
