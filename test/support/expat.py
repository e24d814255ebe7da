"""Prints, for each XML file named on standard input, one JSON line: [[name, start offset, depth, [attribute names]] ...].

Offsets are UTF-16 code units, as the program's own. Expat is the independent oracle for offsets and nesting.
"""
import json
import sys
from xml.parsers import expat


def utf16_offsets(data, wanted):
    """Maps sorted byte offsets of UTF-8 data to UTF-16 offsets."""
    found, units, position = {}, 0, 0
    for offset in wanted:
        units += len(data[position:offset].decode('utf-8').encode('utf-16-le')) // 2
        position = offset
        found[offset] = units
    return found


def events(path):
    data = open(path, 'rb').read()
    parser = expat.ParserCreate()
    parser.UseForeignDTD(True)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.ordered_attributes = True
    rows, depth = [], [0]

    def start(name, attributes):
        rows.append([name, parser.CurrentByteIndex, depth[0], attributes[0::2]])
        depth[0] += 1

    def end(_name):
        depth[0] -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    # A default handler keeps expat from expanding the document's own entities.
    parser.DefaultHandler = lambda _data: None
    parser.Parse(data, True)
    units = utf16_offsets(data, [row[1] for row in rows])
    return [[name, units[at], level, names] for name, at, level, names in rows]


for line in sys.stdin:
    print(json.dumps(events(line.strip())))
