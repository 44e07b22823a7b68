package chart

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func isXML(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err, text)
		}
	}
}

// A chart of hostile names is a picture of them.
func TestHostileChart(t *testing.T) {
	for _, name := range []string{`</text><script>alert(1)</script>`, "\u202eabc", "\x00\x01",
		strings.Repeat("ơ", 10000)} {
		b := &Bars{Title: name, Says: name, Rows: []bar{{Name: name, Says: name,
			Parts: []part{{7, "bad"}, {-1, "off"}}}}}
		file, err := b.SVG(false)
		if err != nil || strings.Contains(string(file), "<script") {
			t.Error(err, string(file))
		}
		isXML(t, string(file))
	}
}
