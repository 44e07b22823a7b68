package docx

func (a *archive) readNumbering(name string) (*numbering, error) {
	n := &numbering{kinds: map[string]*listKind{}, lists: map[string]*list{}, counts: map[*listKind]*[levels]int{}}
	if name == "" {
		return n, nil
	}
	x, err := a.xml(name)
	if err != nil {
		return nil, err
	}
	return n, x.close(x.elements(func(element) error {
		return x.children(func(e element) error {
			if len(n.kinds)+len(n.lists) > maxStyles {
				return errStyles
			}
			switch e.name {
			case "w:abstractNum":
				return n.addKind(x, e.attr("abstractNumId"))
			case "w:num":
				return n.addList(x, e.attr("numId"))
			}
			return x.skip()
		})
	}))
}

func (n *numbering) addKind(x *xmlReader, id string) error {
	kind := &listKind{}
	n.kinds[id] = kind
	return x.children(func(e element) error {
		switch e.name {
		case "w:lvl":
			at := e.number("ilvl", 0)
			one, err := readLevel(x)
			if at < levels {
				kind.levels[at] = one
			}
			return err
		case "w:numStyleLink":
			kind.numStyle = e.attr("val")
		}
		return x.skip()
	})
}

func (n *numbering) addList(x *xmlReader, id string) error {
	one := &list{starts: map[int]int{}, levels: map[int]level{}, begun: map[int]bool{}}
	n.lists[id] = one
	return x.children(func(e element) error {
		switch e.name {
		case "w:abstractNumId":
			one.kind = e.attr("val")
		case "w:lvlOverride":
			at := e.number("ilvl", 0)
			return x.children(func(e element) (err error) {
				switch e.name {
				case "w:startOverride":
					one.starts[at] = e.number("val", 1)
				case "w:lvl":
					one.levels[at], err = readLevel(x)
					return err
				}
				return x.skip()
			})
		}
		return x.skip()
	})
}

func readLevel(x *xmlReader) (level, error) {
	l := level{format: "decimal"}
	return l, x.children(func(e element) error {
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
			look, err := readLook(x)
			l.font = look.font
			return err
		}
		return x.skip()
	})
}
