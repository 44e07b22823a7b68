package packs

import (
	"bytes"
	_ "embed" // for parsed
	"encoding/gob"
	"sync"

	"ntm/criteria"
)

// parsed is what the loader makes of the packs that come with the program, checked
// whole: to read their YAML takes thirty times as long. A test holds it to the packs and
// writes it anew when it is run with -update.
//
//go:embed parsed.gob
var parsed []byte

// documents are the packs of a library.
type documents struct {
	Figures    []*criteria.Figure
	Standards  []*criteria.Standard
	Overlays   []*criteria.Overlay
	Procedures []*criteria.Procedure
}

// Embedded is the library of the packs that come with the program.
var Embedded = sync.OnceValue(readParsed)

func readParsed() *criteria.Library {
	var docs documents
	if err := gob.NewDecoder(bytes.NewReader(parsed)).Decode(&docs); err != nil {
		panic("packs: parsed.gob is broken, which its test forbids: " + err.Error())
	}
	lib := &criteria.Library{
		Figures: map[string]*criteria.Figure{}, FigureList: docs.Figures,
		Standards: docs.Standards, Overlays: docs.Overlays, Procedures: docs.Procedures,
	}
	for _, f := range docs.Figures {
		lib.Figures[f.ID] = f
	}
	return lib
}
