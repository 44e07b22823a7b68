package docx

import (
	"bytes"
	"fmt"
	"strings"
)

const typesPart = "[content_types].xml"

// packed is what pictures change in a package: parts written anew, and new ones in order.
type packed struct {
	archive *archive
	anew    map[string][]byte // by name in small letters
	added   []addedPart
	count   int
}

type addedPart struct {
	name    string
	content []byte
	packed  bool // already, as pictures are
}

// put adds the pictures of a part beside it, and relates them to it.
func (k *packed) put(part string, pictures []*Picture) error {
	if len(pictures) == 0 {
		return nil
	}
	own, folder := relationsOf(k.archive.parts[part].Name)
	var relations, types strings.Builder
	for i, p := range pictures {
		k.count++
		name := fmt.Sprintf("media/ntm-anh-%d.jpeg", k.count)
		if k.archive.parts[partName(folder, name)] != nil {
			return errTwice // of a paper that was filled before, taken for a template
		}
		k.added = append(k.added, addedPart{folder + name, p.JPEG, true})
		fmt.Fprintf(&relations, `<%%sRelationship Id="%s" Type="`+nsRelation+`/image" Target="%s"/>`,
			relationOf(i+1), name)
		fmt.Fprintf(&types, `<%%sOverride PartName="/%s" ContentType="image/jpeg"/>`, folder+name)
	}
	if err := k.splice(typesPart, types.String()); err != nil {
		return err
	}
	if k.archive.parts[partName("", own)] == nil {
		k.added = append(k.added, addedPart{name: own, content: []byte(`<?xml version="1.0" encoding="UTF-8" ` +
			`standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			strings.ReplaceAll(relations.String(), "%s", "") + `</Relationships>`)})
		return nil
	}
	return k.splice(partName("", own), relations.String())
}

// splice sets elements before the end of a part's outermost one, in its own prefix.
func (k *packed) splice(name, elements string) error {
	data := k.anew[name]
	if data == nil {
		var err error
		if data, err = k.archive.data(name); err != nil {
			return err
		}
	}
	end := bytes.LastIndex(data, []byte("</"))
	if end < 0 || bytes.Contains(data[end:], []byte("-->")) {
		return errDamaged // with nothing in it, or ending in a comment
	}
	prefix := ""
	if tag, _, found := bytes.Cut(data[end+2:], []byte(":")); found {
		prefix = string(tag) + ":"
	}
	k.anew[name] = append(append(bytes.Clone(data[:end]), strings.ReplaceAll(elements, "%s", prefix)...), data[end:]...)
	return nil
}
