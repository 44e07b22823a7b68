package packs

import (
	"bytes"
	"encoding/gob"
	"flag"
	"os"
	"testing"

	"ntm/criteria"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var update = flag.Bool("update", false, "write parsed.gob anew")

// What the program reads is what its packs say, to the last position.
func TestParsedIsWhatThePacksSay(t *testing.T) {
	lib, err := Over(&criteria.Library{}, Folder{embedded, "packs", true})
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := gob.NewEncoder(&want).Encode(documents{lib.FigureList, lib.Standards, lib.Overlays,
		lib.Procedures}); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("parsed.gob", want.Bytes(), 0o644); err != nil { //nolint:gosec // a file of the sources
			t.Fatal(err)
		}
		parsed = want.Bytes()
	}
	if !bytes.Equal(parsed, want.Bytes()) {
		t.Error("parsed.gob is not of these packs: go test ./criteria/packs -run TestParsed -update")
	}
	if diff := cmp.Diff(lib, readParsed(), cmpopts.IgnoreUnexported(criteria.Library{})); diff != "" {
		t.Error(diff)
	}
}
