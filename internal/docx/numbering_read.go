package docx

func (a *archive) readNumbering(name string) (*numbering, error) {
	n := &numbering{kinds: map[string]*listKind{}, lists: map[string]*list{}, counts: map[*listKind]*[levels]int{}}
	return n, a.each(name, func(x *xmlReader, e element) {
		if len(n.kinds)+len(n.lists) > maxStyles {
			x.fail(errStyles)
		}
		switch e.name {
		case "w:abstractNum":
			n.addKind(x, e.attr("abstractNumId"))
		case "w:num":
			n.addList(x, e.attr("numId"))
		}
	})
}

func (n *numbering) addKind(x *xmlReader, id string) {
	kind := &listKind{}
	n.kinds[id] = kind
	for e := range x.children() {
		switch e.name {
		case "w:lvl":
			if at := e.number("ilvl", 0); at < levels {
				kind.levels[at] = readLevel(x)
			}
		case "w:numStyleLink":
			kind.numStyle = e.attr("val")
		}
	}
}

func (n *numbering) addList(x *xmlReader, id string) {
	one := &list{starts: map[int]int{}, levels: map[int]level{}, begun: map[int]bool{}}
	n.lists[id] = one
	for e := range x.children() {
		switch e.name {
		case "w:abstractNumId":
			one.kind = e.attr("val")
		case "w:lvlOverride":
			at := e.number("ilvl", 0)
			for e := range x.children() {
				switch e.name {
				case "w:startOverride":
					one.starts[at] = e.number("val", 1)
				case "w:lvl":
					one.levels[at] = readLevel(x)
				}
			}
		}
	}
}

func readLevel(x *xmlReader) level {
	l := level{format: "decimal"}
	for e := range x.children() {
		switch e.name {
		case "w:start":
			l.start = e.number("val", 0)
		case "w:numFmt":
			l.format = e.attr("val")
		case "w:lvlText":
			l.text = e.attr("val")
		case "w:pStyle":
			l.style = e.attr("val")
		case "w:suff":
			l.glued = e.attr("val") == "nothing"
		case "w:isLgl":
			l.arabic = e.on()
		case "w:lvlRestart":
			l.noRestart = e.attr("val") == "0"
		case "w:rPr":
			l.font = readLook(x).font
		}
	}
	return l
}
