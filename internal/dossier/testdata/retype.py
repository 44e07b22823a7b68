"""Opens each workbook of a JSON list in LibreOffice, types numbers and words into
cells that it finds by name, and prints what the sheets then hold.

stdin:  [{"path": ..., "types": [{"name": ..., "columns": 0, "value": 1.5 or "Đạt"}]}]
stdout: [{"sheet!A1": value}]
usage:  retype.py SOFFICE PROFILE_FOLDER
"""

import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connect(soffice, profile):
    pipe = "ntm-" + profile.strip("/").replace("/", "-")[-40:]
    office = subprocess.Popen([soffice, "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                               "--accept=pipe,name=" + pipe + ";urp;"])
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            there = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
            return office, there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def named(book, name):
    if not book.NamedRanges.hasByName(name):
        sys.exit("no cell is named " + name)
    return book.NamedRanges.getByName(name)


def retype(desktop, case):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    book = desktop.loadComponentFromURL("file://" + case["path"], "_blank", 0, (hidden,))
    for entry in case["types"]:
        address = named(book, entry["name"]).getReferredCells().RangeAddress
        cell = book.Sheets.getByIndex(address.Sheet).getCellByPosition(address.StartColumn + entry["columns"], address.StartRow)
        if cell.CellProtection.IsLocked:
            sys.exit(entry["name"] + " is locked")
        if isinstance(entry["value"], str):
            cell.String = entry["value"]
        else:
            cell.Value = entry["value"]
    out = {}
    for sheet in book.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        data = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).DataArray
        for r, row in enumerate(data):
            for c, value in enumerate(row):
                if value != "":
                    out[f"{sheet.Name}!{chr(65 + c)}{r + 1}"] = value
    book.close(True)
    return out


def main():
    office, desktop = connect(sys.argv[1], sys.argv[2])
    try:
        print(json.dumps([retype(desktop, case) for case in json.load(sys.stdin)]))
    finally:
        try:
            desktop.terminate()
        finally:
            office.wait(60)


main()
