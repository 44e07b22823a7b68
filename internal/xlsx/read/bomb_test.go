package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/testenv"
)

// Whatever a file unfolds to, only a little of it is unzipped before it is refused:
// counted in bytes, which no busy machine changes.
func TestG2LittleIsUnfolded(t *testing.T) {
	const mega = 1 << 20
	filler := func(text string, bytes int) string { return strings.Repeat(text, bytes/len(text)) }
	rows := func(n int, cells string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<row r="%d">%s</row>`, i+1, cells)
		}
		return b.String()
	}
	type bomb struct {
		parts parts
		want  problem.Problem
		most  int64 // bytes unzipped
	}
	for name, tt := range testenv.Sample(t, map[string]bomb{
		"a sheet of nothing": {parts{firstSheet: sheetOf(filler("<x y='1'/>\n", 12*mega))}, errIdle, 9 * mega},
		"blanks between the rows": {parts{firstSheet: sheetOf(filler("          \n", 12*mega))}, errToken,
			9 * mega},
		"comments": {parts{firstSheet: sheetOf(filler("<!-- x -->\n", 12*mega))}, errIdle, 9 * mega},
		"after the rows": {parts{firstSheet: strings.Replace(sheetOf(one), "</worksheet>",
			filler("<extLst/>", 12*mega)+"</worksheet>", 1)}, errIdle, 9 * mega},
		"blank cells with a style": {parts{firstSheet: sheetOf(rows(9, filler(`<c s="0"/>`, 10*mega)))},
			errDamaged, 9 * mega},
		"rows of nothing": {parts{firstSheet: sheetOf(rows(40, filler("<x/>", mega)))}, errIdle, 9 * mega},
		"cells with much beside them": {parts{firstSheet: sheetOf(rows(40, `<c r="A1"><f>`+filler("1+", mega)+
			`</f><v>1</v></c>`))}, errDamaged, 9 * mega},
		"texts that nobody shares": {parts{sharedStrings: "<sst>" + filler("<x/>", 12*mega) + "</sst>"}, errIdle,
			9 * mega},
		"long texts": {parts{sharedStrings: "<sst>" + strings.Repeat("<si><t>"+filler("x", mega)+
			"</t></si>", 40) + "</sst>"}, errStrings, 34 * mega},
		"how a word is pronounced": {parts{sharedStrings: "<sst>" + strings.Repeat("<si><t>x</t>"+
			filler("<rPh><t>x</t></rPh>", mega)+"</si>", 15) + "</sst>"}, errIdle, 9 * mega},
		"styles": {parts{styles: "<styleSheet><cellStyles>" + filler("<cellStyle/>", 12*mega) +
			"</cellStyles></styleSheet>"}, errIdle, 9 * mega},
	}, "blanks between the rows", "texts that nobody shares") {
		t.Run(name, func(t *testing.T) {
			b := &Book{File: "thu.xlsx", ctx: t.Context()}
			data := zipped(tt.parts)
			err := b.load(bytes.NewReader(data), int64(len(data)))
			if err == nil {
				err = b.Sheets[0].Each(func(Row) error { return nil })
			}
			var p problem.Problem
			if !errors.As(err, &p) || p.Message != tt.want.Message {
				t.Errorf("%v", err)
			}
			if b.parts.unzipped > tt.most {
				t.Errorf("%d bytes are unzipped before it is refused", b.parts.unzipped)
			}
		})
	}
}

// What a part says of its own size is believed where it is too much, and a lie where
// it is too little.
func TestG2WhatAPartSaysOfItself(t *testing.T) {
	for name, tt := range map[string]struct {
		says uint64
		want problem.Problem
		most int64
	}{
		"more than any file may have": {maxUnzipped + 1, errUnzipped, 10_000},
		"less than it holds":          {100, errDamaged, 100_000},
	} {
		t.Run(name, func(t *testing.T) {
			b := mustRead(t, "thu.xlsx", zipped(parts{firstSheet: sheetOf(strings.Repeat("<!-- x -->", 200_000))}))
			b.parts.parts[firstSheet].file.UncompressedSize64 = tt.says
			err := b.Sheets[0].Each(func(Row) error { return nil })
			var p problem.Problem
			if !errors.As(err, &p) || p.Message != tt.want.Message {
				t.Errorf("%v", err)
			}
			if b.parts.unzipped > tt.most {
				t.Errorf("%d bytes are unzipped", b.parts.unzipped)
			}
		})
	}
}

// A kind of book that has few cells is refused when it has more, not read to its end.
func TestG2AKindHasItsOwnLimit(t *testing.T) {
	b := mustRead(t, "thu.xlsx",
		zipped(parts{firstSheet: sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>1</v>` +
			`</c></row>`)}))
	b.Most(2)
	seen := 0
	err := b.Sheets[0].Each(func(Row) error { seen++; return nil })
	var p problem.Problem
	if !errors.As(err, &p) || p.Message != errKind.Message || seen != 1 {
		t.Errorf("%v after %d rows", err, seen)
	}
	if b.Most(3); b.Sheets[0].Each(func(Row) error { return nil }) != nil {
		t.Error("what keeps the limit is refused")
	}
}

// What Excel writes in plenty is no bomb: styled blanks, long formulas, photographs.
func TestG2WhatProgramsWriteIsRead(t *testing.T) {
	testenv.LeftToWhole(t)
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, `<row r="%d" spans="1:26"><c r="A%d" s="0"><f>%s</f><v>1</v></c>%s</row>`, i+1, i+1,
			strings.Repeat("A1+", 100)+"1", strings.Repeat(`<c s="0"/>`, 25))
	}
	book := mustRead(t, "thu.xlsx",
		zipped(parts{firstSheet: sheetOf(b.String()), "xl/media/anh.jpg": strings.Repeat("x", 30<<20)}))
	rows := 0
	if err := book.Sheets[0].Each(func(Row) error { rows++; return nil }); err != nil || rows != 20_000 {
		t.Errorf("%d rows, %v", rows, err)
	}
}
